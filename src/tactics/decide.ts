import { withOption } from "../bargaining/space.ts";
import type { PartyEvent } from "../table/events.ts";
import type { Answer } from "../table/party/answer.ts";
import { scheduledEvent } from "../table/party/scheduled.ts";
import { REPLY } from "../table/state.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { Sounding, View } from "../table/view/view.ts";
import { crossesRed, ownWorth } from "./appraise.ts";
import { nextOffer, offerToTakeUp } from "./bid.ts";
import { draftText } from "./mediate.ts";

/**
 * The truthful reply to a sounding: `would_sign` at the target or above, `could_live_with` down to the floor, `hard` down to the
 * walk-away, `never` below it or across a red line. An option is judged in the package that others are held against
 * (`heldAgainst`) with that one option changed.
 */
export function replyWord(view: View, own: OwnSide, sounding: Sounding): number {
  const { space } = view.rules;
  let pack = sounding.package;
  if (pack < 0) {
    pack = withOption(space, Math.max(0, own.heldAgainst), sounding.issue, sounding.option);
  }
  const worth = ownWorth(view, own, pack);
  if (crossesRed(own, pack) || worth < own.walkAway) return REPLY.never;
  if (worth >= own.target) return REPLY.would_sign;
  return worth >= own.floor ? REPLY.could_live_with : REPLY.hard;
}

/** The answer to what is on the floor, as its instructions have it; a refusal names in public what weighs most against it. */
export function answerEvent(seat: number, { accepts, named, red }: Answer): PartyEvent {
  return { type: "ANSWER", party: seat, accepts, named, red };
}

function mediate(view: View, position: number): PartyEvent {
  const pack = view.textDue ? draftText(view) : -1;
  return pack < 0
    ? { type: "PASS", party: view.seat, position }
    : { type: "TEXT", party: view.seat, package: pack, position };
}

/** Asides first; then take up, walk out, ask for a text, offer, or pass, in that order. */
function speak(view: View, own: OwnSide): PartyEvent {
  const { seat } = view;
  const { position, due } = own;
  const aside = due.find(({ move }) => move.kind !== "walk_out" && move.kind !== "ask_text");
  if (aside) return scheduledEvent(aside.move, seat, position, aside.index);
  if (seat === view.rules.mediator) return mediate(view, position);
  const next = nextOffer(view, own);
  const of = offerToTakeUp(view, own, next < 0 ? own.target : ownWorth(view, own, next));
  if (of >= 0) return { type: "TAKE_UP", party: seat, of, position };
  for (const kind of ["walk_out", "ask_text"] as const) {
    const scheduled = due.find(({ move }) => move.kind === kind);
    if (scheduled) return scheduledEvent(scheduled.move, seat, position, scheduled.index);
  }
  if (next < 0 || next === view.parties[seat]?.standing) return { type: "PASS", party: seat, position };
  return { type: "OFFER", party: seat, package: next, position };
}

/**
 * What a machine seat does when something is awaited of it: a pure function of what its seat may see, so that it cannot cheat.
 * @throws Error when nothing is awaited of the seat
 */
export function decide(view: View): PartyEvent {
  const { own } = view;
  if (!own) throw new Error("an onlooker decides nothing");
  const { answer } = own;
  if (answer) return answerEvent(view.seat, answer);
  if (view.floor === "sounded" && view.sounding?.of === view.seat) {
    return { type: "REPLY", party: view.seat, word: replyWord(view, own, view.sounding) };
  }
  if (view.floor === "turn" && view.mover === view.seat) return speak(view, own);
  throw new Error(`nothing is awaited of party ${view.seat}`);
}
