import { isPackage } from "../../bargaining/space.ts";
import type { Aside, ClerkEvent, PartyEvent, Response, Statement } from "../events.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { type FloorState, REPLY, type TableContext, type TableState } from "../state.ts";
import { owesAnswer, unanswered } from "./binding.ts";
import { isRemoved } from "./worth.ts";

/** Asides that a party may use in one turn. */
const ASIDES_A_TURN = 2;

/** Why an action is closed; the words of the screens and of error messages hang on these. */
export type Closed =
  | "table_closed"
  | "not_your_turn"
  | "reply_awaited"
  | "answers_awaited"
  | "no_answer_awaited"
  | "no_reply_awaited"
  | "not_a_package"
  | "option_removed"
  | "mediator_puts_texts"
  | "only_the_mediator"
  | "no_such_party"
  | "own_offer"
  | "nothing_to_take_up"
  | "no_mediator"
  | "already_asked"
  | "mediator_stays"
  | "text_not_due"
  | "asides_used"
  | "soundings_used"
  | "mediator_commits_nothing"
  | "no_such_option"
  | "already_committed"
  | "no_such_lever"
  | "lever_used_up"
  | "bad_position"
  | "bad_reply"
  | "bad_names"
  | "bad_deed";

/** Soundings that a party may make in one turn: a mediator two. */
function soundingsATurn(model: TableModel, party: number): number {
  return party === model.mediator ? 2 : 1;
}

/** Whether the mediator may put a text now: enough parties have asked since its last, or the round for it has come. */
export function textIsDue(model: TableModel, context: TableContext): boolean {
  const mediator = model.scenario.protocol.mediator;
  if (!mediator) return false;
  if (context.round >= mediator.textFrom) return true;
  let asked = 0;
  for (const one of context.textAsked) asked += one;
  return asked >= mediator.asks;
}

function isParty(model: TableModel, party: number): boolean {
  return Number.isInteger(party) && party >= 0 && party < model.parties;
}

function packageClosed(model: TableModel, context: TableContext, pack: number): Closed | null {
  if (!isPackage(model.space, pack)) return "not_a_package";
  return isRemoved(model.space, context.removed, pack) ? "option_removed" : null;
}

function optionClosed(model: TableModel, context: TableContext, issue: number, option: number): Closed | null {
  const size = model.space.sizes[issue];
  if (size === undefined || !Number.isInteger(option) || option < 0 || option >= size) return "no_such_option";
  return context.removed[(model.space.firstSlot[issue] as number) + option] === 1 ? "option_removed" : null;
}

/** A party carries out its own deeds only; they are numbered through over all parties. */
function scheduledClosed(model: TableModel, party: number, deed: number): Closed | null {
  if (deed === -1) return null;
  const first = model.firstScheduled[party] as number;
  const end = model.firstScheduled[party + 1] ?? model.scheduledMoves;
  return Number.isInteger(deed) && deed >= first && deed < end ? null : "bad_deed";
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

function asideClosed(model: TableModel, context: TableContext, event: Aside): Closed | null {
  if (context.asides >= ASIDES_A_TURN) return "asides_used";
  const deed = scheduledClosed(model, event.party, event.deed);
  if (deed) return deed;
  switch (event.type) {
    case "SOUND_OUT": {
      if (context.soundings >= soundingsATurn(model, event.party)) return "soundings_used";
      if (!model.voters.includes(event.of) || event.of === event.party || context.gone[event.of] === 1) {
        return "no_such_party";
      }
      if (event.package === -1) return optionClosed(model, context, event.issue, event.option);
      // Asked about a package, not about an option too: the record has room for one of them.
      if (event.issue !== -1 || event.option !== -1) return "no_such_option";
      return packageClosed(model, context, event.package);
    }
    case "COMMIT": {
      if (event.party === model.mediator) return "mediator_commits_nothing";
      const closed = optionClosed(model, context, event.issue, event.option);
      if (closed) return closed;
      return (context.commitments[event.party * model.issues + event.issue] as number) >= 0
        ? "already_committed"
        : null;
    }
    case "PRESS": {
      const lever = (model.partyModels[event.party] as PartyModel).party.levers[event.lever];
      if (!lever) return "no_such_lever";
      const used = context.leverUses[(model.firstLever[event.party] as number) + event.lever] as number;
      return used >= lever.uses ? "lever_used_up" : null;
    }
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
  if (floor === "signed" || floor === "broken" || floor === "expired") return "table_closed";
  if (event.type === "REPLY" || event.type === "ANSWER") return responseClosed(model, floor, context, event);
  if (floor === "sounded") return "reply_awaited";
  if (floor === "answers") return "answers_awaited";
  if (floor !== "turn" || context.mover !== event.party) return "not_your_turn";
  if (event.type === "SOUND_OUT" || event.type === "COMMIT" || event.type === "PRESS") {
    return asideClosed(model, context, event);
  }
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
  const { context } = state;
  switch (state.floor) {
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
    case "signed":
    case "broken":
    case "expired":
      return OVER;
  }
}
