import { expect, test } from "vitest";
import { groupedError, groupedMean, groupedShare } from "../../src/lab/intervals.ts";
import { shareInterval, standardError } from "../../src/lab/statistics.ts";
import { meanInterval } from "../../src/lab/student.ts";
import { type Dice, diceOf } from "../setup/dice.ts";

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
