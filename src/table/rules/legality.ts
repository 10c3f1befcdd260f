import { type ClerkEvent, isStatement, type PartyEvent, type Response, type Statement } from "../events.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { type FloorState, isEnded, REPLY, type TableContext, type TableState } from "../state.ts";
import { asideClosed } from "./asides.ts";
import { owesAnswer, unanswered } from "./binding.ts";
import { type Closed, isParty, packageClosed, scheduledClosed } from "./closed.ts";

/** Whether the mediator may put a text now: enough parties have asked since its last, or the round for it has come. */
export function textIsDue(model: TableModel, context: TableContext): boolean {
  const mediator = model.scenario.protocol.mediator;
  if (!mediator) return false;
  if (context.round >= mediator.textFrom) return true;
  let asked = 0;
  for (const one of context.textAsked) asked += one;
  return asked >= mediator.asks;
}

function positionClosed(model: TableModel, party: number, position: number): Closed | null {
  const known = (model.partyModels[party] as PartyModel).positions.length;
  return Number.isInteger(position) && position >= 0 && position < known ? null : "bad_position";
}

function statementClosed(model: TableModel, context: TableContext, event: Statement): Closed | null {
  const mediator = event.party === model.mediator;
  switch (event.type) {
    case "OFFER":
      return mediator ? "mediator_puts_texts" : packageClosed(model, context, event.package);
    case "TEXT":
      if (!mediator) return "only_the_mediator";
      return textIsDue(model, context) ? packageClosed(model, context, event.package) : "text_not_due";
    case "TAKE_UP": {
      if (mediator) return "mediator_puts_texts";
      if (!isParty(model, event.of)) return "no_such_party";
      if (event.of === event.party) return "own_offer";
      const standing = context.standing[event.of] as number;
      return standing < 0 ? "nothing_to_take_up" : packageClosed(model, context, standing);
    }
    case "ASK_TEXT":
      if (model.mediator < 0) return "no_mediator";
      if (mediator) return "mediator_puts_texts";
      return context.textAsked[event.party] === 1 ? "already_asked" : scheduledClosed(model, event.party, event.deed);
    case "WALK_OUT":
      return mediator ? "mediator_stays" : scheduledClosed(model, event.party, event.deed);
    case "PASS":
      return null;
  }
}

/** Whether these are indices below `end`, each once. */
function areIndices(list: readonly number[], end: number): boolean {
  for (let i = 0; i < list.length; i++) {
    const index = list[i] as number;
    if (!Number.isInteger(index) || index < 0 || index >= end || list.indexOf(index) !== i) return false;
  }
  return true;
}

function namesAreGood(model: TableModel, event: Response & { type: "ANSWER" }): boolean {
  const lines = (model.partyModels[event.party] as PartyModel).party.redLines.length;
  if (event.accepts && event.named.length + event.red.length > 0) return false;
  return event.named.length <= 2 && areIndices(event.named, model.issues) && areIndices(event.red, lines);
}

function responseClosed(model: TableModel, floor: FloorState, context: TableContext, event: Response): Closed | null {
  if (event.type === "REPLY") {
    if (floor !== "sounded" || context.soundedOf !== event.party) return "no_reply_awaited";
    const word = Number.isInteger(event.word) && event.word >= REPLY.would_sign && event.word <= REPLY.never;
    return word ? null : "bad_reply";
  }
  if (floor !== "answers" || !owesAnswer(model, context, event.party)) return "no_answer_awaited";
  return namesAreGood(model, event) ? null : "bad_names";
}

/** The same as {@link closedBecause}, of a table whose floor is in this state. */
export function closedOn(
  model: TableModel,
  floor: FloorState,
  context: TableContext,
  event: PartyEvent,
): Closed | null {
  if (!isParty(model, event.party)) return "no_such_party";
  if (isEnded(floor)) return "table_closed";
  if (event.type === "REPLY" || event.type === "ANSWER") return responseClosed(model, floor, context, event);
  if (floor === "sounded") return "reply_awaited";
  if (floor === "answers") return "answers_awaited";
  if (floor !== "turn" || context.mover !== event.party) return "not_your_turn";
  if (!isStatement(event)) return asideClosed(model, context, event);
  return positionClosed(model, event.party, event.position) ?? statementClosed(model, context, event);
}

/** Why the rules close an action in this state; null when it is open. The only judge of legality, for people and machines. */
export function closedBecause(model: TableModel, { floor, context }: TableState, event: PartyEvent): Closed | null {
  return closedOn(model, floor, context, event);
}

/** What a table waits for: the clerk's next step, a party, the answers of several, or nothing any more. */
export type Awaited =
  | { readonly kind: "clerk"; readonly event: ClerkEvent }
  | { readonly kind: "statement"; readonly party: number }
  | { readonly kind: "reply"; readonly party: number }
  | { readonly kind: "answers"; readonly parties: readonly number[] }
  | { readonly kind: "over" };

const COUNT: Awaited = { kind: "clerk", event: { type: "COUNT" } };
const NEXT: Awaited = { kind: "clerk", event: { type: "NEXT" } };
const INTERVAL: Awaited = { kind: "clerk", event: { type: "INTERVAL" } };
const OVER: Awaited = { kind: "over" };

/** What is awaited in a state. The clerk's events follow from the state alone. */
export function awaited(model: TableModel, state: TableState): Awaited {
  const { floor, context } = state;
  if (isEnded(floor)) return OVER;
  switch (floor) {
    case "summoned":
      return { kind: "clerk", event: { type: "RECONSIDER", party: context.mover } };
    case "turn":
      return { kind: "statement", party: context.mover };
    case "sounded":
      return { kind: "reply", party: context.soundedOf };
    case "answers":
      return { kind: "answers", parties: unanswered(model, context) };
    case "counted":
      return COUNT;
    case "closing":
      return NEXT;
    case "interval":
      return INTERVAL;
    case "final_call":
      return { kind: "clerk", event: { type: "RECONSIDER", party: -1 } };
  }
}
