import type { Language } from "./languages.ts";

/**
 * The words of the house that a scenario may replace (`words:`), each with what is usual. Where a message needs one it says
 * `{word_capital}`: the English word without an article, the Arabic one with it; `{word_a_text}` has the article in English and none
 * in Arabic. A scenario gives its words in the same form: "family", "العائلة".
 */
export const HOUSE_WORDS = {
  capital: { en: "capital", ar: "العاصمة" },
  delegation: { en: "delegation", ar: "الوفد" },
  aides: { en: "aides", ar: "المساعدين" },
  mandate: { en: "mandate", ar: "التفويض" },
  cable: { en: "cable", ar: "البرقية" },
  table: { en: "table", ar: "الطاولة" },
  round: { en: "round", ar: "الجولة" },
  rounds: { en: "rounds", ar: "الجولات" },
  mediator: { en: "mediator", ar: "الوسيط" },
  text: { en: "text", ar: "النص" },
  non_paper: { en: "non-paper", ar: "الورقة غير الرسمية" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The key of a replaceable word. */
export type HouseWord = keyof typeof HOUSE_WORDS;

/** The words that a scenario has of its own: key → language → word. */
export type OwnWords = Readonly<Partial<Record<HouseWord, Readonly<Record<string, string>>>>>;

/** A word as this scenario has it; the usual one where it has none in this language. */
export function houseWord(word: HouseWord, language: Language, own: OwnWords = {}): string {
  return own[word]?.[language] ?? HOUSE_WORDS[word][language];
}

/** English words that sound as if they began with a vowel, and those of one that do not. */
const VOWEL = /^(?!uni|use|eu|one\b)(?:[aeiou]|hour|hono|heir)/i;

/** The word with an indefinite article in English, without its article in Arabic. */
export function anyHouseWord(word: HouseWord, language: Language, own: OwnWords = {}): string {
  const found = houseWord(word, language, own);
  if (language === "ar") return found.replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, "");
  return `${VOWEL.test(found) ? "an" : "a"} ${found}`;
}
