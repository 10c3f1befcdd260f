import type { Text } from "./types.ts";

/** A text in this language; in English where there is none, else in whatever language comes first. */
export function textIn(text: Text, language: string): string {
  if (Object.hasOwn(text, language)) return text[language] ?? "";
  if (Object.hasOwn(text, "en")) return text.en ?? "";
  return Object.values(text)[0] ?? "";
}
