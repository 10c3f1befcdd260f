import fc from "fast-check";
import { expect, test } from "vitest";
import {
  mean,
  pairedShareDifference,
  shareInterval,
  standardError,
  summarise,
} from "../../../src/lab/statistics/statistics.ts";

test("the mean", () => {
  expect(mean([2, 4, 9])).toBe(5);
  expect(mean([])).toBe(0);
});

test("a summary of figures in any order", () => {
  // Squares from the mean 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; the sample's variance is 32/7.
  const { sd, ...rest } = summarise(Float64Array.of(9, 2, 4, 5, 4, 5, 7, 4));
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(rest.mean).toBe(5);
  expect(rest.q50).toBe(4.5);
  expect(rest.q05).toBeCloseTo(2.7, 12);
  expect(rest.q95).toBeCloseTo(8.3, 12);
});

test("numbers are sorted as numbers, below zero too", () => {
  expect(summarise(Float64Array.of(10, -3, 9, 100)).q50).toBe(9.5);
});

test("one figure, or none, has no spread", () => {
  expect(summarise(Float64Array.of(3))).toEqual({ mean: 3, sd: 0, q05: 3, q50: 3, q95: 3 });
  expect(summarise(new Float64Array(0))).toEqual({ mean: 0, sd: 0, q05: 0, q50: 0, q95: 0 });
});

test("the standard error: s over the root of n", () => {
  // Sample variance 32/7 of eight figures, as above.
  expect(standardError([9, 2, 4, 5, 4, 5, 7, 4])).toBeCloseTo(Math.sqrt(32 / 7 / 8), 12);
  expect(standardError([3])).toBeNaN();
  expect(standardError([])).toBeNaN();
});

// Method 3 in table I of Newcombe 1998, Statistics in Medicine 17: 857-872.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("the score interval of %i in %i, as in Newcombe's comparison", (successes, n, low, high) => {
  const found = shareInterval(successes, n, 0.95);
  expect(found.mean).toBe(successes / n);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test("a score interval lies within 0-1, holds the share, and mirrors failures", () => {
  const counts = fc
    .integer({ min: 1, max: 5_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, fc.constantFrom(0.9 as const, 0.95 as const), ([successes, n], confidence) => {
      const { low, mean: share, high } = shareInterval(successes, n, confidence);
      const mirrored = shareInterval(n - successes, n, confidence);
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      expect(mirrored.high).toBeCloseTo(1 - low, 12);
    }),
  );
  for (const [successes, n] of [
    [1, 0],
    [3, 2],
    [-1, 4],
  ] as const) {
    expect(() => shareInterval(successes, n, 0.9)).toThrow(RangeError);
  }
});

test("a paired difference of shares, as in Agresti and Min", () => {
  // Two opinions of 1,144 people in the General Social Survey (Agresti, Categorical Data Analysis, chapter on matched pairs).
  const { mean: difference, low, high, standardError: error } = pairedShareDifference(1144, 132, 107, 0.95);
  expect(difference).toBeCloseTo(-25 / 1144, 12);
  expect(error).toBeCloseTo(0.0135, 4);
  expect(low).toBeCloseTo(-0.0483, 4);
  expect(high).toBeCloseTo(0.0047, 4);
});

test("pairs that never differ: a difference of exactly zero, and doubt that shrinks with their number", () => {
  const few = pairedShareDifference(10, 0, 0, 0.9);
  const many = pairedShareDifference(10_000, 0, 0, 0.9);
  expect([few.mean, few.standardError]).toEqual([0, 0]);
  expect(few.high).toBeGreaterThan(0.1);
  expect(many.high).toBeLessThan(0.001);
  expect(few.low).toBe(-few.high);
  for (const [n, first, second] of [
    [0, 0, 0],
    [4, 3, 2],
    [4, -1, 2],
  ] as const) {
    expect(() => pairedShareDifference(n, first, second, 0.9)).toThrow(RangeError);
  }
});
