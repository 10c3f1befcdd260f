import type { Diagnostics, Path } from "../diagnostics.ts";
import { quote } from "../suggest.ts";

/** Control characters but tab and line ends, and the two that force a direction on letters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const HARMFUL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E]/;
const OPENING = /[\u202A\u202B\u2066-\u2068]/g;
const CLOSING = /[\u202C\u2069]/g;

function lintText(text: string, path: Path, atKey: boolean, diagnostics: Diagnostics): void {
  const harmful = HARMFUL.exec(text)?.[0];
  if (harmful !== undefined || !text.isWellFormed()) {
    const sign = harmful === undefined ? "half a character" : `the invisible character ${quote(harmful)}`;
    const message = `This text holds ${sign}, which can make it look like something else. Take it out.`;
    if (atKey) diagnostics.errorAtKey("odd-characters", path, message);
    else diagnostics.error("odd-characters", path, message);
  } else if ((text.match(OPENING)?.length ?? 0) !== (text.match(CLOSING)?.length ?? 0)) {
    const message =
      "This text begins a change of direction that it does not end (or ends one twice). Balance the marks, or take them out.";
    diagnostics.warn("odd-characters", path, message);
  }
}

/**
 * Finds characters by which a text could show as something that it is not, in all keys and texts of a file.
 * Arabic and Hebrew need none of them.
 */
export function lintCharacters(value: unknown, diagnostics: Diagnostics, path: Path = []): void {
  if (typeof value === "string") {
    lintText(value, path, false, diagnostics);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) lintCharacters(item, diagnostics, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      lintText(key, [...path, key], true, diagnostics);
      lintCharacters(item, diagnostics, [...path, key]);
    }
  }
}
