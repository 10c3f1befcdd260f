import fc from "fast-check";
import { expect, test } from "vitest";
import {
  groupedError,
  groupedMean,
  groupedShare,
  meanInterval,
  pairedDifference,
  studentQuantile,
} from "../../../src/lab/statistics/intervals.ts";
import { shareInterval, standardError } from "../../../src/lab/statistics/statistics.ts";
import { type Dice, diceOf } from "../../setup/dice.ts";

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

const alone = (index: number): number => index;
const inPairs = (index: number): number => Math.floor(index / 2);
const VALUES = [3, 1, 4, 1, 5, 9, 2, 6];
const WIDEST = { low: 0, high: 10 };

test("runs that stand alone have the usual error and intervals", () => {
  expect(groupedError(VALUES, alone).standardError).toBeCloseTo(standardError(VALUES), 12);
  const usual = meanInterval(VALUES, 0.9);
  const grouped = groupedMean(VALUES, alone, WIDEST);
  expect([grouped.mean, grouped.low, grouped.high]).toEqual([
    usual.mean,
    expect.closeTo(usual.low, 9),
    expect.closeTo(usual.high, 9),
  ]);
  const { low, high } = shareInterval(3, 10, 0.9);
  const holds = Uint8Array.from([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  expect(groupedShare(holds, alone)).toEqual({ count: 3, share: 0.3, low, high });
});

test("runs that are copies of one another count once", () => {
  const twice = VALUES.flatMap((value) => [value, value]);
  expect(groupedError(twice, inPairs)).toEqual({
    standardError: expect.closeTo(standardError(VALUES), 12),
    groups: VALUES.length,
  });
  const ten = Array.from({ length: 40 }, (_, group) => (group % 4 === 0 ? 1 : 0));
  const copied = Uint8Array.from(ten.flatMap((one) => new Array<number>(10).fill(one)));
  const grouped = groupedShare(copied, (index) => Math.floor(index / 10));
  const once = shareInterval(10, 40, 0.9);
  expect(grouped.low).toBeCloseTo(once.low, 2);
  expect(grouped.high).toBeCloseTo(once.high, 2);
});

test("where all or none hold, groups are counted, not runs; of one group or of nothing little is known", () => {
  const none = groupedShare(new Uint8Array(100), (index) => Math.floor(index / 10));
  expect(none).toEqual({ count: 0, share: 0, low: 0, high: shareInterval(0, 10, 0.9).high });
  expect(groupedMean(VALUES, () => 0, WIDEST)).toEqual({ mean: 3.875, ...WIDEST });
  expect(groupedMean([], alone, WIDEST)).toEqual({ mean: 0, ...WIDEST });
  expect(groupedShare(new Uint8Array(0), alone)).toEqual({ count: 0, share: 0, low: 0, high: 1 });
});

/**
 * In how many of a thousand experiments the intervals hold the truth, 0.5.
 * @param chanceOf in which share of its runs a group holds: 0.5 in all, far less known than so many runs would make one think
 */
function coverage(groups: number, each: number, chanceOf: (dice: Dice) => number): { shares: number; means: number } {
  const dice = diceOf(`${groups} groups of ${each}`);
  const groupOf = (index: number): number => Math.floor(index / each);
  let [shares, means] = [0, 0];
  for (let experiment = 0; experiment < 1000; experiment++) {
    const holds = new Uint8Array(groups * each);
    for (let group = 0; group < groups; group++) {
      const chance = chanceOf(dice);
      for (let run = 0; run < each; run++) holds[group * each + run] = dice.chance(chance) ? 1 : 0;
    }
    const share = groupedShare(holds, groupOf);
    const mean = groupedMean(holds, groupOf, { low: 0, high: 1 });
    if (share.low <= 0.5 && 0.5 <= share.high) shares++;
    if (mean.low <= 0.5 && 0.5 <= mean.high) means++;
  }
  return { shares, means };
}

test("over many experiments with groups, nine in ten intervals hold the truth", () => {
  // 99.9 % of binomial(1000, 0.9) lie in 869–931.
  for (const covered of Object.values(coverage(50, 10, (dice) => (dice.chance(0.5) ? 0.2 : 0.8)))) {
    expect(covered).toBeGreaterThanOrEqual(869);
    expect(covered).toBeLessThanOrEqual(931);
  }
});

test("of a handful of groups intervals are wide rather than wrong", () => {
  const evenly = (dice: Dice): number => 0.1 + dice.below(801) / 1000;
  for (const groups of [2, 3, 5]) expect(coverage(groups, 25, evenly).shares).toBeGreaterThanOrEqual(869);
});
