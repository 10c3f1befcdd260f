import { frame } from "./en/frame.ts";
import { futures } from "./en/futures.ts";
import { glossary } from "./en/glossary.ts";
import { guide } from "./en/guide.ts";
import { mandate } from "./en/mandate.ts";
import { notes } from "./en/notes.ts";
import { record } from "./en/record.ts";
import { result } from "./en/result.ts";
import { start } from "./en/start.ts";
import { table } from "./en/table.ts";
import { words } from "./en/words.ts";

/** Every message of the interface in English, by key. ICU message syntax; a message is never HTML. */
export const en = {
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
