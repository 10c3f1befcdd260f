import { addAt, at, numberAt } from "../../exact/at.ts";
import { skyline } from "../pareto/skyline.ts";
import { crossStates, joinStates, pickStates, placesMarked, type States } from "../pareto/states.ts";
import type { Bounds } from "./factors.ts";

/** States with how far below a dropped part-package they may be, for any party: 0 when nothing was lost. Units. */
export interface ApproximateStates {
  readonly states: States;
  readonly error: number;
}

/** How states are kept few. */
export interface PruningOptions {
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
export function pruneStates(states: States, rest: Bounds, { equal, caps, floors }: PruningOptions): States {
  let kept = states;
  if (caps.some((cap) => cap < Infinity)) {
    const cut = (column: Float64Array, p: number): Float64Array => {
      const ceiling = at(caps, p) - at(rest.low, p);
      return ceiling < Infinity ? column.map((worth) => Math.min(worth, ceiling)) : column;
    };
    kept = { ...kept, worths: kept.worths.map(cut) };
  }
  if (floors.some((floor) => floor > -Infinity)) {
    const hopeless = new Uint8Array(kept.length);
    for (const [p, floor] of floors.entries()) {
      const column = at(kept.worths, p);
      const most = at(rest.high, p);
      for (let i = 0; i < column.length; i++) if (numberAt(column, i) + most < floor) hopeless[i] = 1;
    }
    if (hopeless.includes(1)) kept = pickStates(kept, placesMarked(hopeless, 0));
  }
  return skyline(kept, { equal, saturation: caps.map((cap, p) => cap - at(rest.high, p)) });
}

/** Adds every state of one list to every state of the other, and keeps what {@link pruneStates} does, in bounded memory and time. */
export function sumStates(
  a: ApproximateStates,
  b: ApproximateStates,
  rest: Bounds,
  pruning: PruningOptions,
): ApproximateStates {
  let [large, small] = a.states.length < b.states.length ? [b, a] : [a, b];
  while (large.states.length * small.states.length > IN_ALL) {
    const half = epsilonBoxSample(large.states, Math.ceil(large.states.length / 2));
    large = { states: half.states, error: large.error + half.error };
    if (large.states.length < small.states.length) [large, small] = [small, large];
  }
  const width = Math.max(1, Math.floor(AT_ONCE / Math.max(1, large.states.length)));
  const sumsWith = (from: number): States =>
    crossStates(large.states, small.states, from, Math.min(small.states.length, from + width));
  let sum = pruneStates(sumsWith(0), rest, pruning);
  for (let from = width; from < small.states.length; from += width) {
    sum = pruneStates(joinStates([sum, sumsWith(from)]), rest, pruning);
  }
  return withinLimit({ states: sum, error: large.error + small.error }, rest, pruning);
}

/** States of several sources as one list, pruned. */
export function uniteStates(
  lists: readonly ApproximateStates[],
  rest: Bounds,
  pruning: PruningOptions,
): ApproximateStates {
  const error = lists.reduce((most, list) => Math.max(most, list.error), 0);
  return withinLimit(
    { states: pruneStates(joinStates(lists.map(({ states }) => states)), rest, pruning), error },
    rest,
    pruning,
  );
}

function withinLimit({ states, error }: ApproximateStates, rest: Bounds, pruning: PruningOptions): ApproximateStates {
  const even = roundOffNoise(states);
  const kept = even === states ? states : pruneStates(even, rest, pruning);
  if (kept.length <= pruning.limit) return { states: kept, error };
  const few = epsilonBoxSample(kept, pruning.limit);
  return { states: few.states, error: error + few.error };
}

/** Units: a few times what rounding the parts of a sum to units can come to, a hundredth of a hundredth of what counts as equal. */
const ROUNDING_NOISE = 16;

/**
 * Worths that differ by the rounding of their parts alone become the same: thirds and ninths have no last decimal, and without this a sum
 * of many is held in many copies. Each worth falls by at most 16 units; the same list when there is nothing to do.
 */
export function roundOffNoise(states: States): States {
  let changed = false;
  const worths = states.worths.map((column) => {
    const rising = Float64Array.from(column).sort();
    const starts: number[] = [];
    let start = -Infinity;
    let noisy = false;
    for (const worth of rising) {
      if (worth - start > ROUNDING_NOISE) {
        start = worth;
        starts.push(worth);
      } else if (worth !== start) noisy = true;
    }
    if (!noisy) return column;
    changed = true;
    return column.map((worth) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((starts[middle] ?? Infinity) <= worth) low = middle;
        else high = middle - 1;
      }
      return at(starts, low);
    });
  });
  return changed ? { ...states, worths } : states;
}

/**
 * At most so many of the states: one of each box of a grid, that with the largest sum (ε-boxes: Laumanns, Thiele, Deb & Zitzler 2002).
 * For a state that is dropped one in the same box stays, less than one edge of it worse for any party: `error`, in units.
 */
function epsilonBoxSample(states: States, limit: number): { states: States; error: number } {
  if (states.length <= limit) return { states, error: 0 };
  const lows = states.worths.map((column) => column.reduce((low, worth) => Math.min(low, worth), Infinity));
  const span = states.worths.reduce((most, column, p) => {
    const high = column.reduce((top, worth) => Math.max(top, worth), -Infinity);
    return Math.max(most, high - at(lows, p));
  }, 0);
  const sums = new Float64Array(states.length);
  for (const column of states.worths) for (let i = 0; i < sums.length; i++) addAt(sums, i, numberAt(column, i));
  // A frontier of two parties has about as many boxes as the grid has steps.
  let edge = Math.ceil(span / Math.max(1, limit * 4)) + 1;
  for (;;) {
    const boxes = new Map<string, number>();
    for (let i = 0; i < states.length && boxes.size <= limit; i++) {
      const box = states.worths.map((column, p) => Math.floor((numberAt(column, i) - at(lows, p)) / edge)).join();
      const known = boxes.get(box);
      if (known === undefined || numberAt(sums, i) > numberAt(sums, known)) boxes.set(box, i);
    }
    if (boxes.size <= limit) {
      const places = [...boxes.values()].sort((a, b) => a - b);
      return { states: pickStates(states, places), error: edge };
    }
    edge *= 2;
  }
}
