import { at, byteAt, numberAt } from "../../exact/at.ts";
import type { Count } from "../types.ts";

/**
 * Part-packages that may still lead to the frontier, as columns: what each is worth so far to each party (units), the lowest number
 * among the part-packages worth just that, and how many there are.
 */
export interface States {
  readonly length: number;
  readonly worths: readonly Float64Array[];
  /** The number in limbs, the first the most significant. */
  readonly numbers: readonly Float64Array[];
  readonly counts: Float64Array;
  /** The counts where they may exceed 2^53; null where they cannot. */
  readonly bigCounts: readonly bigint[] | null;
}

/** Room for so many states, all nought. */
export function statesOf(length: number, parties: number, limbs: number, big: boolean): States {
  const columns = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(length));
  return {
    length,
    worths: columns(parties),
    numbers: columns(limbs),
    counts: new Float64Array(length),
    bigCounts: big ? new Array<bigint>(length).fill(0n) : null,
  };
}

/** How many packages a state stands for. */
export function stateCount(states: States, place: number): Count {
  return states.bigCounts ? at(states.bigCounts, place) : at(states.counts, place);
}

/** Places that bear this mark, rising. */
export function placesMarked(marks: Uint8Array, mark: 0 | 1): number[] {
  const places: number[] = [];
  for (let i = 0; i < marks.length; i++) if (byteAt(marks, i) === mark) places.push(i);
  return places;
}

/** The states at these places, in this order. */
export function pickStates(states: States, places: ArrayLike<number>): States {
  const take = (column: Float64Array): Float64Array => {
    const taken = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) taken[i] = numberAt(column, places[i] ?? -1);
    return taken;
  };
  const { bigCounts } = states;
  return {
    length: places.length,
    worths: states.worths.map(take),
    numbers: states.numbers.map(take),
    counts: take(states.counts),
    bigCounts: bigCounts && Array.from(places, (place) => at(bigCounts, place)),
  };
}

/** Several lists of states as one. */
export function joinStates(lists: readonly States[]): States {
  const [first] = lists;
  if (!first) throw new RangeError("there are no states to join");
  if (lists.length === 1) return first;
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const all = statesOf(length, first.worths.length, first.numbers.length, false);
  let from = 0;
  for (const list of lists) {
    for (const [p, column] of list.worths.entries()) all.worths[p]?.set(column, from);
    for (const [l, column] of list.numbers.entries()) all.numbers[l]?.set(column, from);
    all.counts.set(list.counts, from);
    from += list.length;
  }
  return { ...all, bigCounts: first.bigCounts && lists.flatMap((list) => list.bigCounts ?? []) };
}

/** Every state of one list with each at `from` up to `to` of the other: worths and numbers add up, counts multiply. */
export function crossStates(a: States, b: States, from = 0, to = b.length): States {
  const width = to - from;
  const length = a.length * width;
  const all = statesOf(length, a.worths.length, a.numbers.length, false);
  const add = (into: Float64Array, left: Float64Array, right: Float64Array): void => {
    let place = 0;
    for (let i = 0; i < a.length; i++) {
      const one = numberAt(left, i);
      for (let j = from; j < to; j++) into[place++] = one + numberAt(right, j);
    }
  };
  for (const [p, into] of all.worths.entries()) {
    add(into, at(a.worths, p), at(b.worths, p));
  }
  for (const [l, into] of all.numbers.entries()) {
    add(into, at(a.numbers, l), at(b.numbers, l));
  }
  let place = 0;
  for (let i = 0; i < a.length; i++) {
    const one = numberAt(a.counts, i);
    for (let j = from; j < to; j++) all.counts[place++] = one * numberAt(b.counts, j);
  }
  if (!a.bigCounts || !b.bigCounts) return all;
  const bigCounts: bigint[] = [];
  for (const one of a.bigCounts) for (let j = from; j < to; j++) bigCounts.push(one * at(b.bigCounts, j));
  return { ...all, bigCounts };
}

/** The states with so much more worth to each party. */
export function shiftStates(states: States, by: readonly number[]): States {
  if (by.every((more) => more === 0)) return states;
  return {
    ...states,
    worths: states.worths.map((column, p) => {
      const more = at(by, p);
      return column.map((worth) => worth + more);
    }),
  };
}

/** Which of two states has the lower number: negative, 0 or positive. */
export function compareNumbers(states: States, a: number, b: number): number {
  for (const limb of states.numbers) {
    const difference = numberAt(limb, a) - numberAt(limb, b);
    if (difference !== 0) return difference;
  }
  return 0;
}
