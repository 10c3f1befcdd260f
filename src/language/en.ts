import { adviceEn } from "./en/advice.ts";
import { asidesEn } from "./en/asides.ts";
import { frameEn } from "./en/frame.ts";
import { futuresEn } from "./en/futures.ts";
import { glossaryEn, guideEn } from "./en/help.ts";
import { codesEn, logEn } from "./en/log.ts";
import { mandateEn, notesEn } from "./en/mandate.ts";
import { momentsEn } from "./en/moments.ts";
import { repliesEn } from "./en/replies.ts";
import { resultEn } from "./en/result.ts";
import { startEn } from "./en/start.ts";
import { tableEn } from "./en/table.ts";
import { tonightEn } from "./en/tonight.ts";

/** Every message of the interface in English, by key. ICU message syntax; a message is never HTML. */
export const en = {
  ...frameEn,
  ...startEn,
  ...mandateEn,
  ...tableEn,
  ...adviceEn,
  ...asidesEn,
  ...repliesEn,
  ...logEn,
  ...momentsEn,
  ...codesEn,
  ...resultEn,
  ...glossaryEn,
  ...notesEn,
  ...guideEn,
  ...futuresEn,
  ...tonightEn,
};
