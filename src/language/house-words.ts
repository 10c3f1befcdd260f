import type { Language } from "./languages.ts";

/**
 * The words of the house that a scenario may replace (`words:`), since a car buyer has no capital. Where a message needs one it says
 * `{word_capital}`: the English word without an article, the Arabic one with it; `{word_a_text}` has the article in English and none
 * in Arabic. A scenario gives its words in the same form: "family", "العائلة".
 */
export const HOUSE_WORDS = [
  "aides",
  "cable",
  "capital",
  "delegation",
  "mandate",
  "mediator",
  "non_paper",
  "round",
  "rounds",
  "table",
  "text",
] as const;
export type HouseWord = (typeof HOUSE_WORDS)[number];

const USUAL: Readonly<Record<HouseWord, Readonly<Record<Language, string>>>> = {
  aides: { en: "aides", ar: "المساعدين" },
  cable: { en: "cable", ar: "البرقية" },
  capital: { en: "capital", ar: "العاصمة" },
  delegation: { en: "delegation", ar: "الوفد" },
  mandate: { en: "mandate", ar: "التفويض" },
  mediator: { en: "mediator", ar: "الوسيط" },
  non_paper: { en: "non-paper", ar: "الورقة غير الرسمية" },
  round: { en: "round", ar: "الجولة" },
  rounds: { en: "rounds", ar: "الجولات" },
  table: { en: "table", ar: "الطاولة" },
  text: { en: "text", ar: "النص" },
};

/** The words that a scenario has of its own: key → language → word. */
export type OwnWords = Readonly<Partial<Record<HouseWord, Readonly<Record<string, string>>>>>;

/** A word as this scenario has it; the usual one where it has none in this language. */
export function houseWord(word: HouseWord, language: Language, own: OwnWords = {}): string {
  return own[word]?.[language] ?? USUAL[word][language];
}

/** English words that sound as if they began with a vowel, and those of one that do not. */
const VOWEL = /^(?!uni|use|eu|one\b)(?:[aeiou]|hour|hono|heir)/i;

/** The word with an indefinite article in English, without its article in Arabic. */
export function anyHouseWord(word: HouseWord, language: Language, own: OwnWords = {}): string {
  const found = houseWord(word, language, own);
  if (language === "ar") return found.replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, "");
  return `${VOWEL.test(found) ? "an" : "a"} ${found}`;
}
