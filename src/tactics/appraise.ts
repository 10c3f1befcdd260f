import { sumOverSlots } from "../bargaining/slots.ts";
import { commitmentsBroken, isRemoved } from "../table/rules/worth.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";

/** Worth of a package to the seat's own side now, in the scenario's scale. */
export function ownWorth(view: View, own: OwnSide, pack: number): number {
  const worth = own.partyModel.worth[pack] as number;
  const cost = own.partyModel.party.audienceCost;
  return cost === 0 ? worth : worth - cost * commitmentsBroken(view.rules.space, own.commitments, pack);
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
