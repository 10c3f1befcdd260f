import { expect, test } from "vitest";
import { PRESSURE_WORDS, pressureMeant, pressureWord } from "../../../src/table/view/party-in-public.ts";

test("a word for pressure stands for a pressure that has this word", () => {
  expect(PRESSURE_WORDS.map(pressureMeant)).toEqual([0, 0.15, 0.375, 0.625, 0.875]);
  expect(PRESSURE_WORDS.map((word) => pressureWord(pressureMeant(word)))).toEqual([...PRESSURE_WORDS]);
});

test("a step begins with its own pressure", () => {
  expect([0, 0.049, 0.05, 0.25, 0.5, 0.75, 1].map(pressureWord)).toEqual([
    ...["none", "none", "little", "some", "strong", "extreme", "extreme"],
  ]);
});
