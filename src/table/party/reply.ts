import { withOption } from "../../bargaining/space.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { worthNow } from "../rules/worth.ts";
import { REPLY, type TableState } from "../state.ts";
import { heldAgainst } from "./answer.ts";
import { aspirationOf } from "./target.ts";

/** From this trust in the asker on a machine replies truthfully, and from the second on evasively; below it gives no answer. */
const FRANK_FROM = 0.4;
const EVASIVE_FROM = 0.2;

/**
 * The package about which a party is asked: that very one, or what it holds packages against ({@link heldAgainst}) with the option
 * in question, and that of the condition, changed.
 */
function packageAsked(model: TableModel, state: TableState, party: number): number {
  const { soundedPackage, soundedIssue, soundedOption, soundedGivenIssue, soundedGivenOption } = state.context;
  if (soundedPackage >= 0) return soundedPackage;
  const held = Math.max(0, heldAgainst(model, state, party));
  const pack = withOption(model.space, held, soundedIssue, soundedOption);
  return soundedGivenIssue < 0 ? pack : withOption(model.space, pack, soundedGivenIssue, soundedGivenOption);
}

/**
 * The truthful reply of a party to the question that is put to it now: `would_sign` at the target or above, `could_live_with` down to
 * the floor, `hard` down to the walk-away, `never` below it or across a red line.
 */
export function truthfulReply(model: TableModel, state: TableState, party: number): number {
  const pack = packageAsked(model, state, party);
  const worth = worthNow(model, state.context, party, pack);
  const { walkAway, floor, target } = aspirationOf(model, state, party);
  if ((model.partyModels[party] as PartyModel).red[pack] === 1 || worth < walkAway) return REPLY.never;
  if (worth >= target) return REPLY.would_sign;
  return worth >= floor ? REPLY.could_live_with : REPLY.hard;
}

/**
 * What a machine replies: as far as it trusts the asker, the truth, or two words that tell its floor and no more, or nothing.
 * @param truth its truthful reply
 * @param trust in the asker, 0–1
 */
export function guardedReply(truth: number, trust: number): number {
  if (trust >= FRANK_FROM) return truth;
  if (trust < EVASIVE_FROM) return REPLY.no_answer;
  return truth === REPLY.would_sign || truth === REPLY.could_live_with ? REPLY.could_live_with : REPLY.hard;
}
