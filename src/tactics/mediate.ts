import { meets, packageOf, type Space } from "../bargaining/space.ts";
import type { Estimate } from "../table/party/estimate.ts";
import type { View } from "../table/view/view.ts";
import { isOffTable } from "./appraise.ts";

/** Room for the last bit of a bound that was summed in another order than the product it bounds. */
const ROUNDING_SLACK = 1 + 1e-12;

/** Those whom the mediator writes for: voters that are still there. */
function voterEstimates(view: View): Estimate[] {
  const known = view.estimates;
  const estimates: Estimate[] = [];
  for (const party of view.rules.voters) {
    const estimate = known[party];
    if (estimate && view.parties[party]?.gone === false) estimates.push(estimate);
  }
  return estimates;
}

function barredBy(view: View): (pack: number) => boolean {
  const { redCalled } = view;
  const { space } = view.rules;
  return (pack) => {
    for (const terms of redCalled) if (meets(space, terms, pack)) return true;
    return isOffTable(view, pack);
  };
}

/** The product of what these options are estimated to be worth, each sum in the order of the issues. */
function productOf(space: Space, estimates: readonly Estimate[], options: readonly number[]): number {
  let product = 1;
  for (const estimate of estimates) {
    let sum = 0;
    for (let issue = 0; issue < options.length; issue++) {
      sum += estimate[(space.firstSlot[issue] as number) + (options[issue] as number)] as number;
    }
    product *= sum;
  }
  return product;
}

/** A good text to begin with: from the first option of every issue, the one change after the other that gains most. */
function hillClimb(space: Space, estimates: readonly Estimate[]): { options: number[]; product: number } {
  const options = space.sizes.map(() => 0);
  let product = productOf(space, estimates, options);
  for (let rising = true; rising; ) {
    rising = false;
    for (let issue = 0; issue < options.length; issue++) {
      let held = options[issue] as number;
      for (let option = 0; option < (space.sizes[issue] as number); option++) {
        options[issue] = option;
        const tried = productOf(space, estimates, options);
        if (tried > product) {
          product = tried;
          held = option;
          rising = true;
        }
      }
      options[issue] = held;
    }
  }
  return { options, product };
}

/** hope[issue · parties + i]: the most that party i could still get from this issue on. */
function upperBounds(space: Space, estimates: readonly Estimate[]): Float64Array {
  const parties = estimates.length;
  const hope = new Float64Array((space.sizes.length + 1) * parties);
  for (let issue = space.sizes.length - 1; issue >= 0; issue--) {
    const first = space.firstSlot[issue] as number;
    const end = first + (space.sizes[issue] as number);
    for (let i = 0; i < parties; i++) {
      const estimate = estimates[i] as Estimate;
      let best = -Infinity;
      for (let slot = first; slot < end; slot++) best = Math.max(best, estimate[slot] as number);
      hope[issue * parties + i] = (hope[(issue + 1) * parties + i] as number) + best;
    }
  }
  return hope;
}

/**
 * The mediator's text: the package that maximises the product of the voters' estimated worths (the Nash product over what the
 * mediator believes), without combinations that were called a red line and options that are off the table; the lower index
 * on a tie. −1: nothing is left. Branch and bound: a branch is left out when even the best of each party's remaining issues
 * could not beat the package in hand; a first package in hand comes from climbing.
 */
export function draftText(view: View): number {
  const { space } = view.rules;
  const issues = space.sizes.length;
  const estimates = voterEstimates(view);
  const parties = estimates.length;
  const hope = upperBounds(space, estimates);
  const barred = barredBy(view);
  const sums = new Float64Array((issues + 1) * parties);
  const start = hillClimb(space, estimates);
  const reached = start.product > 0 && !barred(packageOf(space, start.options));
  let best = -1;
  // A little below what climbing has reached: the walk finds that package, or one as good of a lower index, itself.
  let bestProduct = reached ? start.product / ROUNDING_SLACK : -1;

  const walk = (issue: number, pack: number): void => {
    let bound = 1;
    for (let i = 0; i < parties; i++) {
      bound *= (sums[issue * parties + i] as number) + (hope[issue * parties + i] as number);
    }
    if (bound * ROUNDING_SLACK <= bestProduct) return;
    if (issue === issues) {
      if (bound > bestProduct && !barred(pack)) {
        best = pack;
        bestProduct = bound;
      }
      return;
    }
    const first = space.firstSlot[issue] as number;
    const stride = space.strides[issue] as number;
    for (let option = 0; option < (space.sizes[issue] as number); option++) {
      for (let i = 0; i < parties; i++) {
        const gained = (estimates[i] as Estimate)[first + option] as number;
        sums[(issue + 1) * parties + i] = (sums[issue * parties + i] as number) + gained;
      }
      walk(issue + 1, pack + option * stride);
    }
  };
  walk(0, 0);
  return best;
}
