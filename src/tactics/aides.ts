import { meets, optionIn, withOption } from "../bargaining/space.ts";
import { at } from "../exact/at.ts";
import { equalWithin } from "../exact/tolerance.ts";
import type { Change } from "../table/party/change.ts";
import type { View } from "../table/view/view.ts";
import { estimatedWorth, isOffTable } from "./appraise.ts";

/**
 * What another party makes of a package, the surest first: it stands for it, has called a part of it a red line, has accepted or
 * refused this very package, or has said in private what it thinks of it; without any of these what seems so from its offers, and
 * `unknown` before it has made one.
 */
export type Opinion =
  | { readonly kind: "stands" | "red" | "near" | "reach" | "far" | "unknown" }
  | { readonly kind: "accepted" | "refused"; readonly round: number }
  /** @see REPLY */
  | { readonly kind: "replied"; readonly reply: number };

/** What a seat's aides make of another party, from nothing but what was said at the table. */
export interface AidesGuess {
  readonly party: number;
  readonly opinion: Opinion;
  /** Estimated worth of the package to it, as a share of its estimated best: 0–1; null before it has made an offer. */
  readonly share: number | null;
  /** The issue that seems to weigh most for it; −1 where none stands out. */
  readonly fights: number;
  /** The issue on which the package seems to cost it most; −1: none does, or it cannot be told. */
  readonly losesOn: number;
  /** How often it has changed its offer. */
  readonly moves: number;
  /** The issue on which it has changed it most often; −1: none. */
  readonly movedOn: number;
}

/** Estimated share from which a package counts as near, and from which it is within reach. */
const NEAR = 0.85;
const REACH = 0.6;

/** The index of the largest, if it is larger than all others; −1 otherwise. */
function standsOut(values: readonly number[]): number {
  const most = Math.max(...values);
  const found = values.flatMap((value, index) => (value > most - equalWithin(1) ? [index] : []));
  const [only, more] = found;
  return only !== undefined && more === undefined && most > 0 ? only : -1;
}

function movesOf(view: View, party: number): { moves: number; byIssue: number[] } {
  const { space } = view.rules;
  const byIssue = Array.from(space.sizes, () => 0);
  let moves = 0;
  let last = -1;
  for (const line of view.log) {
    if (line.kind !== "statement" || line.party !== party || line.says !== "OFFER") continue;
    if (last >= 0 && line.package !== last) moves++;
    for (const issue of byIssue.keys()) {
      if (last >= 0 && optionIn(space, line.package, issue) !== optionIn(space, last, issue)) {
        byIssue[issue] = (byIssue[issue] ?? 0) + 1;
      }
    }
    last = line.package;
  }
  return { moves, byIssue };
}

/** What a party has let be known of this very package, the last word first; null: nothing. */
function said(view: View, party: number, pack: number): Opinion | null {
  const known = view.parties[party];
  if (known?.standing === pack) return { kind: "stands" };
  if (known?.redCalled.some((terms) => meets(view.rules.space, terms, pack))) return { kind: "red" };
  for (const line of [...view.log].reverse()) {
    if (line.kind === "answers" && line.package === pack) {
      const answer = line.answers.find((one) => one.party === party);
      if (answer) return { kind: answer.accepts ? "accepted" : "refused", round: line.round };
    }
    const asked = line.kind === "sounding" && line.party === view.seat && line.of === party && line.package === pack;
    if (asked && line.reply > 0) return { kind: "replied", reply: line.reply };
  }
  return null;
}

/** The most that each issue can seem worth to a party, and what the package seems to give it there. */
function byIssue(view: View, party: number, pack: number): { readonly best: number[]; readonly given: number[] } {
  const { space } = view.rules;
  const estimate = at(view.estimates, party) ?? new Float64Array(space.slots);
  const best = space.sizes.map((size, issue) => {
    const first = at(space.firstSlot, issue);
    return Math.max(...estimate.slice(first, first + size));
  });
  const given = space.sizes.map((_, issue) => at(estimate, at(space.firstSlot, issue) + optionIn(space, pack, issue)));
  return { best, given };
}

/** What the aides say of each other voter before a package is put forward. */
export function aidesGuesses(view: View, pack: number): AidesGuess[] {
  return view.estimates.flatMap((estimate, party): AidesGuess[] => {
    if (!estimate || view.parties[party]?.gone) return [];
    const { best, given } = byIssue(view, party, pack);
    const whole = best.reduce((sum, weight) => sum + weight, 0);
    const share = whole > 0 ? estimatedWorth(view, party, pack) / whole : 0;
    const spoken = (view.parties[party]?.standing ?? -1) >= 0;
    const seems = !spoken ? "unknown" : share >= NEAR ? "near" : share >= REACH ? "reach" : "far";
    const moved = movesOf(view, party);
    return [
      {
        party,
        opinion: said(view, party, pack) ?? { kind: seems },
        share: spoken ? share : null,
        fights: spoken ? standsOut(best) : -1,
        losesOn: spoken ? standsOut(best.map((most, issue) => most - at(given, issue))) : -1,
        moves: moved.moves,
        movedOn: standsOut(moved.byIssue),
      },
    ];
  });
}

/** What a mediator's aides make of its draft: how far the sides are from it, and from each other. */
export interface MediatorGuess {
  /** By the order of the file, those that are there. */
  readonly sides: readonly AidesGuess[];
  /** The side to which it seems worth least, where one stands out; −1: none does. */
  readonly furthest: number;
  /** One change after which the draft seems worth more to the side to which it is worth least; null: none. */
  readonly change: Change | null;
  /** Issues on which all standing offers of the voters agree, and those on which they do not, by index. */
  readonly agreed: readonly number[];
  readonly open: readonly number[];
  /** Of the open ones, where the offers lie furthest apart for the length of the issue; −1: none stands out. */
  readonly widest: number;
}

function offersOfVoters({ rules, parties }: View): number[] {
  return rules.voters.flatMap((party) => {
    const standing = parties[party]?.standing ?? -1;
    return standing >= 0 ? [standing] : [];
  });
}

/** The one change of a package by which the least estimated share of all sides rises most; the first of equals. */
function levellingChange(view: View, pack: number, shares: (pack: number) => readonly number[]): Change | null {
  const { space } = view.rules;
  const least = (of: number): number => Math.min(...shares(of));
  let best: Change | null = null;
  let most = least(pack) + equalWithin(1);
  for (const [issue, size] of space.sizes.entries()) {
    for (let option = 0; option < size; option++) {
      const changed = withOption(space, pack, issue, option);
      if (changed === pack || isOffTable(view, changed)) continue;
      const reached = least(changed);
      if (reached <= most) continue;
      best = { issue, option };
      most = reached + equalWithin(1);
    }
  }
  return best;
}

/** What a mediator's aides make of its draft, from what was said at the table. */
export function mediatorGuess(view: View, pack: number): MediatorGuess {
  const { space } = view.rules;
  const sides = aidesGuesses(view, pack);
  const spoken = sides.flatMap(({ party, share }) => (share === null ? [] : [{ party, share }]));
  const furthest = spoken.length > 1 ? standsOut(spoken.map(({ share }) => 1 - share)) : -1;
  const bests = spoken.map(({ party }) => byIssue(view, party, pack).best.reduce((sum, weight) => sum + weight, 0));
  const shares = (of: number): number[] =>
    spoken.map(({ party }, index) => estimatedWorth(view, party, of) / at(bests, index));
  const offers = offersOfVoters(view);
  const widths = space.sizes.map((size, issue) => {
    const options = offers.map((offer) => optionIn(space, offer, issue));
    return size > 1 && options.length > 1 ? (Math.max(...options) - Math.min(...options)) / (size - 1) : 0;
  });
  return {
    sides,
    furthest: spoken[furthest]?.party ?? -1,
    change: spoken.length > 1 ? levellingChange(view, pack, shares) : null,
    agreed: offers.length > 1 ? widths.flatMap((width, issue) => (width === 0 ? [issue] : [])) : [],
    open: widths.flatMap((width, issue) => (width > 0 ? [issue] : [])),
    widest: standsOut(widths),
  };
}
