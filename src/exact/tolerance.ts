/**
 * Where two numbers count as the same. Sums of worths end in bits that depend on the order of adding, so a comparison to the
 * last bit would tell apart what the file makes equal. No other file of the sources writes this number: a rule of the linter
 * (tests/house/tolerance.grit) sees to it.
 */

const EQUAL_SHARE = 1e-9;

/**
 * How far apart two worths may lie and still be equal: 1e-9 of their scale, in that scale. Of shares the scale is 1, of scores
 * that are compared with their best it is the best.
 */
export function equalWithin(scale: number): number {
  return scale * EQUAL_SHARE;
}

/**
 * What rounding may have done to a sum or a quotient before it is cut to whole steps: (0.3 − 0) / 0.1 is 2.9999999999999996 and
 * means 3 steps. An allowance for arithmetic, no equality of worths: that it has the same size is chance, and it has no scale.
 */
export const ROUNDING_ALLOWANCE = 1e-9;
