import { byPair, type PartyModel, type TableModel } from "../model.ts";
import { courtedBy } from "../rules/binding.ts";
import { worthNow } from "../rules/worth.ts";
import type { TableContext, TableState } from "../state.ts";

/**
 * What another has given a party since its first offer: by how much its standing offer is worth more than that one to the party, now
 * and by its own reckoning, in the scenario's scale. 0 where it has offered nothing, or has taken back what it gave.
 */
export function givenBy(model: TableModel, context: TableContext, party: number, other: number): number {
  const first = context.firstOffer[other] as number;
  const standing = context.standing[other] as number;
  if (first < 0 || standing < 0 || first === standing) return 0;
  return Math.max(0, worthNow(model, context, party, standing) - worthNow(model, context, party, first));
}

/** How far a party answers the steps of another in kind, 0–1: its tactic's reciprocity, as far as it trusts the other. */
export function shareInKind(model: TableModel, { trust }: TableContext, party: number, other: number): number {
  const { reciprocity } = (model.partyModels[party] as PartyModel).party.tactic;
  return reciprocity * (trust[byPair(model, party, other)] as number);
}

/**
 * Whose steps count now: of the voter who moved what is on the floor, or who sounds the party out; else of all whom it courts, in
 * its offers and in its answer to a text.
 */
function answered(model: TableModel, { floor, context }: TableState, party: number): readonly number[] {
  let to = -1;
  if (floor === "answers" || floor === "counted") to = context.floorBy;
  else if (floor === "sounded" && context.soundedOf === party) to = context.soundedBy;
  return to !== party && model.voters.includes(to) ? [to] : courtedBy(model, context, party);
}

/**
 * A target of which a part answers in kind what others have given: (1 − ρ)·target + ρ·(top − given), after the combined
 * tactics of Faratin, Sierra & Jennings 1998, section 4.4. Of several, the one that has given least counts, and the least trust.
 * @param target by time alone, in the scenario's scale
 */
export function targetInKind(model: TableModel, state: TableState, party: number, target: number, top: number): number {
  if ((model.partyModels[party] as PartyModel).party.tactic.reciprocity === 0) return target;
  const others = answered(model, state, party);
  if (others.length === 0) return target;
  let given = Infinity;
  let share = 1;
  for (const other of others) {
    given = Math.min(given, givenBy(model, state.context, party, other));
    share = Math.min(share, shareInKind(model, state.context, party, other));
  }
  return (1 - share) * target + share * (top - given);
}
