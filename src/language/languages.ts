// The languages of the interface and how they are written. The start needs all of it: what only a screen or the reader of scenarios
// needs is in files of its own, which are fetched with them, and catalogues have a speaker (`speaker.ts`).

/** The languages of the interface; scenarios may be in any. */
export const LANGUAGES = ["en", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ar: "العربية" };

/** The way in which a language is written. */
export type Direction = "ltr" | "rtl";

/** The way in which a language of the interface is written. */
export function directionOf(language: Language): Direction {
  return language === "ar" ? "rtl" : "ltr";
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
