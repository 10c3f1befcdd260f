/**
 * `exp`, `log` and `pow` from additions, multiplications and divisions alone. IEEE 754 fixes those to the last bit, but
 * leaves Math.exp, Math.log and Math.pow to each engine, and one differing bit would change a run. Accurate to a few units
 * in the last place.
 */

import { numberAt } from "./at.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// About √½: any bound near it keeps the series short.
const HALF_ROOT = 0.71;

// Series of artanh, 1/23 to 1/3: the argument stays below 0.172, so that with the first term these reach the last bit.
const ARTANH = Float64Array.from({ length: 11 }, (_, term) => 1 / (23 - 2 * term));

/** Natural logarithm. 0 gives −Infinity, a negative number NaN. */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return Number.NaN;
  if (x === Infinity) return Infinity;
  let mantissa = x;
  let exponent = 0;
  while (mantissa > 2 * HALF_ROOT) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < HALF_ROOT) {
    mantissa *= 2;
    exponent--;
  }
  // ln m = 2 artanh((m − 1)/(m + 1)).
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let term = 0; term < ARTANH.length; term++) sum = (sum + numberAt(ARTANH, term)) * square;
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW));
}

/** e to the x. Overflows to Infinity above about 709.78 and to 0 below about −745. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (sum * r) / n;
  let result = sum;
  for (let i = k; i > 0; i--) result *= 2;
  for (let i = k; i < 0; i++) result /= 2;
  return result;
}

/** x to the y for x ≥ 0; pow(0, y) is 0 for y > 0 and 1 for y = 0. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (y === 1) return x;
  return exp(y * log(x));
}
