import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { plotAr } from "../../src/language/ar/plot.ts";
import { ar as arabic } from "../../src/language/ar.ts";
import { plotEn } from "../../src/language/en/plot.ts";
import { en as english } from "../../src/language/en.ts";

type Texts = Readonly<Record<string, string>>;

/** The texts of plots stand apart from the catalogue, and are held to the same. */
const pairs: readonly (readonly [string, Texts, Texts])[] = [
  ["the interface", english, arabic],
  ["plots", plotEn, plotAr],
];

const en: Texts = { ...english, ...plotEn };
const ar: Texts = { ...arabic, ...plotAr };

const keys = Object.keys(en);
const textOf = (texts: Texts, key: string): string => texts[key] ?? "";

/** As a translator has to write them. */
const SIX_FORMS = ["zero", "one", "two", "few", "many", "other"];

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

function partsOf(message: string): readonly Part[] {
  return new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst() as readonly Part[];
}

function all(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => all(value))]);
}

const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

function namesIn(message: string): string[] {
  const named = all(partsOf(message)).filter(({ type }) => type !== LITERAL && type !== POUND);
  return [...new Set(named.map(({ value }) => value ?? ""))].sort();
}

describe("the catalogues", () => {
  test.each(pairs)("of %s have the same keys", (_of, one, other) => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(one).sort());
  });

  test("of the interface hold no text of a plot: the start fetches them", () => {
    expect(Object.keys(english).filter((key) => key in plotEn)).toEqual([]);
  });

  test("have no empty message", () => {
    expect(keys.filter((key) => textOf(en, key) === "" || textOf(ar, key) === "")).toEqual([]);
  });

  test.each(keys)("%s takes the same values in both languages", (key) => {
    expect(namesIn(textOf(ar, key))).toEqual(namesIn(textOf(en, key)));
  });

  test("Arabic plurals have all six forms", () => {
    const plurals = keys.flatMap((key) =>
      all(partsOf(textOf(ar, key))).flatMap((part) =>
        part.type === PLURAL ? [{ key, forms: Object.keys(part.options ?? {}) }] : [],
      ),
    );
    expect(plurals.length).toBeGreaterThan(5);
    for (const { key, forms } of plurals) expect(forms, key).toEqual(expect.arrayContaining(SIX_FORMS));
  });

  test("Arabic messages hold no Latin letter outside their placeholders", () => {
    const latin = keys.filter((key) =>
      all(partsOf(textOf(ar, key))).some(({ type, value }) => type === LITERAL && /[A-Za-z]/.test(value ?? "")),
    );
    expect(latin).toEqual([]);
  });

  test("English messages hold no Arabic letter", () => {
    expect(keys.filter((key) => /\p{Script=Arabic}/u.test(textOf(en, key)))).toEqual([]);
  });
});
