import type { PartyEvent } from "../table/events.ts";
import type { Answer } from "../table/party/answer.ts";
import { guardedReply } from "../table/party/reply.ts";
import { scheduledEvent } from "../table/party/scheduled.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import { ownWorth } from "./appraise.ts";
import { nextOffer, offerToTakeUp } from "./bid.ts";
import { draftText } from "./mediate.ts";

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
  for (const { move, index } of due) {
    if (move.kind === "walk_out" || move.kind === "ask_text") continue;
    const draft = move.kind === "non_paper" ? draftText(view) : -1;
    if (move.kind !== "non_paper" || draft >= 0) return scheduledEvent(move, seat, position, index, draft);
  }
  if (seat === view.rules.mediator) return mediate(view, position);
  const next = nextOffer(view, own);
  const of = offerToTakeUp(view, own, next < 0 ? own.target : ownWorth(view, own, next));
  if (of >= 0) return { type: "TAKE_UP", party: seat, of, position };
  for (const kind of ["walk_out", "ask_text"] as const) {
    const scheduled = due.find(({ move }) => move.kind === kind);
    if (scheduled) return scheduledEvent(scheduled.move, seat, position, scheduled.index, -1);
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
    const trust = own.trust[view.sounding.by] as number;
    return { type: "REPLY", party: view.seat, word: guardedReply(own.replyAsDelegation, trust) };
  }
  if (view.floor === "turn" && view.mover === view.seat) return speak(view, own);
  throw new Error(`nothing is awaited of party ${view.seat}`);
}
