import { mean, shareInterval } from "./statistics.ts";
import { studentQuantile } from "./student.ts";

/** Intervals of 90 % over runs in groups that share something, here a drawing of the others' values. */

/** An interval; NaN where nothing is known. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The group of the run at an index; runs of one group stand together. */
export type GroupOf = (index: number) => number;

/**
 * Standard error of a mean over runs in groups: the groups vary, not only the runs (linearised ratio estimator; Cochran 1977,
 * Sampling Techniques, section 9A.2). With one run a group it is the usual s/√n. NaN for fewer than two groups.
 */
export function groupedError(values: ArrayLike<number>, groupOf: GroupOf): { standardError: number; groups: number } {
  const centre = mean(values);
  let squares = 0;
  let sum = 0;
  let groups = values.length > 0 ? 1 : 0;
  for (let i = 0; i < values.length; i++) {
    if (i > 0 && groupOf(i) !== groupOf(i - 1)) {
      squares += sum * sum;
      sum = 0;
      groups++;
    }
    sum += (values[i] as number) - centre;
  }
  squares += sum * sum;
  const standardError = groups > 1 ? Math.sqrt((squares * groups) / (groups - 1)) / values.length : Number.NaN;
  return { standardError, groups };
}

/** Mean of runs in groups with its interval, mean ± t·error with one degree of freedom less than groups. */
export function groupedMean(values: ArrayLike<number>, groupOf: GroupOf): Interval & { readonly mean: number } {
  const centre = mean(values);
  const { standardError, groups } = groupedError(values, groupOf);
  const half = groups > 1 ? studentQuantile(0.9, groups - 1) * standardError : Number.NaN;
  return { mean: centre, low: centre - half, high: centre + half };
}

/**
 * Share of the runs in groups for which something holds: Wilson's interval for as many independent runs as would be as exact
 * (effective sample size; Korn & Graubard 1998, Survey Methodology 24: 193–201; with Wilson's: Dean & Pagano 2015, Journal of
 * Survey Statistics and Methodology 3: 484–503). Where it holds for all or none, that is as many as there are groups. Of no
 * runs nothing is known: 0–1.
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
  const asGood = standardError > 0 ? (share * (1 - share)) / (standardError * standardError) : groups;
  // Runs that stand alone are what they are; groups never make runs better than independent ones.
  const effective = groups === n ? n : Math.min(n, Math.max(1, asGood));
  const { low, high } = shareInterval(share * effective, effective, 0.9);
  return { count, share, low: count === 0 ? 0 : low, high: count === n ? 1 : high };
}
