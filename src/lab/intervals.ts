import { mean } from "./statistics.ts";

/** An estimate with its 90 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % quantile of the standard normal: both tails together leave 10 %. */
export const Z90 = 1.6448536269514722;

/**
 * 95 % quantile of Student's t, for two-sided intervals of 90 %: Fisher's expansion in 1/df (Abramowitz & Stegun 26.7.5),
 * within 0.001 from 5 degrees of freedom on.
 * @param df degrees of freedom; below 1: Infinity, for nothing can be said
 */
export function t90(df: number): number {
  if (df < 1) return Infinity;
  // The expansion does not reach the heavy tails; these are exact (tables of Student's t).
  const small = [6.313752, 2.919986, 2.353363, 2.131847][df - 1];
  if (small !== undefined) return small;
  const z = Z90;
  const z3 = z * z * z;
  const z5 = z3 * z * z;
  const z7 = z5 * z * z;
  const first = (z3 + z) / 4;
  const second = (5 * z5 + 16 * z3 + 3 * z) / 96;
  const third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
  return z + first / df + second / (df * df) + third / (df * df * df);
}

/**
 * Score interval for a share (Wilson 1927), 90 %. Holds near 0 and 1, where the usual one fails.
 * @param share 0–1
 * @param n of how many; 0: the whole of 0–1
 */
export function wilson90(share: number, n: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z2 = Z90 * Z90;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z90 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) };
}

/**
 * Standard error of a mean over runs in groups that share something (here a drawing of the others' values): the groups vary, not
 * only the runs (linearised ratio estimator; Cochran 1977, section 9A.2). With one run a group it is the usual one.
 * @param group of each run; runs of one group stand together
 */
export function groupedError(
  values: ArrayLike<number>,
  group: (index: number) => number,
): { se: number; groups: number } {
  const centre = mean(values);
  let squares = 0;
  let sum = 0;
  let groups = 0;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || group(i) !== group(i - 1)) {
      squares += sum * sum;
      sum = 0;
      groups++;
    }
    sum += (values[i] as number) - centre;
  }
  squares += sum * sum;
  if (groups < 2) return { se: Infinity, groups };
  return { se: Math.sqrt((squares * groups) / (groups - 1)) / values.length, groups };
}

/** 90 % interval of a mean over runs in groups; the whole line for a single group. */
export function mean90(values: ArrayLike<number>, group: (index: number) => number): Interval & { mean: number } {
  const centre = mean(values);
  const { se, groups } = groupedError(values, group);
  if (groups < 2) return { mean: centre, low: -Infinity, high: Infinity };
  const half = t90(groups - 1) * se;
  return { mean: centre, low: centre - half, high: centre + half };
}

/**
 * 90 % interval of the share of runs in groups that hold: Wilson's with the number of independent runs that would be as exact
 * (effective sample size; Korn & Graubard 1998, Dean & Pagano 2015). Where all or none hold, only the groups are counted.
 * @param holds 1 or 0, by run
 */
export function share90(
  holds: Uint8Array,
  group: (index: number) => number,
  single: boolean,
): Interval & { count: number; share: number } {
  let count = 0;
  for (const one of holds) count += one;
  const n = holds.length;
  const share = n > 0 ? count / n : 0;
  if (single || n === 0) return { count, share, ...wilson90(share, n) };
  const { se, groups } = groupedError(holds, group);
  const free = se > 0 && groups > 1 ? (share * (1 - share)) / (se * se) : groups;
  return { count, share, ...wilson90(share, Math.min(n, Math.max(1, free))) };
}

/**
 * Difference of two shares over the same runs, second less first, with its 90 % interval: half a pair is added to each kind of
 * pair (Agresti & Min 2005), so that no flips in n pairs do not pass for certainty.
 */
export function pairedShares90(n: number, onlyFirst: number, onlySecond: number): Interval & { mean: number } {
  if (n === 0) return { mean: 0, low: -1, high: 1 };
  const [b, c, total] = [onlyFirst + 0.5, onlySecond + 0.5, n + 2];
  const centre = (c - b) / total;
  const half = (Z90 * Math.sqrt(b + c - ((c - b) * (c - b)) / total)) / total;
  return { mean: (onlySecond - onlyFirst) / n, low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}
