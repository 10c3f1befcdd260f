import { expect, test } from "vitest";
import { movesBetween, type StageMove } from "../../src/stage/picture.ts";
import { picture } from "./table.ts";

const OFFER: StageMove = { kind: "offer", party: 0 };
const REPLY: StageMove = { kind: "offer", party: 1 };
const TEXT: StageMove = { kind: "text", party: 2 };
const ANSWERS: StageMove = { kind: "answers" };

test("what has been added to the story is what moves", () => {
  const before = picture({ story: [OFFER] });
  expect(movesBetween(before, picture({ story: [OFFER, ANSWERS] }))).toEqual([ANSWERS]);
  expect(movesBetween(before, before)).toEqual([]);
});

test("nothing moves in the first picture, from one play to another, or backwards", () => {
  const story = [OFFER, ANSWERS];
  expect(movesBetween(null, picture({ story }))).toEqual([]);
  expect(movesBetween(picture({ scene: "other" }), picture({ story }))).toEqual([]);
  expect(movesBetween(picture({ story }), picture({ story: [OFFER] }))).toEqual([]);
});

test("a skipped hour moves each party once, and opens the last answers", () => {
  const story = [OFFER, ANSWERS, REPLY, ANSWERS, OFFER, ANSWERS, TEXT, ANSWERS];
  expect(movesBetween(picture(), picture({ story }))).toEqual([REPLY, OFFER, TEXT, ANSWERS]);
});
