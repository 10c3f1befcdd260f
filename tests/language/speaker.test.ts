import { describe, expect, test } from "vitest";
import { arabicDigits } from "../../src/language/languages.ts";
import { isolate, loadSpeaker, withDigits } from "../../src/language/speaker.ts";
import { typedNumber } from "../../src/language/typed-number.ts";

const en = await loadSpeaker("en");
const ar = await loadSpeaker("ar");

describe("a speaker", () => {
  test("isolates names, so that a name of the other script cannot turn the sentence round", () => {
    expect(ar.say("record.accepts", { party: "Russia" })).toBe(`قبول من ${isolate("Russia")}.`);
    expect(ar.pieces("record.accepts", { party: "Russia" })).toEqual(["قبول من ", { isolated: "Russia" }, "."]);
  });

  test("chooses each of the six Arabic plurals", () => {
    const minutes = (count: number): string => ar.say("start.minutes", { minutes: count });
    expect([1, 2, 3, 11, 100].map(minutes)).toEqual([
      "نحو دقيقة واحدة",
      "نحو دقيقتين",
      "نحو 3 دقائق",
      "نحو 11 دقيقة",
      "نحو 100 دقيقة",
    ]);
    expect(en.say("start.minutes", { minutes: 1 })).toBe("about 1 minute");
  });

  test("writes days with Levantine months and Latin digits", () => {
    expect(ar.day("2016-02-11")).toBe("11 شباط 2016");
    expect(en.day("2016-02-11")).toBe("11 February 2016");
  });

  test("writes a day as it is written, wherever the reader lives", () => {
    expect(en.day("2016-03-01")).toBe("1 March 2016");
    expect(en.day("2016-12-31")).toBe("31 December 2016");
  });

  test("signs figures with a true minus and no sign at nought", () => {
    expect(en.signed(-2.55, 1)).toBe("−2.6");
    expect(en.signed(0, 1)).toBe("0.0");
    expect(en.signed(3, 1)).toBe("+3.0");
    expect(ar.signed(-5)).toContain("−5");
  });

  test("reads markup as text: a name is never a tag", () => {
    expect(en.say("record.accepts", { party: "<b>x</b>" })).toContain("<b>x</b>");
  });

  test("lists with isolates", () => {
    expect(en.list(["a", "b", "c"])).toBe(`${isolate("a")}, ${isolate("b")} and ${isolate("c")}`);
  });
});

describe("the digits of the Arabic East", () => {
  test("stand for Latin ones, with their own decimal sign", () => {
    expect(arabicDigits("0123456789")).toBe("٠١٢٣٤٥٦٧٨٩");
    expect(arabicDigits("61.5")).toBe("٦١٫٥");
    expect(arabicDigits("8,000")).toBe("٨٬٠٠٠");
    expect(arabicDigits("في 11 شباط. ثم")).toBe("في ١١ شباط. ثم");
  });

  test("are read where a player types a number, as Latin ones are", () => {
    expect(["61.5", " 61,5 ", "٦١٫٥", "٦١,٥"].map(typedNumber)).toEqual([61.5, 61.5, 61.5, 61.5]);
    expect(["", "six", "6.1.5"].map(typedNumber)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("are written in every word, number, date and text of the screen, where they were chosen", async () => {
    const arabic = withDigits(await loadSpeaker("ar"), "arab");
    const latin = /[0-9]/;
    expect(arabic.number(61.5, 1)).toBe("٦١٫٥");
    expect(arabic.day("2016-02-11")).not.toMatch(latin);
    expect(arabic.shown("400 ألف")).toBe("٤٠٠ ألف");
    expect(arabic.signed(-4.4, 1)).not.toMatch(latin);
    const pieces = arabic.pieces("frame.digits", { sample: "12" });
    expect(pieces).toContainEqual({ isolated: "١٢" });
  });

  test("are a choice in Arabic only, and Latin ones are the default", async () => {
    const english = await loadSpeaker("en");
    const arabic = await loadSpeaker("ar");
    expect(withDigits(english, "arab")).toBe(english);
    expect(withDigits(arabic, "latn")).toBe(arabic);
    expect(arabic.day("2016-02-11")).toMatch(/11 شباط 2016/);
  });
});
