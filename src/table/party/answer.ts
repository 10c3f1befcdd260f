import { slotIn } from "../../bargaining/slots.ts";
import type { Space } from "../../bargaining/space.ts";
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

/**
 * What a party holds packages against: its own standing offer or, before it has made one, the best that it asks for. −1: there is
 * nothing that it asks for.
 */
export function heldAgainst(model: TableModel, { context, positions }: TableState, party: number): number {
  const standing = context.standing[party] as number;
  if (standing >= 0) return standing;
  const { packages } = candidatesOf(model, context, party, positions[party] as number);
  return packages[packages.length - 1] ?? -1;
}

/** The (at most two) issues on which the package gives least of what the other gives, where it gives less; the heavier first. */
function heaviestIssues(space: Space, { slotWorth }: PartyModel, pack: number, against: number): number[] {
  let first = -1;
  let second = -1;
  let least = 0;
  let next = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) {
    const value =
      (slotWorth[slotIn(space, pack, issue)] as number) - (slotWorth[slotIn(space, against, issue)] as number);
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

/** What a party says in public when it refuses a package: what weighs most against it, and every red line that it crosses. */
export function refusalOf(model: TableModel, state: TableState, party: number, pack: number): Answer {
  const side = model.partyModels[party] as PartyModel;
  const against = heldAgainst(model, state, party);
  return {
    accepts: false,
    named: against < 0 ? [] : heaviestIssues(model.space, side, pack, against),
    red: side.red[pack] === 1 ? redLinesCrossed(side.party, model.space, pack) : [],
  };
}

/**
 * The answer of a party to a package now, as its instructions have it: yes when no red line is crossed and it is worth at least
 * the target. The reasons of the same answer (reasons.ts) say why; thousands of plays need only this.
 */
export function answerOf(model: TableModel, state: TableState, party: number, pack: number): Answer {
  const side = model.partyModels[party] as PartyModel;
  const suits = side.red[pack] !== 1 && worthNow(model, state.context, party, pack) >= targetNow(model, state, party);
  return suits ? { accepts: true, named: [], red: [] } : refusalOf(model, state, party, pack);
}
