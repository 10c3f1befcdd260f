import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, sha256Hex } from "../../src/exact/hash.ts";
import { canonicalJson, isPlainMap, plainMapOf } from "../../src/exact/json.ts";

describe("canonical JSON (RFC 8785)", () => {
  test("the example of section 3.2.2", () => {
    const value = JSON.parse(
      String.raw`{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }`,
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("the keys of section 3.2.3, sorted by UTF-16 unit", () => {
    const value = {
      "€": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "😀": "Emoji: Grinning Face",
      "\u0080": "Control",
      ö: "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    const order = [...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map(([, text]) => text);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e21, "1e+21"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [1e23, "1e+23"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
    [333333333.33333325, "333333333.33333325"],
  ])("the number %s of appendix B", (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  test("the order in which keys were set does not matter, nor does a round trip", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  test("what JSON cannot hold is an error", () => {
    for (const value of [undefined, Number.NaN, Infinity, () => 1]) expect(() => canonicalJson(value)).toThrow();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => canonicalJson(circle)).toThrow();
  });
});

describe("SHA-256", () => {
  // FIPS 180-2, appendix B; the empty message of NIST's vectors.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("of %.20s", (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });

  test("texts are hashed in UTF-8, values in canonical JSON", () => {
    expect(sha256Hex("ميونيخ")).toBe("91e7a111555bed77af1838032698a77a8a68917e4b9a40230f3325aff0ee6ca5");
    expect(hashOf({ b: 1, a: [2, null] })).toBe(sha256Hex('{"a":[2,null],"b":1}'));
  });
});

test("a map from outside is one with keys: no list, no null", () => {
  const map = { a: 1 };
  expect(plainMapOf(map)).toBe(map);
  for (const other of [null, undefined, 1, "a", [map], true]) {
    expect(isPlainMap(other)).toBe(false);
    expect(plainMapOf(other)).toEqual({});
  }
});
