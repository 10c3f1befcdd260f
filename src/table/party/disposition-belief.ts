import { sumOverSlots } from "../../bargaining/slots.ts";
import { at } from "../../exact/at.ts";
import { exp, log } from "../../exact/math.ts";
import type { Disposition } from "../../scenario/types.ts";
import { byIssue, byPairAndSlot, bySlot, type TableModel } from "../model.ts";
import { elapsed } from "../rules/worth.ts";
import { REPLY, type TableContext } from "../state.ts";
import { trustOf } from "./trust.ts";

/**
 * How likely each disposition of a party is by now, to one who sees the public record and has its own soundings: Bayes over
 * the file's chances. What a disposition *states* in the file is common knowledge (Harsanyi 1967); the party's own numbers are
 * not, so that an issue of which a disposition states nothing is flat here. Choices are weighed as logit quantal responses
 * (McKelvey & Palfrey 1995).
 */

/** What was seen of a party that tells its dispositions apart. */
export type Sign =
  /** It offered this option, or committed itself to it. */
  | { readonly kind: "offered"; readonly issue: number; readonly option: number }
  /** Its refusals named this issue so often. */
  | { readonly kind: "named"; readonly issue: number; readonly times: number }
  /** It said this word of the option when it was sounded out by the viewer. */
  | { readonly kind: "replied"; readonly issue: number; readonly option: number; readonly word: number }
  /** How far it has come since its first offer, for the time that has passed. */
  | { readonly kind: "pace" };

/** A sign and how well it fits each disposition: log-likelihoods, in the order of the file; only differences count. */
export interface WeighedSign {
  readonly sign: Sign;
  readonly fits: readonly number[];
}

/** What a seat believes of the dispositions of a party. */
export interface DispositionBelief {
  /** How likely each is, 0–1, in the order of the file; they sum to 1. */
  readonly likely: readonly number[];
  readonly signs: readonly WeighedSign[];
}

/** What a tenth of the scale more makes of the odds of a choice: e. */
const STEPS_OF_CHOICE = 10;
/** Refusals repeat themselves: three that name an issue say less than three times one. */
const NAMED_COUNTS = 0.6;
/** No issue is so light that it is never named, as a share of the scale. */
const ALWAYS_SOME = 0.02;
/** What an option is worth of which a disposition states nothing, 0–1. */
const FLAT = 0.5;
/** How suitable an option is, 0–1, of which each word is said, in the order of the words. */
const SUITS_WORD = [1, 2 / 3, 1 / 3, 0] as const;
const TWICE_VARIANCE_OF_WORDS = 2 * 0.35 * 0.35;
const TWICE_VARIANCE_OF_PACE = 2 * 0.2 * 0.2;

/** What a disposition states, and how likely it makes what can be seen: logs of chances, worked out once. */
interface Stated {
  /** By issue: whether anything is stated. */
  readonly says: readonly boolean[];
  /** By slot: what the option is worth as far as it is stated, in shares of the scale. */
  readonly worth: Float64Array;
  /** By slot: that it is the option chosen in an offer. */
  readonly chosen: Float64Array;
  /** By issue: that it is the issue named in a refusal. */
  readonly named: Float64Array;
  /** By slot and word (`slot · 4 + word − 1`): that this is the word of it. */
  readonly said: Float64Array;
}

const known = new WeakMap<Disposition, Stated>();

/** Logs of the shares of what is likely in proportion. */
function logShares(likely: readonly number[]): number[] {
  const total = likely.reduce((sum, one) => sum + one, 0);
  return likely.map((one) => log(one / total));
}

function workOut({ scenario, space, issues }: TableModel, disposition: Disposition): Stated {
  const { values } = disposition.stated;
  const weights = Array.from({ length: issues }, (_, issue) => {
    const weight = values[issue]?.weight ?? null;
    return weight === null ? 1 / issues : weight / scenario.scale;
  });
  const found = {
    says: values.map((value) => value !== null),
    worth: new Float64Array(space.slots),
    chosen: new Float64Array(space.slots),
    named: Float64Array.from(logShares(weights.map((weight) => weight + ALWAYS_SOME))),
    said: new Float64Array(space.slots * SUITS_WORD.length),
  };
  for (let issue = 0; issue < issues; issue++) {
    const first = space.firstSlot[issue] as number;
    const given = Array.from(
      { length: space.sizes[issue] as number },
      (_, option) => values[issue]?.options[option] ?? null,
    );
    const most = given.reduce<number>((so, value) => Math.max(so, value ?? 0), 0);
    const worths = given.map((value) => at(weights, issue) * (value === null ? FLAT : value / scenario.scale));
    found.worth.set(worths, first);
    const best = Math.max(...worths);
    found.chosen.set(logShares(worths.map((worth) => exp(STEPS_OF_CHOICE * (worth - best)))), first);
    for (const [option, value] of given.entries()) {
      const suits = value === null || most === 0 ? FLAT : value / most;
      const near = SUITS_WORD.map((about) => exp(-((suits - about) * (suits - about)) / TWICE_VARIANCE_OF_WORDS));
      found.said.set(logShares(near), (first + option) * SUITS_WORD.length);
    }
  }
  return found;
}

function statedBy(model: TableModel, disposition: Disposition): Stated {
  const before = known.get(disposition);
  if (before) return before;
  const found = workOut(model, disposition);
  known.set(disposition, found);
  return found;
}

/** How far a disposition would have come by now, in shares of the scale: its range times how much of it its tactic gives by then. */
function wouldHaveGiven(model: TableModel, context: TableContext, { stated: says }: Disposition): number {
  const { scale, protocol } = model.scenario;
  const [low, high] = says.tactic?.exponent ?? [1, 1];
  const t = elapsed(protocol, context.round);
  const range = 1 - (says.walkAway.at ?? scale / 2) / scale;
  return t === 0 ? 0 : range * exp(log(t) / ((low + high) / 2));
}

function hasGiven({ space }: TableModel, context: TableContext, { worth }: Stated, party: number): number {
  const [first, now] = [context.firstOffer[party] as number, context.standing[party] as number];
  return Math.max(0, sumOverSlots(space, first, worth) - sumOverSlots(space, now, worth));
}

function paceFits(model: TableModel, context: TableContext, party: number): WeighedSign[] {
  const all = dispositionsOf(model, party);
  const tells = all.some(({ stated: { tactic, walkAway } }) => tactic !== null || walkAway.at !== null);
  if (!tells || (context.firstOffer[party] as number) < 0 || (context.standing[party] as number) < 0) return [];
  const fits = all.map((disposition) => {
    const off =
      hasGiven(model, context, statedBy(model, disposition), party) - wouldHaveGiven(model, context, disposition);
    return -(off * off) / TWICE_VARIANCE_OF_PACE;
  });
  return [{ sign: { kind: "pace" }, fits }];
}

function dispositionsOf({ partyModels }: TableModel, party: number): readonly Disposition[] {
  return partyModels[party]?.party.dispositions ?? [];
}

/**
 * What speaks for and against each disposition of a party, as far as this viewer can know: nothing of what the party privately
 * wants, nor of what others have asked it.
 * @param viewer −1: an onlooker, who has asked nothing
 */
function signsOf(model: TableModel, context: TableContext, viewer: number, party: number): WeighedSign[] {
  const { space, issues } = model;
  const all = dispositionsOf(model, party).map((disposition) => statedBy(model, disposition));
  if (all.length === 0) return [];
  const signs: WeighedSign[] = [];
  const trust = viewer < 0 ? 0 : at(trustOf(model, context, viewer), party);
  for (let issue = 0; issue < issues; issue++) {
    if (!all.some(({ says }) => says[issue])) continue;
    const times = at(context.named, byIssue(model, party, issue));
    if (times > 0) {
      const fits = all.map(({ named }) => NAMED_COUNTS * times * at(named, issue));
      signs.push({ sign: { kind: "named", issue, times }, fits });
    }
    for (let option = 0; option < at(space.sizes, issue); option++) {
      const slot = at(space.firstSlot, issue) + option;
      if (context.offered[bySlot(model, party, slot)] === 1) {
        signs.push({ sign: { kind: "offered", issue, option }, fits: all.map(({ chosen }) => at(chosen, slot)) });
      }
      const word = viewer < 0 ? REPLY.none : at(context.replies, byPairAndSlot(model, viewer, party, slot));
      if (word !== REPLY.none) {
        const place = slot * SUITS_WORD.length + word - 1;
        signs.push({
          sign: { kind: "replied", issue, option, word },
          fits: all.map(({ said }) => trust * at(said, place)),
        });
      }
    }
  }
  return [...signs, ...paceFits(model, context, party)];
}

/**
 * How likely each disposition of a party is by now, and what speaks for it: the chance of the file times the product of how well
 * each sign fits, each weighed as {@link signsOf} does. Null: the party has no dispositions.
 * @param viewer −1: an onlooker
 */
export function dispositionBelief(
  model: TableModel,
  context: TableContext,
  viewer: number,
  party: number,
): DispositionBelief | null {
  const all = dispositionsOf(model, party);
  if (all.length === 0) return null;
  const signs = signsOf(model, context, viewer, party);
  const logs = all.map(({ chance }, index) => signs.reduce((sum, { fits }) => sum + at(fits, index), log(chance)));
  const most = Math.max(...logs);
  const odds = logs.map((one) => exp(one - most));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return { likely: odds.map((one) => one / total), signs };
}
