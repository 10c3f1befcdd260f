import { at, numberAt } from "../../exact/at.ts";
import { type DominanceRule, dominated, leastBetterWorth } from "./dominance.ts";
import { compareNumbers, pickStates, placesMarked, type States } from "./states.ts";

function byWorths(worths: readonly Float64Array[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const column of worths) {
      const difference = numberAt(column, b) - numberAt(column, a);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Falling by worths, the first party's first; states worth the same to all become one, with the lowest number and all the packages. */
export function mergeEqualStates(states: States): States {
  const order = new Uint32Array(states.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  const compare = byWorths(states.worths);
  order.sort(compare);
  const kept: number[] = [];
  const { counts, bigCounts } = states;
  const sums: number[] = [];
  const bigSums: bigint[] = [];
  let last = -1;
  for (const place of order) {
    const end = kept.length - 1;
    if (last >= 0 && compare(last, place) === 0) {
      if (compareNumbers(states, place, kept[end] ?? -1) < 0) kept[end] = place;
      sums[end] = (sums[end] ?? 0) + numberAt(counts, place);
      if (bigCounts) bigSums[end] = (bigSums[end] ?? 0n) + at(bigCounts, place);
    } else {
      kept.push(place);
      sums.push(numberAt(counts, place));
      if (bigCounts) bigSums.push(at(bigCounts, place));
    }
    last = place;
  }
  return { ...pickStates(states, kept), counts: Float64Array.from(sums), bigCounts: bigCounts && bigSums };
}

/**
 * The states that no other dominates for sure: at least as good for every party to the unit, and better for one by more than counts
 * as equal, whatever is still to come. Falling by worths; states worth the same to all are one.
 */
export function skyline(states: States, rule: DominanceRule): States {
  const pruned = mergeEqualStates(pruneByGrid(states, rule));
  const out = dominated(pruned.worths, rule);
  const places = placesMarked(out, 0);
  return places.length === pruned.length ? pruned : pickStates(pruned, places);
}

/** Fewer states than this are not worth a grid. */
const LEAST_FOR_GRID = 4_000;
/** Steps of the grid along each party but the last, by number of parties. */
const GRID_STEPS = [0, 0, 4096, 192, 32, 14];

/**
 * Throws out most dominated states in time that grows with their number only, before they are sorted: a state goes when some state in a
 * cell strictly above its own (for all parties but the last) is better for the last one too. Leaves the others as they are.
 */
function pruneByGrid(states: States, { equal, saturation }: DominanceRule): States {
  const { worths, length } = states;
  const last = worths.length - 1;
  const steps = GRID_STEPS[worths.length];
  if (!steps || length < LEAST_FOR_GRID) return states;
  const cells = new Int32Array(length);
  const above: number[] = [];
  const strides: number[] = [];
  // One more step than there are cells, so that every cell has one above it.
  let size = 1;
  for (let p = 0; p < last; p++) {
    strides.push(size);
    above.push(size);
    size *= steps + 1;
  }
  for (let p = 0; p < last; p++) {
    const column = at(worths, p);
    let low = Infinity;
    let high = -Infinity;
    for (const worth of column) {
      if (worth < low) low = worth;
      if (worth > high) high = worth;
    }
    const perStep = high > low ? (steps - 1) / (high - low) : 0;
    const stride = at(strides, p);
    for (let i = 0; i < length; i++) {
      cells[i] = (cells[i] ?? 0) + Math.floor((numberAt(column, i) - low) * perStep) * stride;
    }
  }
  const best = new Float64Array(size).fill(-Infinity);
  const tail = at(worths, last);
  for (let i = 0; i < length; i++) {
    const cell = cells[i] ?? 0;
    const worth = numberAt(tail, i);
    if (worth > numberAt(best, cell)) best[cell] = worth;
  }
  for (const stride of strides) {
    const block = stride * (steps + 1);
    for (let cell = size - 1; cell >= 0; cell--) {
      if (cell % block >= block - stride) continue;
      const next = numberAt(best, cell + stride);
      if (next > numberAt(best, cell)) best[cell] = next;
    }
  }
  const corner = above.reduce((sum, stride) => sum + stride, 0);
  const most = at(saturation, last);
  const kept: number[] = [];
  for (let i = 0; i < length; i++) {
    if (numberAt(best, (cells[i] ?? 0) + corner) < leastBetterWorth(numberAt(tail, i), most, equal)) kept.push(i);
  }
  return kept.length === length ? states : pickStates(states, kept);
}
