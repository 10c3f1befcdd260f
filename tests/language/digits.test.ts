import { describe, expect, test } from "vitest";
import { arabicDigits, withDigits } from "../../src/language/digits.ts";
import { learn } from "../../src/language/speak.ts";

describe("the digits of the Arabic East", () => {
  test("stand for Latin ones, with their own decimal sign", () => {
    expect(arabicDigits("0123456789")).toBe("٠١٢٣٤٥٦٧٨٩");
    expect(arabicDigits("61.5")).toBe("٦١٫٥");
    expect(arabicDigits("8,000")).toBe("٨٬٠٠٠");
    expect(arabicDigits("في 11 شباط. ثم")).toBe("في ١١ شباط. ثم");
  });

  test("are written in every word, number, date and text of the screen, where they were chosen", async () => {
    const arabic = withDigits(await learn("ar"), "arab");
    const latin = /[0-9]/;
    expect(arabic.number(61.5, 1)).toBe("٦١٫٥");
    expect(arabic.day("2016-02-11")).not.toMatch(latin);
    expect(arabic.shown("400 ألف")).toBe("٤٠٠ ألف");
    expect(arabic.signed(-4.4, 1)).not.toMatch(latin);
    const pieces = arabic.pieces("frame.digits", { sample: "12" });
    expect(pieces).toContainEqual({ isolated: "١٢" });
  });

  test("are a choice in Arabic only, and Latin ones are the default", async () => {
    const english = await learn("en");
    const arabic = await learn("ar");
    expect(withDigits(english, "arab")).toBe(english);
    expect(withDigits(arabic, "latn")).toBe(arabic);
    expect(arabic.day("2016-02-11")).toMatch(/11 شباط 2016/);
  });
});
