import { asidesEn } from "./en/asides.ts";
import { frameEn } from "./en/frame.ts";
import { futuresEn } from "./en/futures.ts";
import { glossaryEn, guideEn } from "./en/help.ts";
import { codesEn, logEn } from "./en/log.ts";
import { mandateEn, notesEn } from "./en/mandate.ts";
import { resultEn } from "./en/result.ts";
import { startEn } from "./en/start.ts";
import { tableEn } from "./en/table.ts";

/** Every message of the interface in English, by key. ICU message syntax; a message is never HTML. */
export const en = {
  ...frameEn,
  ...startEn,
  ...mandateEn,
  ...tableEn,
  ...asidesEn,
  ...logEn,
  ...codesEn,
  ...resultEn,
  ...glossaryEn,
  ...notesEn,
  ...guideEn,
  ...futuresEn,
};
