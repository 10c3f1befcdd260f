import { meets } from "../bargaining/space.ts";
import { redLinesCrossed } from "../bargaining/utility.ts";
import { binds, neededAmong } from "../bargaining/zone/binding.ts";
import type { Terms } from "../scenario/types.ts";
import { type Change, nearestChange } from "../table/party/change.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import { isOffTable, ownWorth } from "./appraise.ts";

/**
 * How a package stands with a seat, the gravest first: it crosses a red line of its own; no deal would be better; it is better
 * than no deal and worth less than its capital hopes for now; it is worth enough, but not what its position asks for; nothing is
 * against it.
 */
export type Verdict = "red" | "below_no_deal" | "below_hopes" | "other_terms" | "within";

/**
 * What a seat is told of a package before it offers, takes up or answers it: no deal comes first, then what its capital hopes
 * for. Worths are in the scenario's scale.
 */
export interface Advice {
  readonly verdict: Verdict;
  /** What it is worth to the seat now. */
  readonly worth: number;
  /** What no deal is worth to it now: its walk-away. */
  readonly noDeal: number;
  /** What its capital hopes for now: its target. */
  readonly hopes: number;
  /** Red lines of its own that the package crosses, by index. */
  readonly red: readonly number[];
  /** What its position asks for and the package does not have. It binds offers, not answers. */
  readonly unmet: Terms;
  /** One change after which it crosses no red line and is worth no deal at least; null: none is needed, or none does it. */
  readonly toNoDeal: Change | null;
  /** One change after which it is worth what the capital hopes for; null: none is needed, or none does it. */
  readonly toHopes: Change | null;
}

/** What a seat is told of a package at this moment; nothing is blocked by it. A mediator signs nothing, so that no deal is none of its measures. */
export function adviceOn(view: View, side: OwnSide, pack: number): Advice {
  const { space, voters } = view.rules;
  const { party, positions, index } = side.partyModel;
  const worthOf = (changed: number): number => ownWorth(view, side, changed);
  const [worth, noDeal, hopes] = [worthOf(pack), side.walkAway, side.target];
  const votes = voters.includes(index);
  const red = redLinesCrossed(party, space, pack);
  const unmet = (positions[side.position]?.asks ?? []).filter((term) => !meets(space, [term], pack));
  const below = votes && worth < noDeal;
  const short = votes && worth < hopes;
  const changeTo = (bar: number): Change | null =>
    nearestChange({ space, side: side.partyModel, removed: view.removed, worthOf }, pack, bar);
  return {
    verdict:
      red.length > 0
        ? "red"
        : below
          ? "below_no_deal"
          : short
            ? "below_hopes"
            : unmet.length > 0
              ? "other_terms"
              : "within",
    worth,
    noDeal,
    hopes,
    red,
    unmet,
    toNoDeal: votes && (below || red.length > 0) ? changeTo(noDeal) : null,
    toHopes: votes && (short || red.length > 0) ? changeTo(hopes) : null,
  };
}

/** What the acceptance of a seat would do for a package at this moment, by the binding rule. Parties by index, rising. */
export interface Vote {
  /** Bound by the package without being asked: who moves it, and whoever stands for it already. */
  readonly bound: readonly number[];
  /** Who must still answer beside the seat. */
  readonly asked: readonly number[];
  /** Those among them without whom it cannot bind, whatever the others say. */
  readonly waitsFor: readonly number[];
  /** With the seat's acceptance it binds, whatever the others say. */
  readonly signs: boolean;
  /** It can bind although the seat refuses. */
  readonly without: boolean;
}

/** How a package would be voted on if the seat accepted it. @param by who moves it; −1: nobody, in a final vote */
export function voteOn({ rules, parties, seat }: View, pack: number, by: number): Vote {
  const { binding, voters } = rules;
  const isThere = (party: number): boolean => parties[party]?.gone === false;
  const others = voters.filter((party) => party !== seat && isThere(party));
  const bound = others.filter((party) => party === by || parties[party]?.standing === pack);
  const asked = others.filter((party) => !bound.includes(party));
  const needed = neededAmong(binding, isThere);
  return {
    bound,
    asked,
    waitsFor: asked.filter((party) => needed.includes(party)),
    signs: binds(binding, (party) => party === seat || bound.includes(party)),
    without: binds(binding, (party) => others.includes(party)),
  };
}

/** Whether the talks end at once if a party walks out now: too few would be left for anything to bind. */
export function endsTalks({ rules, parties }: View, leaver: number): boolean {
  return !binds(rules.binding, (party) => party !== leaver && parties[party]?.gone === false);
}

/** What the seat can still do once what is asked of it now is done. */
export interface Remaining {
  /** Turns of its own that are still to come; the one that it is in is left out. */
  readonly turns: number;
  /** Whether a final vote may come: there is a text that can be voted on, or the mediator may still put one. */
  readonly finalVote: boolean;
}

/** What is left to the seat after this moment. In a final vote nothing is. */
export function remainingAfter(view: View): Remaining {
  const { rules, round, seat, mover, lastText, finalVote } = view;
  const { order, rounds } = rules.protocol;
  if (finalVote) return { turns: 0, finalVote: false };
  const comesLater = (party: number): boolean => order.indexOf(party) > order.indexOf(mover);
  const text = lastText >= 0 && !isOffTable(view, lastText);
  const { mediator } = rules;
  return {
    turns: rounds - round + (comesLater(seat) ? 1 : 0),
    finalVote: text || (mediator >= 0 && mediator !== seat && (round < rounds || comesLater(mediator))),
  };
}
