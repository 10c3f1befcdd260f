import type { Design } from "./shape.ts";

/** One choice of values: the index of the value of each parameter, in their order. */
export type Combination = readonly number[];

/** How many combinations a design has. @param counts how many values each parameter has, each ≥ 1 */
export function combinationCount(design: Design, counts: readonly number[]): number {
  return design === "full_factorial"
    ? counts.reduce((product, count) => product * count, 1)
    : counts.reduce((sum, count) => sum + count - 1, 1);
}

/**
 * Combination number `at`, from 0. Number 0 is the baseline: the first value of every parameter. In a full factorial the last
 * parameter changes fastest, as in nested loops; one at a time goes through the further values of each parameter in turn.
 * @throws RangeError when there is none of this number
 */
export function combinationAt(design: Design, counts: readonly number[], at: number): Combination {
  if (!(at >= 0 && at < combinationCount(design, counts))) throw new RangeError(`there is no combination ${at}`);
  const combination = counts.map(() => 0);
  let rest = at;
  if (design === "full_factorial") {
    for (let parameter = counts.length - 1; parameter >= 0; parameter--) {
      const count = counts[parameter] as number;
      combination[parameter] = rest % count;
      rest = Math.floor(rest / count);
    }
    return combination;
  }
  for (const [parameter, count] of counts.entries()) {
    if (rest < count) {
      combination[parameter] = rest;
      return combination;
    }
    rest -= count - 1;
  }
  return combination;
}
