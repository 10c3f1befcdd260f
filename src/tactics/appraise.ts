import { sumOverSlots } from "../bargaining/slots.ts";
import { committedWorth, isRemoved, netWorth } from "../table/rules/worth.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";

/** Worth of a package to a side of the view now, in the scenario's scale. */
export function ownWorth(view: View, side: OwnSide, pack: number): number {
  return committedWorth(view.rules.space, side.partyModel, side.commitments, 0, pack);
}

/** What the table's result is worth to a side of the view, in the scenario's scale; before the end, what no deal would be worth. */
export function ownResult(view: View, side: OwnSide): number {
  const gross = view.signed >= 0 ? ownWorth(view, side, view.signed) : side.walkAway;
  return netWorth(side.partyModel.party, view.rules.protocol, view.round, gross, side.spent);
}

/** What the seat believes a package to be worth to another party, 0–1. */
export function estimatedWorth(view: View, party: number, pack: number): number {
  const estimate = view.estimates[party];
  if (!estimate) return 0;
  return sumOverSlots(view.rules.space, pack, estimate);
}

/** Whether an event has taken one of the package's options off the table. */
export function isOffTable(view: View, pack: number): boolean {
  return isRemoved(view.rules.space, view.removed, pack);
}

/** Whether the seat would cross a red line of its own. */
export function crossesRed(own: OwnSide, pack: number): boolean {
  return own.partyModel.red[pack] === 1;
}
