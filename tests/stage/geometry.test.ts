import { expect, test } from "vitest";
import { dashedStrokes, dashPatternOf, partialLine, pointAlong } from "../../src/stage/geometry.ts";

const STOPS = [
  { x: 0, y: 10 },
  { x: 100, y: 10 },
  { x: 300, y: 20 },
];

test.each([
  [0, { x: 0, y: 10 }],
  [0.5, { x: 50, y: 10 }],
  [1, { x: 100, y: 10 }],
  [1.5, { x: 200, y: 15 }],
  [2, { x: 300, y: 20 }],
  [-1, { x: 0, y: 10 }],
  [7, { x: 300, y: 20 }],
])("a place between two stops lies between them: %d", (at, spot) => {
  expect(pointAlong(STOPS, at)).toEqual(spot);
});

test("a rail of one stop has one place", () => {
  expect(pointAlong([{ x: 5, y: 6 }], 0.7)).toEqual({ x: 5, y: 6 });
});

const CORNER = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 40 },
];

const length = ({ from, to }: ReturnType<typeof dashedStrokes>[number]): number =>
  Math.hypot(to.x - from.x, to.y - from.y);

test("no pattern, no gaps", () => {
  expect(dashedStrokes(CORNER, []).map(length)).toEqual([30, 40]);
});

test("a pattern runs on round the corner", () => {
  const strokes = dashedStrokes(CORNER, [20, 5]);
  expect(strokes.map(length)).toEqual([20, 5, 15, 20]);
  expect(strokes[2]).toEqual({ from: { x: 30, y: 0 }, to: { x: 30, y: 15 } });
});

test("the first parties of a table have patterns of their own", () => {
  const patterns = [0, 1, 2, 3, 4, 5].map((party) => dashPatternOf(party).join(" "));
  expect(new Set(patterns).size).toBe(6);
});

test("the beginning of a line is measured along it", () => {
  expect(partialLine(CORNER, 0)).toEqual([CORNER[0], CORNER[0]]);
  expect(partialLine(CORNER, 0.5)).toEqual([CORNER[0], CORNER[1], { x: 30, y: 5 }]);
  expect(partialLine(CORNER, 1)).toEqual(CORNER);
});
