import { IntlMessageFormat } from "intl-messageformat";
import type { en } from "./en.ts";
import { arabicDigits, type Digits, type Direction, directionOf, type Language } from "./languages.ts";

/** The key of a message; every catalogue has every key. */
export type Key = keyof typeof en;

/** ICU messages by key. */
type Catalogue = Readonly<Record<Key, string>>;

/** A player reads one language at a time: each catalogue is a file of its own. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en.ts")).en,
  ar: async () => (await import("./ar.ts")).ar,
};

/** Levantine month names and Latin digits, as the reports of the region have them. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ar: "ar-SY-u-nu-latn" };

/** What a message may be filled with: numbers choose plurals and are formatted, strings are names and are isolated. */
export type Values = Readonly<Record<string, string | number>>;

/** A piece of a message: words of the catalogue, or a value that must be kept apart from their direction. */
type Piece = string | { readonly isolated: string };

/** One interface language: its words, numbers and dates. */
export interface Speaker {
  readonly language: Language;
  readonly direction: Direction;
  /** A message as plain text, for attributes and live regions; names stand between invisible isolates. */
  say(key: Key, values?: Values): string;
  /** A message in pieces, so that a page can put each name into an element of its own. */
  pieces(key: Key, values?: Values): readonly Piece[];
  /** @param digits after the point; 0 by default */
  number(value: number, digits?: number): string;
  /** With its sign, also for a gain. @param digits after the point */
  signed(value: number, digits?: number): string;
  /** A day in words. @param iso `2016-02-11` */
  day(iso: string): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** A text of a scenario as the screen shows it: with the digits that were chosen. */
  shown(text: string): string;
}

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
/** As wide as a plus, so that columns of signed figures line up. */
const MINUS = "\u2212";

/** Keeps a name or a number apart from the direction of the text around it. */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
}

interface Isolated {
  readonly isolated: string;
}

function isIsolated(piece: unknown): piece is Isolated {
  return typeof piece === "object" && piece !== null && "isolated" in piece;
}

function piecesOf(formatted: unknown): Piece[] {
  const list = Array.isArray(formatted) ? formatted : [formatted];
  return list.map((piece) => (isIsolated(piece) ? piece : String(piece)));
}

const speakers = new Map<Language, Speaker>();

/** The speaker of a language; always the same one. Its catalogue is fetched the first time. @throws where that fails */
export async function loadSpeaker(language: Language): Promise<Speaker> {
  const known = speakers.get(language);
  if (known) return known;
  const made = makeSpeaker(language, await CATALOGUES[language]());
  speakers.set(language, made);
  return made;
}

/** The speaker of a language. @throws Error before {@link loadSpeaker} */
export function speaker(language: Language): Speaker {
  const known = speakers.get(language);
  if (!known) throw new Error(`the catalogue of ${language} has not been fetched: call loadSpeaker first`);
  return known;
}

function makeSpeaker(language: Language, catalogue: Catalogue): Speaker {
  const locale = LOCALES[language];
  const messages = new Map<Key, IntlMessageFormat>();
  const message = (key: Key): IntlMessageFormat => {
    const known = messages.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
    messages.set(key, made);
    return made;
  };
  const pieces = (key: Key, values: Values = {}): Piece[] => {
    const kept = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? { isolated: value } : value,
    ]);
    return piecesOf(message(key).format<Isolated>(Object.fromEntries(kept)));
  };
  const formats = new Map<string, Intl.NumberFormat>();
  const numbers = (digits: number, signDisplay: "auto" | "exceptZero"): Intl.NumberFormat => {
    const name = `${digits} ${signDisplay}`;
    const known = formats.get(name);
    if (known) return known;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay };
    const made = new Intl.NumberFormat(locale, options);
    formats.set(name, made);
    return made;
  };
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    language,
    direction: directionOf(language),
    say: (key, values) =>
      pieces(key, values)
        .map((piece) => (typeof piece === "string" ? piece : isolate(piece.isolated)))
        .join(""),
    pieces,
    number: (value, digits = 0) => numbers(digits, "auto").format(value),
    signed: (value, digits = 0) => numbers(digits, "exceptZero").format(value).replace("-", MINUS),
    day: (iso) => {
      const [year = 1970, month = 1, day = 1] = iso.split("-").map(Number);
      return days.format(Date.UTC(year, month - 1, day));
    },
    list: (items) => lists.format(items.map(isolate)),
    shown: (text) => text,
  };
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
