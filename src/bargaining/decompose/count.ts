import { at, numberAt } from "../../exact/at.ts";
import { mergeEqualStates } from "../pareto/skyline.ts";
import { crossStates, joinStates, pickStates, placesMarked, type States, statesOf } from "../pareto/states.ts";
import type { Count } from "../types.ts";
import { InducedWidthExceeded, issueComponents } from "./elimination.ts";
import { eachPackageBlock } from "./enumeration.ts";
import type { Bounds, Factors } from "./factors.ts";
import { countOnGrid } from "./grid-count.ts";
import { countByMeetInTheMiddle } from "./meet-in-the-middle.ts";
import { countFrom } from "./points.ts";
import { roundOffNoise } from "./pruning.ts";

/** Most packages of issues that interactions hold together, to list them. */
const MOST_OF_COMPONENT = 1_000_000;
/** Most sums held at once, and most made in one step. */
const MOST_SUMS = 100_000;
const MOST_MADE = 1_000_000;

/** A count that lies between two numbers; the same twice when it is exact. */
interface CountBounds {
  readonly low: Count;
  readonly high: Count;
}

function boundsOfStates({ worths }: States): Bounds {
  return {
    low: worths.map((column) => column.reduce((low, worth) => Math.min(low, worth), Infinity)),
    high: worths.map((column) => column.reduce((high, worth) => Math.max(high, worth), -Infinity)),
  };
}

function waysOf({ counts }: States): bigint {
  return counts.reduce((sum, count) => sum + BigInt(count), 0n);
}

/**
 * How many sums of one state of each list reach the floors: list by list, states worth the same are one, and those that are sure to
 * reach, or sure not to, whatever follows, are settled at once.
 * @returns null when more than {@link MOST_SUMS} would have to be held
 */
function countStepwise(lists: readonly States[], base: readonly number[], floors: readonly number[]): bigint | null {
  const bounds = lists.map(boundsOfStates);
  const ways = lists.map(waysOf);
  const big = ways.reduce((product, count) => product * count, 1n) > BigInt(Number.MAX_SAFE_INTEGER);
  const after = (from: number, side: "low" | "high", p: number): number =>
    bounds.slice(from).reduce((sum, bound) => sum + at(bound[side], p), 0);
  let total = 0n;
  let states = statesOf(1, floors.length, 0, false);
  states.counts[0] = 1;
  for (const [p, column] of states.worths.entries()) column[0] = at(base, p);
  if (big) states = { ...states, bigCounts: [1n] };
  for (let done = 0; done <= lists.length; done++) {
    const parties = floors.map((floor, p) => ({
      // Worth from which the floor is reached with the least, or with the most, that is still to come.
      sure: floor - after(done, "low", p),
      possible: floor - after(done, "high", p),
      column: at(states.worths, p),
    }));
    const rest = ways.slice(done).reduce((product, count) => product * count, 1n);
    const open: number[] = [];
    let sure = 0;
    let bigSure = 0n;
    for (let i = 0; i < states.length; i++) {
      let reached = true;
      let lost = false;
      for (const party of parties) {
        const worth = numberAt(party.column, i);
        if (worth < party.sure) reached = false;
        if (worth < party.possible) lost = true;
      }
      if (reached) {
        if (states.bigCounts) bigSure += at(states.bigCounts, i);
        else sure += numberAt(states.counts, i);
      } else if (!lost) open.push(i);
    }
    total += (bigSure + BigInt(sure)) * rest;
    const next = lists[done];
    if (!next || open.length === 0) return total;
    if (open.length * next.length > MOST_MADE) return null;
    const counted = big ? { ...next, bigCounts: Array.from(next.counts, BigInt) } : next;
    states = mergeEqualStates(roundOffNoise(crossStates(pickStates(states, open), counted)));
    if (states.length > MOST_SUMS) return null;
  }
  return total;
}

/**
 * How many packages reach the floors (units by party) without being forbidden, without listing them: exact where sums of worths are few
 * or two halves of the issues can be listed, otherwise between two numbers.
 */
export function countReaching(factors: Factors, floors: readonly number[]): CountBounds {
  if (factors.caps.some((cap, p) => cap < at(floors, p))) return { low: 0, high: 0 };
  const all = factors.allowed.reduce((product, options) => product * BigInt(options.length), 1n);
  if (all === 0n) return { low: 0, high: 0 };
  const exact = countExactly(factors, floors);
  if (exact !== null) return { low: countFrom(exact), high: countFrom(exact) };
  try {
    const { low, high } = countOnGrid(factors, floors);
    return { low: countFrom(low), high: countFrom(high < all ? high : all) };
  } catch (problem) {
    if (!(problem instanceof InducedWidthExceeded)) throw problem;
    return { low: 0, high: countFrom(all) };
  }
}

/** The count where sums of worths are few or two halves of the issues can be listed; null where not. */
function countExactly(factors: Factors, floors: readonly number[]): bigint | null {
  const lists: States[] = [];
  for (const { issues } of issueComponents(factors)) {
    const sums = sumDistribution(factors, issues, MOST_OF_COMPONENT);
    if (!sums) return null;
    if (sums.length === 0) return 0n;
    lists.push(sums);
  }
  lists.sort((a, b) => a.length - b.length);
  return countByMeetInTheMiddle(lists, factors.base, floors) ?? countStepwise(lists, factors.base, floors);
}

/** The factors with only these options of one issue. */
export function withAllowedOptions(factors: Factors, issue: number, options: readonly number[]): Factors {
  return { ...factors, allowed: factors.allowed.with(issue, options) };
}

/**
 * The factors of some issues alone; interactions that name others are left out. Numbers of packages count within these issues.
 */
function factorsOfIssues(factors: Factors, issues: readonly number[]): Factors {
  const placeOf = new Map(issues.map((issue, place) => [issue, place]));
  const pick = <T>(list: readonly T[]): T[] => issues.map((issue) => at(list, issue));
  return {
    ...factors,
    sizes: pick(factors.sizes),
    allowed: pick(factors.allowed),
    worths: pick(factors.worths),
    digits: pick(factors.digits),
    base: factors.base.map(() => 0),
    caps: factors.caps.map(() => Infinity),
    interactions: factors.interactions.flatMap((interaction) => {
      const places = interaction.issues.flatMap((issue) => placeOf.get(issue) ?? []);
      return places.length === interaction.issues.length ? [{ ...interaction, issues: places }] : [];
    }),
  };
}

/**
 * Every sum of worths that these issues can add, once, with the number of ways to make it. Caps left aside, and no package numbers.
 * @returns null when they make more than `most` packages
 */
function sumDistribution(factors: Factors, issues: readonly number[], most: number): States | null {
  const some = factorsOfIssues(factors, issues);
  if (some.sizes.reduce((product, size) => product * size, 1) > most) return null;
  const parties = factors.parties.length;
  const empty = statesOf(0, parties, 0, false);
  const lists: States[] = [empty];
  eachPackageBlock(some, ({ worths, forbidden }) => {
    const kept = placesMarked(forbidden, 0);
    const states = statesOf(kept.length, parties, 0, false);
    for (const [p, column] of states.worths.entries()) {
      const source = at(worths, p);
      for (const [to, from] of kept.entries()) column[to] = numberAt(source, from);
    }
    states.counts.fill(1);
    lists.push(states);
    return undefined;
  });
  return mergeEqualStates(roundOffNoise(joinStates(lists)));
}
