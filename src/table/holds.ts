import { meets } from "../bargaining/space.ts";
import type { Condition, Terms } from "../scenario/types.ts";
import { couldBindWithout, isBound, unansweredCount } from "./binding.ts";
import { type FloorState, HEARD, type TableContext } from "./context.ts";
import type { PartyEvent, TableEvent } from "./events.ts";
import { closedOn } from "./legality.ts";
import type { TableModel } from "./model.ts";
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

function anyoneElse(model: TableModel, by: number, owner: number, test: (party: number) => boolean): boolean {
  if (by >= 0) return test(by);
  for (let party = 0; party < model.parties; party++) if (party !== owner && test(party)) return true;
  return false;
}

/** Whether a table of party × slot holds 1 in one of the slots of the terms. */
function anySlot(model: TableModel, terms: Terms, test: (slot: number) => boolean): boolean {
  return terms.some(({ issue, options }) =>
    options.some((option) => test((model.space.firstSlot[issue] as number) + option)),
  );
}

function packageMeets(model: TableModel, pack: number, terms: Terms): boolean {
  return pack >= 0 && meets(model.space, terms, pack);
}

/** The package that an event puts on the floor: the final call puts the last text. */
export function packageMoved(context: TableContext, event: TableEvent): number {
  switch (event.type) {
    case "OFFER":
    case "TEXT":
      return event.package;
    case "TAKE_UP":
      return context.standing[event.of] as number;
    case "RECONSIDER":
      return context.lastText;
    default:
      return -1;
  }
}

/** Everyone who must answer what this event puts on the floor is bound by a standing offer of their own, or gone. */
function putAnswersItself(model: TableModel, context: TableContext, event: TableEvent): boolean {
  const pack = packageMoved(context, event);
  // In the final vote nobody moves the text: every voter answers it.
  const mover = event.type === "RECONSIDER" || !("party" in event) ? -1 : event.party;
  for (const party of model.voters) {
    if (party !== mover && context.gone[party] !== 1 && context.standing[party] !== pack) return false;
  }
  return true;
}

/**
 * The one guard. Whether a condition holds in a context, for an event.
 * @param owner the party whose position or deed the condition belongs to; −1: nobody's
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
      return anyoneElse(model, condition.by, owner, (party) =>
        packageMeets(model, context.standing[party] as number, condition.terms),
      );
    case "asked":
      return anyoneElse(model, condition.by, condition.owner, (party) =>
        anySlot(
          model,
          condition.terms,
          (slot) =>
            context.halfOffered[(condition.owner * model.parties + party) * model.space.slots + slot] === HEARD.asked,
        ),
      );
    case "committed":
      return anyoneElse(model, condition.by, owner, (party) =>
        condition.terms.some(({ issue, options }) =>
          options.includes(context.commitments[party * model.issues + issue] as number),
        ),
      );
    case "refused":
      return anyoneElse(model, condition.by, owner, (party) =>
        condition.issues.some((issue) => (context.named[party * model.issues + issue] as number) > 0),
      );
    case "worth_offered":
      return anyoneElse(model, -1, condition.owner, (party) => {
        const pack = context.standing[party] as number;
        return pack >= 0 && worthNow(model, context, condition.owner, pack) >= condition.worth;
      });
    case "text":
      return packageMeets(model, context.lastText, condition.terms);
    case "text_asked":
      return anyoneElse(model, condition.by, owner, (party) => context.textAsked[party] === 1);
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
      return (
        (event.type === "OFFER" || event.type === "TAKE_UP") &&
        context.standing[event.party] === packageMoved(context, event)
      );
    case "answered_by_all":
      return putAnswersItself(model, context, event);
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
