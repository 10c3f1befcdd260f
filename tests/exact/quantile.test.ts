import { expect, test } from "vitest";
import { quantile } from "../../src/exact/quantile.ts";

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
