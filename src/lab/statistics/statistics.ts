import { quantile } from "../../exact/quantile.ts";

/** Mean, sample standard deviation and quantiles of one figure over many runs. */
export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** Figures in a list or a typed array. */
export type Numbers = ArrayLike<number> & Iterable<number>;

/** Arithmetic mean; 0 of nothing. */
export function mean(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}

/** Sum of the squared distances to a centre. */
function squaresAround(values: Numbers, centre: number): number {
  let squares = 0;
  for (const value of values) squares += (value - centre) * (value - centre);
  return squares;
}

/** Summarises figures in any order; sd is the sample's (n − 1), 0 for fewer than two. */
export function summarise(values: Float64Array): Summary {
  const centre = mean(values);
  const squares = squaresAround(values, centre);
  const sd = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
  const sorted = values.slice().sort();
  return { mean: centre, sd, q05: quantile(sorted, 0.05), q50: quantile(sorted, 0.5), q95: quantile(sorted, 0.95) };
}

/** How sure an interval is: it covers the truth in this share of repeated experiments. */
export type Confidence = 0.9 | 0.95;

/** An estimate with its standard error and interval. Of one figure alone, error and bounds are NaN: nothing is known. */
export interface IntervalEstimate {
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided quantiles of the normal distribution, z for 1 − α/2. */
const NORMAL: Readonly<Record<Confidence, number>> = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054 };

/** Standard error of the mean, s/√n with the sample's s (n − 1). NaN for fewer than two figures. */
export function standardError(values: Numbers): number {
  const { length } = values;
  if (length < 2) return Number.NaN;
  return Math.sqrt(squaresAround(values, mean(values)) / (length - 1) / length);
}

/**
 * Score interval of a share (Wilson 1927, JASA 22: 209–212). Unlike mean ± z·s it stays within 0–1 and is honest where all
 * runs or none came out so. `standardError` is √(p(1 − p)/n), of the share itself.
 * @throws RangeError unless 0 ≤ successes ≤ n and n ≥ 1
 */
export function shareInterval(successes: number, n: number, confidence: Confidence): IntervalEstimate {
  if (!(n >= 1 && successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} is no share`);
  const z = NORMAL[confidence];
  const share = successes / n;
  const width = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / width;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / width;
  return {
    n,
    mean: share,
    standardError: Math.sqrt((share * (1 - share)) / n),
    // At the ends the bound is exact; rounding would leave a hair.
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
  };
}

/**
 * Difference of two shares over the same pairs, second less first. The interval is Wald's with half a pair added to each of the
 * four kinds of pairs (Agresti & Min 2005, Statistics in Medicine 24: 729–740), so that "no pair differs" in a few pairs does
 * not pass for certainty. Mean and standard error are those of the pairs themselves: 0 where none differs.
 * @param onlyFirst pairs in which the first holds and the second does not; `onlySecond` the other way round
 * @throws RangeError when that is more than n pairs, or n < 1
 */
export function pairedShareDifference(
  n: number,
  onlyFirst: number,
  onlySecond: number,
  confidence: Confidence,
): IntervalEstimate {
  if (!(n >= 1 && onlyFirst >= 0 && onlySecond >= 0 && onlyFirst + onlySecond <= n)) {
    throw new RangeError(`${onlyFirst} and ${onlySecond} of ${n} are no pairs`);
  }
  const error = (first: number, second: number, pairs: number): number =>
    Math.sqrt(first + second - ((second - first) * (second - first)) / pairs) / pairs;
  const centre = (onlySecond - onlyFirst) / (n + 2);
  const half = NORMAL[confidence] * error(onlyFirst + 0.5, onlySecond + 0.5, n + 2);
  return {
    n,
    mean: (onlySecond - onlyFirst) / n,
    standardError: error(onlyFirst, onlySecond, n),
    low: Math.max(-1, centre - half),
    high: Math.min(1, centre + half),
  };
}
