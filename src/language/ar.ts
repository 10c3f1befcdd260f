import { asidesAr } from "./ar/asides.ts";
import { frameAr } from "./ar/frame.ts";
import { futuresAr } from "./ar/futures.ts";
import { glossaryAr, guideAr } from "./ar/help.ts";
import { codesAr, logAr } from "./ar/log.ts";
import { mandateAr, notesAr } from "./ar/mandate.ts";
import { resultAr } from "./ar/result.ts";
import { startAr } from "./ar/start.ts";
import { tableAr } from "./ar/table.ts";
import type { en } from "./en.ts";

/**
 * Every message of the interface in Arabic, by key. Names of parties may be of either gender, so that messages say what
 * happened in verbal nouns ("an offer from …") and never agree with a name.
 */
export const ar: Record<keyof typeof en, string> = {
  ...frameAr,
  ...startAr,
  ...mandateAr,
  ...tableAr,
  ...asidesAr,
  ...logAr,
  ...codesAr,
  ...resultAr,
  ...glossaryAr,
  ...notesAr,
  ...guideAr,
  ...futuresAr,
};
