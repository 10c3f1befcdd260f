import { meets } from "../bargaining/space.ts";
import type { View } from "../table/view.ts";
import { isOffTable } from "./believe.ts";

/** Room for the last bit of a bound that was summed in another order than the product it bounds. */
const SLACK = 1 + 1e-12;

/**
 * The mediator's text: the package that maximises the product of the voters' estimated worths (the Nash product over what the
 * mediator believes), without combinations that were called a red line and options that are off the table; the lower index
 * on a tie. −1: nothing is left. Branch and bound: a branch is left out when even the best of each party's remaining issues
 * could not beat the package in hand.
 */
export function draftText(view: View): number {
  const { space, voters } = view.rules;
  const issues = space.sizes.length;
  const estimates = voters.flatMap((party) => {
    const estimate = view.estimates[party];
    return estimate && view.parties[party]?.gone === false ? [estimate] : [];
  });
  const parties = estimates.length;
  // hope[issue · parties + i]: the most that party i could still get from this issue on.
  const hope = new Float64Array((issues + 1) * parties);
  for (let issue = issues - 1; issue >= 0; issue--) {
    const first = space.firstSlot[issue] as number;
    for (const [i, estimate] of estimates.entries()) {
      const best = Math.max(...estimate.subarray(first, first + (space.sizes[issue] as number)));
      hope[issue * parties + i] = (hope[(issue + 1) * parties + i] as number) + best;
    }
  }
  const barred = (pack: number): boolean =>
    isOffTable(view, pack) || view.redCalled.some((terms) => meets(space, terms, pack));
  const sums = new Float64Array((issues + 1) * parties);
  let best = -1;
  let bestProduct = -1;

  const walk = (issue: number, pack: number): void => {
    let bound = 1;
    for (let i = 0; i < parties; i++) {
      bound *= (sums[issue * parties + i] as number) + (hope[issue * parties + i] as number);
    }
    if (bound * SLACK <= bestProduct) return;
    if (issue === issues) {
      if (bound > bestProduct && !barred(pack)) {
        best = pack;
        bestProduct = bound;
      }
      return;
    }
    const first = space.firstSlot[issue] as number;
    for (let option = 0; option < (space.sizes[issue] as number); option++) {
      for (let i = 0; i < parties; i++) {
        const gained = (estimates[i] as Float64Array)[first + option] as number;
        sums[(issue + 1) * parties + i] = (sums[issue * parties + i] as number) + gained;
      }
      walk(issue + 1, pack + option * (space.strides[issue] as number));
    }
  };
  walk(0, 0);
  return best;
}
