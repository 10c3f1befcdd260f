import { expect, test } from "vitest";
import { anyHouseWord, HOUSE_WORDS, houseWord } from "../../src/language/house-words.ts";
import { loadSpeaker, withDigits } from "../../src/language/speaker.ts";

const en = await loadSpeaker("en");
const ar = await loadSpeaker("ar");

/** A car is sold: no capital, no mediator. */
const CAR = {
  capital: { en: "family", ar: "العائلة" },
  round: { en: "hour", ar: "الساعة" },
  text: { en: "offer of the garage", ar: "عرض الكراج" },
  table: { en: "desk" },
};

test("a scenario's own words stand wherever a message has a word of the house", () => {
  const own = en.withWords(CAR);
  expect(en.say("advice.hopes", { target: "70" })).toContain("Your capital still hopes");
  expect(own.say("advice.hopes", { target: "70" })).toContain("Your family still hopes");
  expect(own.say("table.round", { round: 2, rounds: 6 })).toBe("Hour 2 of 6");
  expect(own.say("table.ask_text")).toBe("Ask for an offer of the garage");
  expect(own.say("mandate.no_deal.falls", { drift: "2" })).toBe("It falls by ⁨2⁩ an hour.");
  expect(own.say("mandate.back")).toBe("Back to the desk");
});

test("in Arabic they come with their article, and lose it where any one is meant", () => {
  const own = ar.withWords(CAR);
  expect(own.say("advice.hopes", { target: "70" })).toContain("أمل العائلة");
  expect(own.say("mandate.no_deal.falls", { drift: "2" })).toContain("في كل ساعة");
  expect(own.say("table.ask_text")).toBe("طلب عرض كراج");
  expect(own.say("mandate.back"), "not given in Arabic").toBe("العودة إلى الطاولة");
  expect(ar.say("table.ask_text")).toBe("طلب نص");
  expect(anyHouseWord("non_paper", "ar")).toBe("ورقة غير رسمية");
});

test("a word that begins a sentence has a capital, in the middle it has none", () => {
  expect(en.say("title.turn", { round: 3 })).toBe("Round 3, your turn");
  expect(en.say("closed.mediator_stays")).toBe("A mediator does not walk out.");
  expect(en.say("result.signed", { round: 3 })).toBe("Signed in round 3");
});

test("digits of the Arabic East and own words go together", () => {
  expect(withDigits(ar.withWords(CAR), "arab").say("table.round", { round: 2, rounds: 6 })).toBe("الساعة ٢ من ٦");
});

test("every word of the house is there in both languages, the Arabic one with its article", () => {
  for (const word of HOUSE_WORDS) {
    expect(houseWord(word, "en"), word).toMatch(/^[a-z-]+$/);
    expect(houseWord(word, "ar"), word).toMatch(/^ال/);
  }
});
