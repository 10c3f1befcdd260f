import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ar } from "../../src/language/ar.ts";
import { en as english } from "../../src/language/en.ts";
import type { Catalogue, Key } from "../../src/language/speaker.ts";

const en: Catalogue = english;

const keys = Object.keys(en) as Key[];

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
  test("have the same keys", () => {
    expect(Object.keys(ar).sort()).toEqual([...keys].sort());
  });

  test("have no empty message", () => {
    expect(keys.filter((key) => en[key] === "" || ar[key] === "")).toEqual([]);
  });

  test.each(keys)("%s takes the same values in both languages", (key) => {
    expect(namesIn(ar[key])).toEqual(namesIn(en[key]));
  });

  test("Arabic plurals have all six forms", () => {
    const plurals = keys.flatMap((key) =>
      all(partsOf(ar[key])).flatMap((part) =>
        part.type === PLURAL ? [{ key, forms: Object.keys(part.options ?? {}) }] : [],
      ),
    );
    expect(plurals.length).toBeGreaterThan(5);
    for (const { key, forms } of plurals) expect(forms, key).toEqual(expect.arrayContaining(SIX_FORMS));
  });

  test("Arabic messages hold no Latin letter outside their placeholders", () => {
    const latin = keys.filter((key) =>
      all(partsOf(ar[key])).some(({ type, value }) => type === LITERAL && /[A-Za-z]/.test(value ?? "")),
    );
    expect(latin).toEqual([]);
  });

  test("English messages hold no Arabic letter", () => {
    expect(keys.filter((key) => /\p{Script=Arabic}/u.test(en[key]))).toEqual([]);
  });
});
