import { expect, test } from "vitest";
import { packageCount } from "../../src/bargaining/space.ts";
import { didYouMean, nearest, quote } from "../../src/scenario/suggest.ts";
import { textIn } from "../../src/scenario/types.ts";
import { SAMPLE, scenarioOf } from "./sample.ts";

test("a text is in the language asked for, else in English, else in what there is", () => {
  expect(textIn({ en: "Halt", ar: "وقف" }, "ar")).toBe("وقف");
  expect(textIn({ ar: "وقف", en: "Halt" }, "fr")).toBe("Halt");
  expect(textIn({ ar: "وقف" }, "fr")).toBe("وقف");
  expect(textIn({ en: "Halt" }, "toString")).toBe("Halt");
});

test("packages are the product of the options", () => {
  expect(packageCount(scenarioOf(SAMPLE))).toBe(12n);
});

test("a near word is suggested, a far one is not", () => {
  expect(nearest("rusia", ["us", "russia", "turkey"])).toBe("russia");
  expect(nearest("Russia", ["us", "russia"])).toBe("russia");
  expect(nearest("france", ["us", "russia"])).toBeUndefined();
  expect(didYouMean("rusia", ["us", "russia"], "Parties")).toBe('Did you mean "russia"? Parties: us, russia.');
  expect(didYouMean("x", [], "Parties")).toBe("Parties: none.");
  expect(
    didYouMean(
      "x",
      Array.from({ length: 20 }, (_, index) => `p${index}`),
      "Parties",
    ),
  ).toContain("and 8 more");
});

test("a quoted word is short and holds nothing invisible", () => {
  expect(quote("a\u202Eb\u0007")).toBe('"a\\u202eb\\u0007"');
  expect(quote("x".repeat(100))).toHaveLength(63);
});
