import { meets } from "../../bargaining/space.ts";
import type { Condition, Terms } from "../../scenario/types.ts";
import { isStatement, type PartyEvent, type TableEvent } from "../events.ts";
import { byIssue, byPairAndSlot, type TableModel } from "../model.ts";
import { type FloorState, HEARD, type TableContext } from "../state.ts";
import { couldBindWithout, isBound, isBoundTo, unansweredCount } from "./binding.ts";
import { closedOn } from "./legality.ts";
import { isRemoved, worthNow } from "./worth.ts";

/** Conditions of the floor itself, beside those that a file may use. */
export type FloorCondition =
  | { readonly kind: "legal"; readonly floor: FloorState }
  | { readonly kind: "called"; readonly party: number }
  | { readonly kind: "forced"; readonly party: number; readonly to: number }
  | { readonly kind: "same_again" }
  | { readonly kind: "answered_by_all" }
  | { readonly kind: "answered_but_one" }
  | { readonly kind: "binding" }
  | { readonly kind: "final_vote" }
  | { readonly kind: "breaks_table" }
  | { readonly kind: "turns_left" }
  | { readonly kind: "rounds_left" }
  | { readonly kind: "text_to_vote_on" }
  | { readonly kind: "both"; readonly of: readonly GuardCondition[] };

export type GuardCondition = Condition | FloorCondition;

/** Place in the order of the next party that is still there, after `place`; −1: the round is over. */
export function nextPlace(model: TableModel, context: TableContext, place: number): number {
  const { order } = model.scenario.protocol;
  for (let next = place + 1; next < order.length; next++) if (context.gone[order[next] as number] === 0) return next;
  return -1;
}

function packageMeets(model: TableModel, pack: number, terms: Terms): boolean {
  return pack >= 0 && meets(model.space, terms, pack);
}

/** Whether a party has asked the owner in private about one of these options. */
function hasAsked(model: TableModel, context: TableContext, terms: Terms, owner: number, asker: number): boolean {
  const row = byPairAndSlot(model, owner, asker, 0);
  for (const { issue, options } of terms) {
    const first = row + (model.space.firstSlot[issue] as number);
    for (const option of options) if (context.halfOffered[first + option] === HEARD.asked) return true;
  }
  return false;
}

function hasCommitted(model: TableModel, context: TableContext, terms: Terms, party: number): boolean {
  for (const { issue, options } of terms) {
    if (options.includes(context.commitments[byIssue(model, party, issue)] as number)) return true;
  }
  return false;
}

function hasRefused(model: TableModel, context: TableContext, issues: readonly number[], party: number): boolean {
  for (const issue of issues) if ((context.named[byIssue(model, party, issue)] as number) > 0) return true;
  return false;
}

function offersWorth(model: TableModel, context: TableContext, owner: number, worth: number, party: number): boolean {
  const pack = context.standing[party] as number;
  return pack >= 0 && worthNow(model, context, owner, pack) >= worth;
}

/** Conditions on what some party has done. */
type PartyCondition = Extract<
  Condition,
  { kind: "offered" | "asked" | "committed" | "refused" | "worth_offered" | "text_asked" }
>;

function partyDid(model: TableModel, context: TableContext, condition: PartyCondition, party: number): boolean {
  switch (condition.kind) {
    case "offered":
      return packageMeets(model, context.standing[party] as number, condition.terms);
    case "asked":
      return hasAsked(model, context, condition.terms, condition.owner, party);
    case "committed":
      return hasCommitted(model, context, condition.terms, party);
    case "refused":
      return hasRefused(model, context, condition.issues, party);
    case "worth_offered":
      return offersWorth(model, context, condition.owner, condition.worth, party);
    case "text_asked":
      return context.textAsked[party] === 1;
  }
}

/** Whether the party that the condition names did so; any but the one that asks, where it names none. */
function anyPartyDid(model: TableModel, context: TableContext, condition: PartyCondition, owner: number): boolean {
  const by = condition.kind === "worth_offered" ? -1 : condition.by;
  if (by >= 0) return partyDid(model, context, condition, by);
  const asking = condition.kind === "asked" || condition.kind === "worth_offered" ? condition.owner : owner;
  for (let party = 0; party < model.parties; party++) {
    if (party !== asking && partyDid(model, context, condition, party)) return true;
  }
  return false;
}

/**
 * The package that a statement puts on the floor; −1: none.
 * @param standing the standing offer of each party before it
 */
export function packagePut(standing: readonly number[], event: TableEvent): number {
  switch (event.type) {
    case "OFFER":
    case "TEXT":
      return event.package;
    case "TAKE_UP":
      return standing[event.of] ?? -1;
    default:
      return -1;
  }
}

/** Whether a statement offers, or takes up, what is the party's standing offer already: that is a pass. */
export function isPutAgain(standing: readonly number[], event: TableEvent): boolean {
  return (event.type === "OFFER" || event.type === "TAKE_UP") && standing[event.party] === packagePut(standing, event);
}

/** Everyone who must answer what this event puts on the floor is bound by a standing offer of their own, or gone. */
function boundByStanding(model: TableModel, context: TableContext, event: TableEvent): boolean {
  // The final call puts the last text to a vote; no party moves it, so that every voter answers it.
  const [pack, mover] = isStatement(event)
    ? [packagePut(context.standing, event), event.party]
    : [context.lastText, -1];
  for (const party of model.voters) {
    if (context.gone[party] !== 1 && !isBoundTo(context, party, pack, mover)) return false;
  }
  return true;
}

/**
 * The one guard. Whether a condition holds in a context, for an event.
 * @param owner the party whose position or scheduled move the condition belongs to; −1: of no party
 */
export function holds(
  model: TableModel,
  context: TableContext,
  event: TableEvent,
  condition: GuardCondition,
  owner = -1,
): boolean {
  switch (condition.kind) {
    case "always":
      return true;
    case "all":
    case "both":
      for (const part of condition.of) if (!holds(model, context, event, part, owner)) return false;
      return true;
    case "any":
      for (const part of condition.of) if (holds(model, context, event, part, owner)) return true;
      return false;
    case "not":
      return !holds(model, context, event, condition.of, owner);
    case "round_from":
      return context.round >= condition.round;
    case "offered":
    case "asked":
    case "committed":
    case "refused":
    case "worth_offered":
    case "text_asked":
      return anyPartyDid(model, context, condition, owner);
    case "text":
      return packageMeets(model, context.lastText, condition.terms);
    case "pressure_above":
      return (context.pressure[condition.party] as number) > condition.level;
    case "event":
      return context.happened[condition.event] === 1;
    case "walked_out":
      return context.gone[condition.party] === 1;
    case "table":
    case "signed":
      // While guards are asked the table still sits; the aftermath will ask these of the result.
      return false;
    case "legal":
      return closedOn(model, condition.floor, context, event as PartyEvent) === null;
    case "called":
      return event.type === "RECONSIDER" && (event.party === condition.party || event.party < 0);
    case "forced":
      return context.forced[condition.party] === condition.to;
    case "same_again":
      return isPutAgain(context.standing, event);
    case "answered_by_all":
      return boundByStanding(model, context, event);
    case "answered_but_one":
      return unansweredCount(model, context) === 1;
    case "binding":
      return isBound(model, context);
    case "final_vote":
      return context.final === 1;
    case "breaks_table":
      return event.type === "WALK_OUT" && !couldBindWithout(model, context, event.party);
    case "turns_left":
      return nextPlace(model, context, context.place) >= 0;
    case "rounds_left":
      return context.round < model.scenario.protocol.rounds;
    case "text_to_vote_on":
      return context.lastText >= 0 && !isRemoved(model.space, context.removed, context.lastText);
  }
}
