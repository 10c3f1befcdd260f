import { expect, test } from "vitest";
import { arriving, between, passed, softly } from "../../src/stage/easing.ts";

test.each([
  ["softly", softly],
  ["arriving", arriving],
])("%s goes from 0 to 1 and never back", (_, ease) => {
  const way = Array.from({ length: 101 }, (__, step) => ease(step / 100));
  expect(way[0]).toBe(0);
  expect(way[100]).toBe(1);
  expect(way).toEqual([...way].sort((a, b) => a - b));
});

test("what has passed of a stretch is held to 0–1", () => {
  expect([-5, 100, 150, 200, 999].map((now) => passed(now, 100, 100))).toEqual([0, 0, 0.5, 1, 1]);
  expect(passed(0, 0, 0)).toBe(1);
  expect(between(2, 4, 0.5)).toBe(3);
});
