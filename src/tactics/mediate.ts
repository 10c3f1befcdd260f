import { meets } from "../bargaining/space.ts";
import type { View } from "../table/view.ts";
import { isOffTable } from "./believe.ts";

/**
 * The mediator's text: the package that maximises the product of the voters' estimated worths (the Nash product over what the
 * mediator believes), without combinations that were called a red line and options that are off the table; the lower index
 * on a tie. −1: nothing is left.
 */
export function draftText(view: View): number {
  const { space, voters } = view.rules;
  const estimates = voters.flatMap((party) => {
    const estimate = view.estimates[party];
    return estimate && view.parties[party]?.gone === false ? [estimate] : [];
  });
  const barred = (pack: number): boolean =>
    isOffTable(view, pack) || view.redCalled.some((terms) => meets(space, terms, pack));
  const sums = new Float64Array(estimates.length * (space.sizes.length + 1));
  let best = -1;
  let bestProduct = -1;
  const consider = (pack: number, level: number): void => {
    let product = 1;
    for (let i = 0; i < estimates.length; i++) product *= sums[level * estimates.length + i] as number;
    if (product > bestProduct && !barred(pack)) {
      best = pack;
      bestProduct = product;
    }
  };
  // Depth first, so that each partial sum is worked out once for all packages that share it.
  const walk = (issue: number, pack: number): void => {
    if (issue === space.sizes.length) {
      consider(pack, issue);
      return;
    }
    const first = space.firstSlot[issue] as number;
    for (let option = 0; option < (space.sizes[issue] as number); option++) {
      for (let i = 0; i < estimates.length; i++) {
        const before = sums[issue * estimates.length + i] as number;
        sums[(issue + 1) * estimates.length + i] = before + ((estimates[i] as Float64Array)[first + option] as number);
      }
      walk(issue + 1, pack + option * (space.strides[issue] as number));
    }
  };
  walk(0, 0);
  return best;
}
