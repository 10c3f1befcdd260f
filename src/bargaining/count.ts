import type { Bounds } from "./bounds.ts";
import { Entangled } from "./cases.ts";
import type { Factors } from "./factors.ts";
import { countOnGrid } from "./grid-count.ts";
import { meeting } from "./halves.ts";
import { knotsOf } from "./order.ts";
import { countFrom } from "./points.ts";
import { merged } from "./skyline.ts";
import { snapped } from "./snap.ts";
import { crossed, pick, type States, statesOf } from "./states.ts";
import { sumsOf } from "./subspace.ts";
import type { Count } from "./types.ts";

/** Most packages of issues that ties hold together, to list them. */
const MOST_OF_KNOT = 1_000_000;
/** Most sums held at once, and most made in one step. */
const MOST_SUMS = 100_000;
const MOST_MADE = 1_000_000;

/** A count that lies between two numbers; the same twice when it is exact. */
export interface Between {
  readonly low: Count;
  readonly high: Count;
}

function boundsOf({ worths }: States): Bounds {
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
function stepByStep(lists: readonly States[], base: readonly number[], floors: readonly number[]): bigint | null {
  const bounds = lists.map(boundsOf);
  const ways = lists.map(waysOf);
  const big = ways.reduce((product, count) => product * count, 1n) > BigInt(Number.MAX_SAFE_INTEGER);
  const after = (from: number, side: "low" | "high", p: number): number =>
    bounds.slice(from).reduce((sum, bound) => sum + (bound[side][p] as number), 0);
  let total = 0n;
  let states = statesOf(1, floors.length, 0, false);
  states.counts[0] = 1;
  for (const [p, column] of states.worths.entries()) column[0] = base[p] as number;
  if (big) states = { ...states, bigCounts: [1n] };
  for (let at = 0; at <= lists.length; at++) {
    const low = floors.map((_, p) => after(at, "low", p));
    const high = floors.map((_, p) => after(at, "high", p));
    const rest = ways.slice(at).reduce((product, count) => product * count, 1n);
    const open: number[] = [];
    let sure = 0;
    let bigSure = 0n;
    for (let i = 0; i < states.length; i++) {
      let reached = true;
      let lost = false;
      for (let p = 0; p < floors.length; p++) {
        const worth = (states.worths[p] as Float64Array)[i] as number;
        if (worth + (low[p] as number) < (floors[p] as number)) reached = false;
        if (worth + (high[p] as number) < (floors[p] as number)) lost = true;
      }
      if (reached) {
        if (states.bigCounts) bigSure += states.bigCounts[i] as bigint;
        else sure += states.counts[i] as number;
      } else if (!lost) open.push(i);
    }
    total += (bigSure + BigInt(sure)) * rest;
    const next = lists[at];
    if (!next || open.length === 0) return total;
    if (open.length * next.length > MOST_MADE) return null;
    const counted = big ? { ...next, bigCounts: Array.from(next.counts, BigInt) } : next;
    states = merged(snapped(crossed(pick(states, open), counted)));
    if (states.length > MOST_SUMS) return null;
  }
  return total;
}

/**
 * How many packages reach the floors (units by party) without being forbidden, without listing them: exact where sums of worths are few
 * or two halves of the issues can be listed, otherwise between two numbers.
 */
export function countReaching(factors: Factors, floors: readonly number[]): Between {
  if (factors.caps.some((cap, p) => cap < (floors[p] as number))) return { low: 0, high: 0 };
  const all = factors.allowed.reduce((product, options) => product * BigInt(options.length), 1n);
  if (all === 0n) return { low: 0, high: 0 };
  const exact = exactly(factors, floors);
  if (exact !== null) return { low: countFrom(exact), high: countFrom(exact) };
  try {
    const { low, high } = countOnGrid(factors, floors);
    return { low: countFrom(low), high: countFrom(high < all ? high : all) };
  } catch (problem) {
    if (!(problem instanceof Entangled)) throw problem;
    return { low: 0, high: countFrom(all) };
  }
}

/** The count where sums of worths are few or two halves of the issues can be listed; null where not. */
function exactly(factors: Factors, floors: readonly number[]): bigint | null {
  const lists: States[] = [];
  for (const { issues } of knotsOf(factors)) {
    const sums = sumsOf(factors, issues, MOST_OF_KNOT);
    if (!sums) return null;
    if (sums.length === 0) return 0n;
    lists.push(sums);
  }
  lists.sort((a, b) => a.length - b.length);
  return meeting(lists, factors.base, floors) ?? stepByStep(lists, factors.base, floors);
}
