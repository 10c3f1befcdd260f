import { expect, test } from "vitest";
import { along } from "../../src/stage/geometry.ts";

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
  expect(along(STOPS, at)).toEqual(spot);
});

test("a rail of one stop has one place", () => {
  expect(along([{ x: 5, y: 6 }], 0.7)).toEqual({ x: 5, y: 6 });
});
