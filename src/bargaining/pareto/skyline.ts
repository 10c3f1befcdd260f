import { type DominanceRule, dominated, leastBetterWorth } from "./dominance.ts";
import { compareNumbers, pickStates, type States } from "./states.ts";

function byWorths(worths: readonly Float64Array[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const column of worths) {
      const difference = (column[b] as number) - (column[a] as number);
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
    const at = kept.length - 1;
    if (last >= 0 && compare(last, place) === 0) {
      if (compareNumbers(states, place, kept[at] as number) < 0) kept[at] = place;
      sums[at] = (sums[at] as number) + (counts[place] as number);
      if (bigCounts) bigSums[at] = (bigSums[at] as bigint) + (bigCounts[place] as bigint);
    } else {
      kept.push(place);
      sums.push(counts[place] as number);
      if (bigCounts) bigSums.push(bigCounts[place] as bigint);
    }
    last = place;
  }
  return { ...pickStates(states, kept), counts: Float64Array.from(sums), bigCounts: bigCounts && bigSums };
}

/**
 * The states that no other dominates for sure: at least as good for every party to the unit, and better for one by more than counts
 * as equal, whatever is still to come. Falling by worths; states worth the same to all are one.
 */
export function skyline(states: States, yardstick: DominanceRule): States {
  const sieved = mergeEqualStates(pruneByGrid(states, yardstick));
  const out = dominated(sieved.worths, yardstick);
  const places: number[] = [];
  for (let i = 0; i < out.length; i++) if (out[i] === 0) places.push(i);
  return places.length === sieved.length ? sieved : pickStates(sieved, places);
}

/** Fewer states than this are not worth a grid. */
const LEAST_FOR_GRID = 4_000;
/** Steps of the grid along each party but the last, by number of parties. */
const GRID_STEPS = [0, 0, 4096, 192, 32, 14];

/**
 * Throws out most dominated states in time that grows with their number only, before they are sorted: a state goes when some state in a
 * cell strictly above its own (for all parties but the last) is better for the last one too. Leaves the others as they are.
 */
function pruneByGrid(states: States, { equal, matters }: DominanceRule): States {
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
    const column = worths[p] as Float64Array;
    let low = Infinity;
    let high = -Infinity;
    for (const worth of column) {
      if (worth < low) low = worth;
      if (worth > high) high = worth;
    }
    const perStep = high > low ? (steps - 1) / (high - low) : 0;
    const stride = strides[p] as number;
    for (let i = 0; i < length; i++) {
      cells[i] = (cells[i] as number) + Math.floor(((column[i] as number) - low) * perStep) * stride;
    }
  }
  const best = new Float64Array(size).fill(-Infinity);
  const tail = worths[last] as Float64Array;
  for (let i = 0; i < length; i++) {
    const cell = cells[i] as number;
    if ((tail[i] as number) > (best[cell] as number)) best[cell] = tail[i] as number;
  }
  for (const stride of strides) {
    const block = stride * (steps + 1);
    for (let cell = size - 1; cell >= 0; cell--) {
      if (cell % block >= block - stride) continue;
      const next = best[cell + stride] as number;
      if (next > (best[cell] as number)) best[cell] = next;
    }
  }
  const corner = above.reduce((sum, stride) => sum + stride, 0);
  const matter = matters[last] as number;
  const kept: number[] = [];
  for (let i = 0; i < length; i++) {
    if ((best[(cells[i] as number) + corner] as number) < leastBetterWorth(tail[i] as number, matter, equal))
      kept.push(i);
  }
  return kept.length === length ? states : pickStates(states, kept);
}
