import type { Speaker } from "./speak.ts";

/** How numbers are written: 123, or ١٢٣ in Arabic. */
export const DIGITS = ["latn", "arab"] as const;
export type Digits = (typeof DIGITS)[number];

const ZERO = "٠".charCodeAt(0);

/** The same words with Arabic-Indic digits and decimal sign. */
export function arabicDigits(text: string): string {
  return text
    .replace(/(\d)\.(?=\d)/g, "$1٫")
    .replace(/(\d),(?=\d{3})/g, "$1٬")
    .replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));
}

/** A speaker who writes numbers in these digits; only Arabic has a choice. */
export function withDigits(speaker: Speaker, digits: Digits): Speaker {
  if (digits === "latn" || speaker.language !== "ar") return speaker;
  return {
    ...speaker,
    shown: arabicDigits,
    say: (key, values) => arabicDigits(speaker.say(key, values)),
    pieces: (key, values) =>
      speaker
        .pieces(key, values)
        .map((piece) => (typeof piece === "string" ? arabicDigits(piece) : { isolated: arabicDigits(piece.isolated) })),
    number: (value, places) => arabicDigits(speaker.number(value, places)),
    signed: (value, places) => arabicDigits(speaker.signed(value, places)),
    day: (iso) => arabicDigits(speaker.day(iso)),
    list: (items) => arabicDigits(speaker.list(items)),
  };
}
