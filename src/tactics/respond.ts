import { withOption } from "../bargaining/space.ts";
import type { Answer } from "../table/answer.ts";
import { REPLY } from "../table/context.ts";
import type { PartyEvent } from "../table/events.ts";
import type { OwnSide, View } from "../table/view.ts";
import { crossesRed, ownWorth } from "./believe.ts";

/**
 * The truthful reply to a sounding: `would_sign` at the target or above, `could_live_with` down to the floor, `hard` down to the
 * walk-away, `never` below it or across a red line. An option is judged in the own standing offer (before there is one, in the
 * best package asked for) with that one option changed.
 */
export function replyWord(view: View, own: OwnSide, sounding: NonNullable<View["sounding"]>): number {
  const { space } = view.rules;
  let pack = sounding.package;
  if (pack < 0) {
    const standing = view.parties[view.seat]?.standing ?? -1;
    const base = standing >= 0 ? standing : (own.shelf.packages[own.shelf.packages.length - 1] ?? 0);
    pack = withOption(space, base, sounding.issue, sounding.option);
  }
  const worth = ownWorth(view, own, pack);
  if (crossesRed(own, pack) || worth < own.walkAway) return REPLY.never;
  if (worth >= own.target) return REPLY.would_sign;
  return worth >= own.floor ? REPLY.could_live_with : REPLY.hard;
}

/** The answer to what is on the floor, as its instructions have it; a refusal names in public what weighs most against it. */
export function answer(seat: number, { accepts, named, red }: Answer): PartyEvent {
  return { type: "ANSWER", party: seat, accepts, named, red };
}
