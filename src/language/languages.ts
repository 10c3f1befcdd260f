// The languages of the interface and how they are written, for pages, charts and the reader of scenarios. The catalogues and who
// formats their messages are apart (`speaker.ts`): the engine loads neither.

/** The languages of the interface; scenarios may be in any. */
export const LANGUAGES = ["en", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ar: "العربية" };

/** The way in which a language is written. */
export type Direction = "ltr" | "rtl";

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

/** @param language a tag such as `ar` or `ar-SY`, also of a language that the interface has not */
export function directionOf(language: string): Direction {
  return RIGHT_TO_LEFT.includes(language.slice(0, 2)) ? "rtl" : "ltr";
}

/** How numbers are written: 123, or ١٢٣ in Arabic. */
export const DIGITS = ["latn", "arab"] as const;
export type Digits = (typeof DIGITS)[number];

const ZERO = "٠".charCodeAt(0);

/** The same words with Arabic-Indic digits, decimal sign and sign between thousands. */
export function arabicDigits(text: string): string {
  return text
    .replace(/(\d)\.(?=\d)/g, "$1٫")
    .replace(/(\d),(?=\d{3})/g, "$1٬")
    .replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));
}
