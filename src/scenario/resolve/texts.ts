import type { Path } from "../findings.ts";
import type { Text } from "../types.ts";
import type { Context } from "./context.ts";

/** A text of the file whose shape was checked: in English, or by language. */
export type RoughText = string | Readonly<Record<string, string | undefined>>;

export function plainText(text: RoughText): Text {
  if (typeof text === "string") return { en: text };
  const there = Object.entries(text).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(there);
}

/** A text, with a warning for each language of the title that it lacks. */
export function textOf(context: Context, text: RoughText | undefined, path: Path): Text | null {
  if (text === undefined) return null;
  const plain = plainText(text);
  const missing = context.languages.filter((language) => !Object.hasOwn(plain, language));
  if (missing.length > 0) {
    const message = `The title is in ${context.languages.join(", ")}; this text is not in ${missing.join(", ")}. Add it: { ${missing.join(": …, ")}: … }.`;
    context.findings.warn("missing-language", path, message);
  }
  return plain;
}

/** A text, or the same words in every language. */
export function textOr(context: Context, text: RoughText | undefined, path: Path, words: string): Text {
  return textOf(context, text, path) ?? everywhere(context, () => words);
}

/** A text made from each language of the title. */
export function everywhere(context: Context, words: (language: string) => string): Text {
  const languages = context.languages.length > 0 ? context.languages : ["en"];
  return Object.fromEntries(languages.map((language) => [language, words(language)]));
}
