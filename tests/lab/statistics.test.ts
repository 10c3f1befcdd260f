import { expect, test } from "vitest";
import { mean, quantile, summarise } from "../../src/lab/statistics.ts";

test("the mean", () => {
  expect(mean([2, 4, 9])).toBe(5);
  expect(mean([])).toBe(0);
});

test("quantiles by linear interpolation, as R's type 7 and NumPy have them", () => {
  const values = [1, 2, 4, 8, 16];
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 0.05)).toBeCloseTo(1.2, 12);
  expect(quantile(values, 0.5)).toBe(4);
  expect(quantile(values, 0.9)).toBeCloseTo(12.8, 12);
  expect(quantile(values, 1)).toBe(16);
  expect(quantile([1, 2], 0.5)).toBe(1.5);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBe(0);
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
