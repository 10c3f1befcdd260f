import { type Text, textIn } from "../../scenario/types.ts";

/** Would move the cursor, colour the terminal or turn the text round; line ends are judged elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** Text for a terminal: what a stranger's file may hold shows, and does nothing. Line ends stay. */
export function escapeControls(text: string): string {
  return text.toWellFormed().replace(CONTROLS, escaped);
}

/** The same in one line, so that no title of a file can pass for a line of ours. */
export function oneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, " ").trim());
}

/** A file's name or a word that was typed, as it is, in quotation marks. */
export function quoted(word: string): string {
  return `"${escapeControls(word).replaceAll("\n", "\\n")}"`;
}

/** A text of a scenario in English, in one line. */
export function english(text: Text): string {
  return oneLine(textIn(text, "en"));
}

/**
 * Rows as aligned lines, two spaces between columns, nothing at the ends of lines.
 * @param right the columns that are aligned to the right, by index
 */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length);
  }
  return rows.map((row) => {
    const cells = row.map((cell, at) => {
      const blank = " ".repeat((widths[at] ?? 0) - [...cell].length);
      return right.includes(at) ? blank + cell : cell + blank;
    });
    return cells.join("  ").trimEnd();
  });
}

/** Text in lines of at most `width` characters, the later ones under the beginning of the first. */
export function hangingLines(first: string, text: string, width: number): string[] {
  const rest = " ".repeat(first.length);
  return wrapText(text, width - first.length).map((line, at) => (at === 0 ? first : rest) + line);
}

/** Words in lines of at most `width` characters; a longer word has a line to itself. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
