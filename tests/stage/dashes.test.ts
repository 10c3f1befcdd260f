import { expect, test } from "vitest";
import { beginning, patternOf, strokesOf } from "../../src/stage/dashes.ts";

const CORNER = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 40 },
];

const length = ({ from, to }: ReturnType<typeof strokesOf>[number]): number => Math.hypot(to.x - from.x, to.y - from.y);

test("no pattern, no gaps", () => {
  expect(strokesOf(CORNER, []).map(length)).toEqual([30, 40]);
});

test("a pattern runs on round the corner", () => {
  const strokes = strokesOf(CORNER, [20, 5]);
  expect(strokes.map(length)).toEqual([20, 5, 15, 20]);
  expect(strokes[2]).toEqual({ from: { x: 30, y: 0 }, to: { x: 30, y: 15 } });
});

test("the first parties of a table have patterns of their own", () => {
  const patterns = [0, 1, 2, 3, 4, 5].map((party) => patternOf(party).join(" "));
  expect(new Set(patterns).size).toBe(6);
});

test("the beginning of a line is measured along it", () => {
  expect(beginning(CORNER, 0)).toEqual([CORNER[0], CORNER[0]]);
  expect(beginning(CORNER, 0.5)).toEqual([CORNER[0], CORNER[1], { x: 30, y: 5 }]);
  expect(beginning(CORNER, 1)).toEqual(CORNER);
});
