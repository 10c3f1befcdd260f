import jStat from "jstat";
import { type Confidence, type Estimate, mean, standardError } from "./statistics.ts";

/**
 * Apart from `statistics.ts` because jStat is large, and pages that need a mean need no Student's t.
 * jStat reckons with the engine's own logarithms: nine decimals are the same on every machine, and enough.
 */
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
export function meanInterval(values: ArrayLike<number>, confidence: Confidence): Estimate {
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
export function pairedDifference(
  values: ArrayLike<number>,
  baseline: ArrayLike<number>,
  confidence: Confidence,
): Estimate {
  if (values.length !== baseline.length) {
    throw new RangeError(`${values.length} figures cannot be paired with ${baseline.length}`);
  }
  const differences = Float64Array.from(values, (value, at) => value - (baseline[at] as number));
  return meanInterval(differences, confidence);
}
