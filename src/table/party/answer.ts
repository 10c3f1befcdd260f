import { slotIn } from "../../bargaining/slots.ts";
import { redLinesCrossed } from "../../bargaining/utility.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { worthNow } from "../rules/worth.ts";
import type { TableState } from "../state.ts";
import { candidatesOf } from "./candidates.ts";
import { targetNow } from "./target.ts";

/** What a party says of a package that is on the floor. */
export interface Answer {
  readonly accepts: boolean;
  /** Of a refusal: the (at most two) issues that weigh most against the package, the heavier first. */
  readonly named: readonly number[];
  /** Of a refusal: the red lines of the party that the package crosses. */
  readonly red: readonly number[];
}

/** What a package is held against: the party's own standing offer, or the best it asks for before it has made one. */
export function heldAgainst(
  model: TableModel,
  { context, positions }: TableState,
  party: number,
  pack: number,
): number {
  const standing = context.standing[party] as number;
  if (standing >= 0) return standing;
  const { packages } = candidatesOf(model, context, party, positions[party] as number);
  return packages[packages.length - 1] ?? pack;
}

/** The two issues on which the package gives least of what the other gives, where it gives less. */
function heaviest(model: TableModel, mandate: PartyModel, pack: number, against: number): number[] {
  let first = -1;
  let second = -1;
  let least = 0;
  let next = 0;
  for (let issue = 0; issue < model.issues; issue++) {
    const value =
      (mandate.slotWorth[slotIn(model.space, pack, issue)] as number) -
      (mandate.slotWorth[slotIn(model.space, against, issue)] as number);
    if (value < least) {
      second = first;
      next = least;
      first = issue;
      least = value;
    } else if (value < next) {
      second = issue;
      next = value;
    }
  }
  if (first < 0) return [];
  return second < 0 ? [first] : [first, second];
}

/**
 * The answer of a party to a package now, as its instructions have it: yes when no red line is crossed and it is worth at least
 * the target. The reasons of the same answer (reasons.ts) say why; thousands of plays need only this.
 */
export function answerOf(model: TableModel, state: TableState, party: number, pack: number): Answer {
  const mandate = model.partyModels[party] as PartyModel;
  const crosses = mandate.red[pack] === 1;
  if (!crosses && worthNow(model, state.context, party, pack) >= targetNow(model, state, party)) {
    return { accepts: true, named: [], red: [] };
  }
  const named = heaviest(model, mandate, pack, heldAgainst(model, state, party, pack));
  return { accepts: false, named, red: crosses ? redLinesCrossed(mandate.party, model.space, pack) : [] };
}
