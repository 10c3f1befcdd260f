import { sumOverSlots } from "../../../bargaining/slots.ts";
import { at } from "../../../exact/at.ts";
import type { PartyEvent } from "../../../table/events.ts";
import { netWorth } from "../../../table/rules/worth.ts";
import type { View } from "../../../table/view/view.ts";
import { crossesRed, isOffTable, ownWorth } from "../../../tactics/appraise.ts";
import { chanceToBind } from "./binding-chance.ts";
import { momentOf, Other } from "./other.ts";
import {
  answer,
  mayMove,
  offer,
  openToTakeUp,
  type Policy,
  type PolicyKind,
  pass,
  sideOf,
  suits,
  takeUp,
} from "./policy.ts";

/** Own worths from the walk-away to the best are looked through in so many steps. */
const STEPS = 50;

/** A question is worth asking while the answer is in doubt, 0–1. */
const IN_DOUBT = { least: 0.03, most: 0.97 };

/** What to put on the floor, what it may bring, and what is to be hoped for in the rounds that follow. */
interface Plan {
  readonly pack: number;
  /** Whose standing offer that is; −1: nobody's. */
  readonly of: number;
  /** Own worth expected from now on. */
  readonly hope: number;
}

/**
 * Packages worth planning with: at each step of own worth the one that suits best the least favoured of the others, for each way in
 * which one of them may be while the rest are as they most likely are.
 */
function shortList(view: View, others: readonly Other[]): number[] {
  const own = sideOf(view);
  const { walkAway } = own;
  const { worth, red } = own.partyModel;
  const { space, removed } = { space: view.rules.space, removed: view.removed.includes(1) };
  const likely = others.map(({ leanings }) => leanings.reduce((a, b) => (b.chance > a.chance ? b : a)));
  const unlikely = others.flatMap(({ leanings }, place) =>
    leanings.filter((leaning) => leaning !== likely[place]).map((leaning) => likely.with(place, leaning)),
  );
  const casts = [likely, ...unlikely];
  const top = worth.reduce((most, value) => Math.max(most, value), -Infinity);
  const best = casts.map(() => ({ packs: new Int32Array(STEPS + 1).fill(-1), least: new Float64Array(STEPS + 1) }));
  for (let pack = 0; pack < worth.length; pack++) {
    const value = worth[pack] as number;
    if (value < walkAway || red[pack] === 1 || (removed && isOffTable(view, pack))) continue;
    const step = Math.floor(((value - walkAway) / (top - walkAway || 1)) * STEPS);
    for (const [index, cast] of casts.entries()) {
      const { packs, least } = at(best, index);
      const bar = packs[step] === -1 ? -Infinity : (least[step] as number);
      let lowest = Infinity;
      for (const { worth: theirs, floor } of cast) {
        lowest = Math.min(lowest, sumOverSlots(space, pack, theirs) - floor);
        if (lowest <= bar) break;
      }
      if (lowest <= bar) continue;
      packs[step] = pack;
      least[step] = lowest;
    }
  }
  return [...new Set(best.flatMap(({ packs }) => [...packs]))].filter((pack) => pack >= 0);
}

/** What a result in a round would be worth, levers apart. */
function valueIn(view: View, round: number, worth: number): number {
  const { protocol } = view.rules;
  return netWorth(sideOf(view).partyModel.party, protocol, Math.min(round, protocol.rounds), worth, 0);
}

/** How likely others, or the mediator, put something fair on the floor after one's own last turn. */
const COMES_BY_ITSELF = 0.5;

/**
 * What is to be hoped for after the last own turn: the mediator's last text in the final vote, before there is one a fair text that
 * others may still put, or no deal.
 */
function lastHope(view: View, others: readonly Other[], list: readonly number[]): number {
  const own = sideOf(view);
  const { rounds } = view.rules.protocol;
  const left = (rounds - view.round) * own.partyModel.party.walkAway.driftPerRound;
  const none = valueIn(view, rounds, own.walkAway + left);
  if (view.finalVote) return none;
  const moment = momentOf(view, rounds + 1);
  const hopeOf = (pack: number): number => {
    const gain = valueIn(view, rounds, ownWorth(view, own, pack)) - none;
    return gain <= 0 ? 0 : gain * chanceToBind(view, others, (other) => other.signs(view, pack, moment));
  };
  const put = view.lastText >= 0 && !isOffTable(view, view.lastText) ? hopeOf(view.lastText) : 0;
  const fair = list.reduce((most, pack) => Math.max(most, hopeOf(pack)), 0);
  return none + Math.max(put, COMES_BY_ITSELF * fair);
}

/**
 * Backwards from the deadline: in each round the package for which chance of signature times own worth, plus what is to be hoped for
 * otherwise, is largest. `hopes[r]`: what is to be hoped for from the own turn of round r on.
 */
function hopesOf(view: View, others: readonly Other[], list: readonly number[]): Map<number, number> {
  const own = sideOf(view);
  const { rounds } = view.rules.protocol;
  const hopes = new Map([[rounds + 1, lastHope(view, others, list)]]);
  for (let round = rounds; round > view.round; round--) {
    const later = hopes.get(round + 1) ?? 0;
    const moment = momentOf(view, round);
    let hope = later;
    for (const pack of list) {
      const gain = valueIn(view, round, ownWorth(view, own, pack)) - later;
      if (gain + later <= hope) continue;
      hope = Math.max(hope, later + gain * chanceToBind(view, others, (other) => other.signs(view, pack, moment)));
    }
    hopes.set(round, hope);
  }
  return hopes;
}

/** The best thing to put on the floor now: a package of one's own, or what another stands for, who is bound by it. */
function planOf(view: View, others: readonly Other[], list: readonly number[], later: number): Plan {
  const own = sideOf(view);
  const moment = momentOf(view, view.round);
  const mine = view.parties[view.seat]?.standing;
  let plan: Plan = { pack: -1, of: -1, hope: later };
  const consider = (pack: number, of: number): void => {
    const gain = valueIn(view, view.round, ownWorth(view, own, pack)) - later;
    if (later + gain <= plan.hope || crossesRed(own, pack)) return;
    const signs = (other: Other): number =>
      view.parties[other.party]?.standing === pack ? 1 : other.signs(view, pack, moment);
    const hope = later + gain * chanceToBind(view, others, signs);
    if (hope > plan.hope) plan = { pack, of, hope };
  };
  for (const standing of openToTakeUp(view)) consider(standing.package, standing.of);
  for (const pack of list) if (pack !== mine) consider(pack, -1);
  return plan;
}

/** What an opening may be short of the best that one could ask for, as a share of the scale. */
const SHORT_OF_BEST = 0.01;

/** Near the best that one could ask for, what gives the others least: what they are given later counts from here. */
function opening(view: View, others: readonly Other[]): number {
  const own = sideOf(view);
  const { worth, red } = own.partyModel;
  const open = (pack: number): boolean => red[pack] !== 1 && !isOffTable(view, pack);
  let top = -Infinity;
  for (const [pack, value] of worth.entries()) if (value > top && open(pack)) top = value;
  let best = -1;
  let least = Infinity;
  for (const [pack, value] of worth.entries()) {
    if (value < top - SHORT_OF_BEST * view.rules.scale || !open(pack)) continue;
    const given = others.reduce((sum, other) => sum + other.worthOf(view, pack), 0);
    if (given >= least) continue;
    best = pack;
    least = given;
  }
  return best;
}

/** Whom to ask about what one is going to offer: who is most in doubt. Null: nobody is. */
function question(view: View, others: readonly Other[], pack: number): PartyEvent | null {
  const moment = momentOf(view, view.round);
  let asked: PartyEvent | null = null;
  let surest = Infinity;
  for (const other of others) {
    const chance = other.signs(view, pack, moment);
    const sure = Math.abs(chance - 0.5);
    if (sure >= surest || chance < IN_DOUBT.least || chance > IN_DOUBT.most) continue;
    surest = sure;
    asked = {
      type: "SOUND_OUT",
      party: view.seat,
      of: other.party,
      issue: -1,
      option: -1,
      givenIssue: -1,
      givenOption: -1,
      package: pack,
      deed: -1,
    };
  }
  return asked;
}

/** A seat that listens: see {@link ATTENTIVE}. @param told whether it is told who the others are tonight */
function listener(id: string, kind: PolicyKind, told: boolean): Policy {
  return {
    id,
    kind,
    reads: true,
    open({ drawn }) {
      const known = new Map<number, Other>();
      let askedIn = -1;
      return (view) => {
        if (!view.owesAnswer && !mayMove(view)) return null;
        const asked = view.onFloor?.package ?? -1;
        if (view.owesAnswer && !suits(view, asked, sideOf(view).walkAway)) return answer(view, false);
        const others = view.rules.voters
          .filter((party) => party !== view.seat && !view.parties[party]?.gone)
          .map((party) => known.get(party) ?? new Other(party));
        for (const other of others) {
          known.set(other.party, other);
          other.learn(view, told ? (drawn?.[other.party] ?? -1) : -1);
        }
        const list = shortList(view, others);
        const hopes = hopesOf(view, others, list);
        const { order, rounds } = view.rules.protocol;
        const hasMoved = order.indexOf(view.seat) <= order.indexOf(view.mover);
        const later = hopes.get(view.finalVote ? rounds + 1 : view.round + 1) ?? 0;
        const plan = planOf(view, others, list, later);
        if (view.owesAnswer) {
          const hope = hasMoved || view.finalVote ? later : plan.hope;
          return answer(view, valueIn(view, view.round, ownWorth(view, sideOf(view), asked)) >= hope);
        }
        if (view.round === 1 && rounds > 2) return offer(view, opening(view, others));
        if (plan.pack < 0) return pass(view);
        if (askedIn !== view.turn) {
          askedIn = view.turn;
          const asks = plan.of < 0 ? question(view, others, plan.pack) : null;
          if (asks) return asks;
        }
        return plan.of >= 0 ? takeUp(view, plan.of) : offer(view, plan.pack);
      };
    },
  };
}

/**
 * A seat that negotiates: it opens high, learns from offers, answers and replies what each of the others may want and how low it would
 * go, sounds out what it means to offer, and step by step offers what is worth most to itself times the chance that it is signed.
 */
export const ATTENTIVE = listener("attentive", "attentive", false);

/** The same, told the dispositions that were drawn. */
export const INFORMED = listener("informed", "informed", true);
