import { pow } from "../../exact/math.ts";
import type { OwnSide, View } from "../../table/view.ts";
import { ownWorth } from "../../tactics/believe.ts";

/**
 * What the end of the table is worth to a side, in the scenario's scale: the signed package or its walk-away now, discounted by
 * the rounds it took, less what its levers cost. The same as `resultWorth` of the table, from what a view shows.
 */
export function resultOf(view: View, side: OwnSide): number {
  const { rounds } = view.rules.protocol;
  const gross = view.signed >= 0 ? ownWorth(view, side, view.signed) : side.walkAway;
  const elapsed = rounds > 1 ? (view.round - 1) / (rounds - 1) : 1;
  return gross * pow(side.mandate.party.discount, elapsed) - side.spent;
}
