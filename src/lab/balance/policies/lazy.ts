import { meets } from "../../../bargaining/space.ts";
import type { PartyEvent } from "../../../table/events.ts";
import { MOVED_AS } from "../../../table/state.ts";
import type { View } from "../../../table/view/view.ts";
import { crossesRed, estimatedWorth, isOffTable, ownWorth } from "../../../tactics/appraise.ts";
import { answer, mayMove, offer, openToTakeUp, type Policy, pass, sideOf, suits, takeUp } from "./policy.ts";

/** A policy that remembers nothing: what it says in its turn, and whether it accepts what is on the floor. */
function simple(id: string, speak: (view: View) => PartyEvent, accepts: (view: View, pack: number) => boolean): Policy {
  const decide = (view: View): PartyEvent | null => {
    if (view.owesAnswer) return answer(view, accepts(view, view.onFloor?.package ?? view.lastText));
    return mayMove(view) ? speak(view) : null;
  };
  return { id, kind: "lazy", reads: false, open: () => decide };
}

const overWalkAway = (view: View, pack: number): boolean => suits(view, pack, sideOf(view).walkAway);

/** In the last round, or after it, there is nothing more to wait for. */
function isLate(view: View): boolean {
  return view.finalVote || view.round >= view.rules.protocol.rounds;
}

/** Says nothing, and accepts whatever is worth its walk-away. */
const silence = simple("silence", pass, overWalkAway);

/** Says nothing and refuses everything until the last round; then accepts whatever is worth its walk-away. */
const silenceToTheEnd = simple("silence_to_the_end", pass, (view, pack) => isLate(view) && overWalkAway(view, pack));

/** Waits, and signs the first thing that is worth its walk-away: accepts it or takes it up. */
const firstAcceptable = simple(
  "first_acceptable",
  (view) => {
    const found = openToTakeUp(view).find((standing) => overWalkAway(view, standing.package));
    return found ? takeUp(view, found.of) : pass(view);
  },
  overWalkAway,
);

/** Makes no offer of its own, but takes up the best that others stand for; answers as instructed. */
const alwaysTakeUp: Policy = {
  id: "always_take_up",
  kind: "lazy",
  reads: false,
  open: () => (view) => {
    if (!mayMove(view)) return null;
    const own = sideOf(view);
    const worth = (pack: number): number => ownWorth(view, own, pack);
    const [best] = openToTakeUp(view)
      .filter((standing) => overWalkAway(view, standing.package))
      .sort((a, b) => worth(b.package) - worth(a.package));
    return best ? takeUp(view, best.of) : pass(view);
  },
};

/** Leaves it to the mediator: asks for a text whenever it may, and signs nothing else. */
const textOnly = simple(
  "text_only",
  (view) => {
    const { position } = sideOf(view);
    if (view.rules.mediator < 0 || view.parties[view.seat]?.askedText) return pass(view);
    return { type: "ASK_TEXT", party: view.seat, position, deed: -1 };
  },
  (view, pack) => {
    const as = view.onFloor?.as;
    return (as === MOVED_AS.text || as === MOVED_AS.final) && overWalkAway(view, pack);
  },
);

/** One text from the first round on, and nothing else: accepts only what is worth as much to it. */
const fixedText: Policy = {
  id: "fixed_text",
  kind: "lazy",
  reads: false,
  open:
    ({ text }) =>
    (view) => {
      const own = sideOf(view);
      const pack = view.onFloor?.package ?? -1;
      if (view.owesAnswer) return answer(view, ownWorth(view, own, pack) >= ownWorth(view, own, text));
      return mayMove(view) ? offer(view, text) : null;
    },
};

/** The package worth this much, or the next more, that suits the least favoured of the others best; −1: none. */
function leastGenerous(view: View, bar: number): number {
  const own = sideOf(view);
  const { worth } = own.partyModel;
  let least = Infinity;
  let best = -1;
  let bestEstimate = -1;
  const others = view.rules.voters.filter((party) => party !== view.seat && view.parties[party]?.gone === false);
  const open = (pack: number): boolean =>
    !crossesRed(own, pack) &&
    !isOffTable(view, pack) &&
    !view.redCalled.some((terms) => meets(view.rules.space, terms, pack));
  for (const [pack, value] of worth.entries()) if (value >= bar && value < least && open(pack)) least = value;
  for (const [pack, value] of worth.entries()) {
    if (value < bar || value > least * 1.02 || !open(pack)) continue;
    const estimate = Math.min(...others.map((party) => estimatedWorth(view, party, pack)));
    if (estimate <= bestEstimate) continue;
    best = pack;
    bestEstimate = estimate;
  }
  return best;
}

/** Gives, step by step, as much own worth as the others have given it on average since their first offers, and no more. */
const mirror: Policy = {
  id: "mirror",
  kind: "lazy",
  reads: false,
  open() {
    const first = new Map<number, number>();
    return (view) => {
      const own = sideOf(view);
      const given: number[] = [];
      for (const { index, standing } of view.parties) {
        if (index === view.seat || standing < 0 || !view.rules.voters.includes(index)) continue;
        if (!first.has(index)) first.set(index, standing);
        given.push(Math.max(0, ownWorth(view, own, standing) - ownWorth(view, own, first.get(index) ?? standing)));
      }
      const mean = given.length > 0 ? given.reduce((sum, one) => sum + one, 0) / given.length : 0;
      const target = Math.max(own.walkAway, own.top - mean);
      if (view.owesAnswer) return answer(view, suits(view, view.onFloor?.package ?? view.lastText, target));
      if (!mayMove(view)) return null;
      const found = openToTakeUp(view).find((standing) => suits(view, standing.package, target));
      return found ? takeUp(view, found.of) : offer(view, leastGenerous(view, target));
    };
  },
};

/** Asides that fit into one turn. */
const ASIDES = 2;

/** Presses every lever that it has, as early and as often as it may, and otherwise does as instructed. */
const allLevers: Policy = {
  id: "all_levers",
  kind: "lazy",
  reads: false,
  open() {
    let turn = -1;
    let pressed = 0;
    return (view) => {
      if (!mayMove(view)) return null;
      if (view.turn !== turn) [turn, pressed] = [view.turn, 0];
      const { partyModel, leverUses } = sideOf(view);
      const lever = partyModel.party.levers.findIndex(({ uses }, index) => (leverUses[index] ?? 0) < uses);
      if (lever < 0 || pressed >= ASIDES) return null;
      pressed++;
      return { type: "PRESS", party: view.seat, lever, deed: -1 };
    };
  },
};

/** Ways to play a seat without listening: none of them should pay. */
export const LAZY: readonly Policy[] = [
  silence,
  silenceToTheEnd,
  fixedText,
  firstAcceptable,
  alwaysTakeUp,
  textOnly,
  mirror,
  allLevers,
];
