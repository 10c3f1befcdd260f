/// <reference path="./jstat.d.ts" />

// Intervals by Student's t, for independent figures, for pairs, and for runs in groups. Apart from `statistics.ts` because jStat
// is large, and pages that need a mean need no Student's t.

import jStat from "jstat";
import { at } from "../../exact/at.ts";
import {
  type Confidence,
  type IntervalEstimate,
  mean,
  type Numbers,
  shareInterval,
  standardError,
} from "./statistics.ts";

/** jStat reckons with the engine's own logarithms: nine decimals are the same on every machine, and enough. */
const DECIMALS = 9;

/**
 * Two-sided quantile of Student's t ("Student" 1908, Biometrika 6: 1–25): |t| stays below it with this probability.
 * @param degreesOfFreedom whole, ≥ 1
 * @throws RangeError for other degrees of freedom
 */
export function studentQuantile(confidence: Confidence, degreesOfFreedom: number): number {
  if (!Number.isSafeInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`degrees of freedom are a whole number from 1, not ${degreesOfFreedom}`);
  }
  return Number(jStat.studentt.inv((1 + confidence) / 2, degreesOfFreedom).toFixed(DECIMALS));
}

/** Mean of independent figures with its t interval, mean ± t·s/√n. */
export function meanInterval(values: Numbers, confidence: Confidence): IntervalEstimate {
  const n = values.length;
  const centre = mean(values);
  const error = standardError(values);
  const half = n > 1 ? studentQuantile(confidence, n - 1) * error : Number.NaN;
  return { n, mean: centre, standardError: error, low: centre - half, high: centre + half };
}

/**
 * Mean of `values[k] − baseline[k]` with its t interval. Where run k of both had the same chance, what they share cancels,
 * and the interval is far narrower than that of two independent samples. Equal lists give exactly 0 ± 0.
 * @throws RangeError when the lists differ in length
 */
export function pairedDifference(values: Numbers, baseline: Numbers, confidence: Confidence): IntervalEstimate {
  if (values.length !== baseline.length) {
    throw new RangeError(`${values.length} figures cannot be paired with ${baseline.length}`);
  }
  const differences = Float64Array.from(values, (value, run) => value - at(baseline, run));
  return meanInterval(differences, confidence);
}

/** Between what and what a figure lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The group of the run at an index: runs of one group share something, such as a drawing of the others' values, and stand together. */
export type GroupOf = (index: number) => number;

/**
 * Standard error of a mean over runs in groups: the groups vary, not only the runs (linearised ratio estimator; Cochran 1977,
 * Sampling Techniques, chapter 9A). With one run a group it is the usual s/√n. NaN for fewer than two groups.
 */
export function groupedError(values: Numbers, groupOf: GroupOf): { standardError: number; groups: number } {
  const centre = mean(values);
  let squares = 0;
  let sum = 0;
  let groups = values.length > 0 ? 1 : 0;
  let run = 0;
  for (const value of values) {
    if (run > 0 && groupOf(run) !== groupOf(run - 1)) {
      squares += sum * sum;
      sum = 0;
      groups++;
    }
    sum += value - centre;
    run++;
  }
  squares += sum * sum;
  const standardError = groups > 1 ? Math.sqrt((squares * groups) / (groups - 1)) / values.length : Number.NaN;
  return { standardError, groups };
}

/**
 * Mean of runs in groups with its interval, mean ± t·error with one degree of freedom less than groups.
 * @param widest what is known without any run: the interval where there are fewer than two groups
 */
export function groupedMean(values: Numbers, groupOf: GroupOf, widest: Interval): Interval & { readonly mean: number } {
  const centre = mean(values);
  const { standardError, groups } = groupedError(values, groupOf);
  if (groups < 2) return { mean: centre, low: widest.low, high: widest.high };
  const half = studentQuantile(0.9, groups - 1) * standardError;
  return { mean: centre, low: centre - half, high: centre + half };
}

/**
 * As how many independent runs these are: what the error says, less what an error from few groups is itself unsure of
 * (Korn & Graubard 1998); as many as there are groups where it says nothing.
 */
function effectiveRuns(share: number, runs: number, error: number, groups: number): number {
  if (groups === runs) return runs;
  if (!(error > 0)) return groups;
  const unsure = studentQuantile(0.9, runs - 1) / studentQuantile(0.9, groups - 1);
  return Math.min(runs, Math.max(1, ((share * (1 - share)) / (error * error)) * unsure * unsure));
}

/**
 * Share of the runs in groups for which something holds: Wilson's interval for as many independent runs as would be as exact
 * (effective sample size, adjusted for the degrees of freedom; Korn & Graubard 1998, Survey Methodology 24: 193–201; with
 * Wilson's: Dean & Pagano 2015, Journal of Survey Statistics and Methodology 3: 484–503). Where it holds for all or none, that
 * is as many as there are groups. Of no runs nothing is known: 0–1.
 * @param holds 1 or 0, by run
 */
export function groupedShare(
  holds: Uint8Array,
  groupOf: GroupOf,
): Interval & { readonly count: number; readonly share: number } {
  const n = holds.length;
  if (n === 0) return { count: 0, share: 0, low: 0, high: 1 };
  const count = holds.reduce((sum, one) => sum + one, 0);
  const share = count / n;
  const { standardError, groups } = groupedError(holds, groupOf);
  const effective = effectiveRuns(share, n, standardError, groups);
  const { low, high } = shareInterval(share * effective, effective, 0.9);
  return { count, share, low: count === 0 ? 0 : low, high: count === n ? 1 : high };
}
