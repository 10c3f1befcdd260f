import { frame } from "./ar/frame.ts";
import { futures } from "./ar/futures.ts";
import { glossary } from "./ar/glossary.ts";
import { guide } from "./ar/guide.ts";
import { mandate } from "./ar/mandate.ts";
import { notes } from "./ar/notes.ts";
import { record } from "./ar/record.ts";
import { result } from "./ar/result.ts";
import { start } from "./ar/start.ts";
import { table } from "./ar/table.ts";
import { words } from "./ar/words.ts";
import type { en } from "./en.ts";

/**
 * Every message of the interface in Arabic, by key. Names of parties may be of either gender, so that messages say what
 * happened in verbal nouns ("an offer from …") and never agree with a name.
 */
export const ar: Record<keyof typeof en, string> = {
  ...frame,
  ...start,
  ...mandate,
  ...table,
  ...record,
  ...words,
  ...result,
  ...glossary,
  ...notes,
  ...guide,
  ...futures,
};
