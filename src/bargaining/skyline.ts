import { dominated } from "./dominated.ts";
import { gridSieve } from "./sieve.ts";
import { compareNumbers, pick, type States } from "./states.ts";
import type { Yardstick } from "./yardstick.ts";

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
export function merged(states: States): States {
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
  return { ...pick(states, kept), counts: Float64Array.from(sums), bigCounts: bigCounts && bigSums };
}

/**
 * The states that no other dominates for sure: at least as good for every party to the unit, and better for one by more than counts
 * as equal, whatever is still to come. Falling by worths; states worth the same to all are one.
 */
export function skyline(states: States, yardstick: Yardstick): States {
  const sieved = merged(gridSieve(states, yardstick));
  const out = dominated(sieved.worths, yardstick);
  const places: number[] = [];
  for (let i = 0; i < out.length; i++) if (out[i] === 0) places.push(i);
  return places.length === sieved.length ? sieved : pick(sieved, places);
}
