import { textIn } from "../scenario/text.ts";
import type { Text } from "../scenario/types.ts";

/** Would move the cursor, colour the terminal or turn the text round; line ends are judged elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const HARMFUL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** Text for a terminal: what a stranger's file may hold shows, and does nothing. Line ends stay. */
export function plain(text: string): string {
  return text.toWellFormed().replace(HARMFUL, escaped);
}

/** The same in one line, so that nobody's title can pass for a line of ours. */
export function oneLine(text: string): string {
  return plain(text.replace(/\s+/g, " ").trim());
}

/** A file's name or a word that was typed, as it is, in quotation marks. */
export function quoted(word: string): string {
  return `"${plain(word).replaceAll("\n", "\\n")}"`;
}

/** A text of a scenario in English, in one line. */
export function english(text: Text): string {
  return oneLine(textIn(text, "en"));
}
