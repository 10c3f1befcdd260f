import fc from "fast-check";
import { expect, test } from "vitest";
import { standardError } from "../../src/lab/statistics.ts";
import { meanInterval, pairedDifference, studentQuantile } from "../../src/lab/student.ts";

test.each([
  [1, 6.3138, 12.7062],
  [4, 2.1318, 2.7764],
  [10, 1.8125, 2.2281],
  [30, 1.6973, 2.0423],
  [120, 1.6577, 1.9799],
  [100_000, 1.6449, 1.96],
])("the printed table of t, %i degrees of freedom", (degrees, ninety, ninetyFive) => {
  expect(studentQuantile(0.9, degrees)).toBeCloseTo(ninety, 4);
  expect(studentQuantile(0.95, degrees)).toBeCloseTo(ninetyFive, 4);
});

test("degrees of freedom are whole and from 1", () => {
  for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => studentQuantile(0.9, wrong)).toThrow(RangeError);
});

// Additional hours of sleep of ten patients under two drugs, from Student's paper of 1908 (R's `sleep`).
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test("the paired difference of Student's own example, as R's t.test(paired = TRUE) prints it", () => {
  const { n, mean, standardError: error, low, high } = pairedDifference(SECOND, FIRST, 0.95);
  expect(n).toBe(10);
  expect(mean).toBeCloseTo(1.58, 12);
  expect(mean / error).toBeCloseTo(4.0621, 4);
  expect(low).toBeCloseTo(0.7001142, 7);
  expect(high).toBeCloseTo(2.4598858, 7);
});

test("a difference to itself is exactly zero, with no doubt left", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2 }), (values) => {
      expect(pairedDifference(values, values.slice(), 0.9)).toEqual({
        n: values.length,
        mean: 0,
        standardError: 0,
        low: 0,
        high: 0,
      });
    }),
  );
});

test("lists of different length cannot be paired", () => {
  expect(() => pairedDifference([1, 2], [1], 0.9)).toThrow(RangeError);
});

test("one figure has a mean and nothing else", () => {
  expect(meanInterval([4], 0.95)).toEqual({
    n: 1,
    mean: 4,
    standardError: Number.NaN,
    low: Number.NaN,
    high: Number.NaN,
  });
});

test("an interval holds its mean in the middle, and the wider confidence holds the narrower", () => {
  const values = [3, 9, 4, 4, 7];
  const ninety = meanInterval(values, 0.9);
  const ninetyFive = meanInterval(values, 0.95);
  expect(ninety.standardError).toBe(standardError(values));
  expect((ninety.low + ninety.high) / 2).toBeCloseTo(ninety.mean, 12);
  expect(ninetyFive.low).toBeLessThan(ninety.low);
  expect(ninetyFive.high).toBeGreaterThan(ninety.high);
});
