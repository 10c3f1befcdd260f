import { deedEvent } from "../table/deeds.ts";
import type { PartyEvent } from "../table/events.ts";
import { answerIn } from "../table/reasons.ts";
import type { OwnSide, View } from "../table/view.ts";
import { ownWorth } from "./believe.ts";
import { nextOffer, offerToTakeUp } from "./bid.ts";
import { draftText } from "./mediate.ts";
import { answer, replyWord } from "./respond.ts";

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
  const aside = due.find(({ deed }) => deed.kind !== "walk_out" && deed.kind !== "ask_text");
  if (aside) return deedEvent(aside.deed, seat, position, aside.index);
  if (seat === view.rules.mediator) return mediate(view, position);
  const next = nextOffer(view, own);
  const of = offerToTakeUp(view, own, next < 0 ? own.target : ownWorth(view, own, next));
  if (of >= 0) return { type: "TAKE_UP", party: seat, of, position };
  for (const kind of ["walk_out", "ask_text"] as const) {
    const deed = due.find((one) => one.deed.kind === kind);
    if (deed) return deedEvent(deed.deed, seat, position, deed.index);
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
  const instructed = own.answer === undefined ? own.advice && answerIn(own.advice) : own.answer;
  if (instructed) return answer(view.seat, instructed);
  if (view.floor === "sounded" && view.sounding?.of === view.seat) {
    return { type: "REPLY", party: view.seat, word: replyWord(view, own, view.sounding) };
  }
  if (view.floor === "turn" && view.mover === view.seat) return speak(view, own);
  throw new Error(`nothing is awaited of party ${view.seat}`);
}
