import { optionsIn, spaceOf } from "../../bargaining/space.ts";
import { addAt, at } from "../../exact/at.ts";
import type { PackageIds } from "../../play/action.ts";
import type { Outcome } from "../../scenario/codes.ts";
import { outcomeCode } from "../runs/rows.ts";
import { type GroupOf, groupedMean, groupedShare, type Interval } from "../statistics/intervals.ts";
import { mean, summarise } from "../statistics/statistics.ts";
import type { Futures, FuturesHeader, GatheredRows, LikelyText, Share, Spread } from "./futures.ts";

/** How many of the most frequent texts are told. */
const TEXTS = 3;
const STEPS = 20;

function histogramOf(values: Float64Array, from: number, to: number): Spread["histogram"] {
  const counts = new Float64Array(STEPS);
  for (const value of values) {
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * STEPS)));
    addAt(counts, step, 1);
  }
  return { from, to, counts: [...counts] };
}

/** Bounds that hold all the values, at least from `low` to `high`. */
export function boundsOf(low: number, high: number, ...lists: readonly Float64Array[]): readonly [number, number] {
  let [from, to] = [low, high];
  for (const values of lists) {
    for (const value of values) {
      if (value < from) from = value;
      if (value > to) to = value;
    }
  }
  return [from, to];
}

/**
 * How figures are distributed over runs in groups.
 * @param bounds of the histogram
 * @param widest between which the mean must lie, should the runs be too few to tell; left out: the bounds
 */
export function spreadOf(
  values: Float64Array,
  group: GroupOf,
  [from, to]: readonly [number, number],
  widest: Interval = { low: from, high: to },
): Spread {
  const { q05, q50, q95 } = summarise(values);
  return { ...groupedMean(values, group, widest), q05, q50, q95, histogram: histogramOf(values, from, to) };
}

function idsOf({ issues }: FuturesHeader, pack: number): PackageIds {
  const options = optionsIn(spaceOf(issues.map((issue) => issue.options.length)), pack);
  return Object.fromEntries(issues.map(({ id, options: ids }, index) => [id, at(ids, at(options, index))]));
}

/** Runs that share a drawing of the others' values are one group. */
export function groupsOf({ run }: GatheredRows, runsAGroup: number): GroupOf {
  return (index) => Math.floor(at(run, index) / runsAGroup);
}

/**
 * What the runs came to.
 * @param runsAGroup runs that share a drawing of the others' values; 1: all are independent
 */
export function futuresOf(
  header: FuturesHeader,
  rows: GatheredRows,
  runsAGroup: number,
  bounds: readonly [number, number],
): Futures {
  const group = groupsOf(rows, runsAGroup);
  const shareWhere = (test: (index: number) => boolean): Share =>
    groupedShare(
      Uint8Array.from(rows.outcome, (_, index) => (test(index) ? 1 : 0)),
      group,
    );
  const endedAs = (outcome: Outcome): Share => {
    const code = outcomeCode(outcome);
    return shareWhere((index) => rows.outcome[index] === code);
  };
  const counts = new Map<number, number>();
  for (const pack of rows.signed) if (pack >= 0) counts.set(pack, (counts.get(pack) ?? 0) + 1);
  const texts = [...counts]
    .sort(([packA, a], [packB, b]) => b - a || packA - packB)
    .slice(0, TEXTS)
    .map(
      ([pack]): LikelyText => ({
        package: idsOf(header, pack),
        share: shareWhere((index) => rows.signed[index] === pack),
      }),
    );
  return {
    runs: rows.run.length,
    outcomes: { signed: endedAs("signed"), broken: endedAs("broken"), expired: endedAs("expired") },
    result: spreadOf(rows.result, group, bounds),
    texts,
    rounds: mean(rows.rounds),
  };
}
