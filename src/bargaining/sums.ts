import type { Bounds } from "./bounds.ts";
import { skyline } from "./skyline.ts";
import { snapped } from "./snap.ts";
import { crossed, joined, pick, type States } from "./states.ts";
import { thinned } from "./thin.ts";

/** States with how far below a dropped part-package they may be, for any party: 0 when nothing was lost. Units. */
export interface Kept {
  readonly states: States;
  readonly error: number;
}

/** How states are kept few. */
export interface Keeping {
  readonly equal: number;
  readonly caps: readonly number[];
  /** A package below this for some party is of no interest; −Infinity: any is. */
  readonly floors: readonly number[];
  /** Most states that are kept. */
  readonly limit: number;
}

/** Most states that are made at once, to bound memory. */
const AT_ONCE = 1_000_000;
/** Most sums of two states that one step may make, to bound time. */
const IN_ALL = 400_000_000;

/**
 * Only what may still come to be on the frontier, when `rest` is still to be added to every state. A worth that the cap will cut
 * off whatever comes is cut off now.
 */
export function pruned(states: States, rest: Bounds, { equal, caps, floors }: Keeping): States {
  let kept = states;
  if (caps.some((cap) => cap < Infinity)) {
    const cut = (column: Float64Array, p: number): Float64Array => {
      const ceiling = (caps[p] as number) - (rest.low[p] as number);
      return ceiling < Infinity ? column.map((worth) => Math.min(worth, ceiling)) : column;
    };
    kept = { ...kept, worths: kept.worths.map(cut) };
  }
  if (floors.some((floor) => floor > -Infinity)) {
    const places: number[] = [];
    for (let i = 0; i < kept.length; i++) {
      const hopeless = floors.some(
        (floor, p) => ((kept.worths[p] as Float64Array)[i] as number) + (rest.high[p] as number) < floor,
      );
      if (!hopeless) places.push(i);
    }
    if (places.length < kept.length) kept = pick(kept, places);
  }
  return skyline(kept, { equal, matters: caps.map((cap, p) => cap - (rest.high[p] as number)) });
}

/** Adds every state of one list to every state of the other, and keeps what {@link pruned} does, in bounded memory and time. */
export function summed(a: Kept, b: Kept, rest: Bounds, keeping: Keeping): Kept {
  let [large, small] = a.states.length < b.states.length ? [b, a] : [a, b];
  while (large.states.length * small.states.length > IN_ALL) {
    const half = thinned(large.states, Math.ceil(large.states.length / 2));
    large = { states: half.states, error: large.error + half.error };
    if (large.states.length < small.states.length) [large, small] = [small, large];
  }
  const width = Math.max(1, Math.floor(AT_ONCE / Math.max(1, large.states.length)));
  let sum: States | null = null;
  for (let from = 0; from === 0 || from < small.states.length; from += width) {
    const some = crossed(large.states, small.states, from, Math.min(small.states.length, from + width));
    sum = pruned(sum ? joined([sum, some]) : some, rest, keeping);
  }
  return within({ states: sum as States, error: large.error + small.error }, rest, keeping);
}

/** States of several sources as one list, pruned. */
export function united(lists: readonly Kept[], rest: Bounds, keeping: Keeping): Kept {
  const error = lists.reduce((most, list) => Math.max(most, list.error), 0);
  return within({ states: pruned(joined(lists.map(({ states }) => states)), rest, keeping), error }, rest, keeping);
}

function within({ states, error }: Kept, rest: Bounds, keeping: Keeping): Kept {
  const even = snapped(states);
  const kept = even === states ? states : pruned(even, rest, keeping);
  if (kept.length <= keeping.limit) return { states: kept, error };
  const few = thinned(kept, keeping.limit);
  return { states: few.states, error: error + few.error };
}
