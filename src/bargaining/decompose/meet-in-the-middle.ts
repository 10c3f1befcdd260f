import { mergeEqualStates } from "../pareto/skyline.ts";
import { crossStates, type States } from "../pareto/states.ts";
import { roundOffNoise } from "./pruning.ts";

/** Most sums that one half may make. */
const MOST_OF_HALF = 1_200_000;

/** Evening out so many sums costs more than it saves. */
const MOST_ROUNDED = 200_000;

function combinedSums(sum: States, list: States): States {
  const all = crossStates(sum, list);
  return mergeEqualStates(all.length > MOST_ROUNDED ? all : roundOffNoise(all));
}

/** Two groups of lists, the products of their lengths as even as taking the longest first makes them. */
function evenSplit(lists: readonly States[]): [States, States] | null {
  const groups: States[][] = [[], []];
  const sizes = [1, 1];
  for (const list of [...lists].sort((a, b) => b.length - a.length)) {
    const half = (sizes[0] as number) <= (sizes[1] as number) ? 0 : 1;
    groups[half]?.push(list);
    sizes[half] = (sizes[half] as number) * list.length;
  }
  if (sizes.some((size) => size > MOST_OF_HALF)) return null;
  const [a, b] = groups.map((group) => {
    const [first, ...rest] = group;
    return first && rest.reduce(combinedSums, first);
  });
  return a && b ? [a, b] : null;
}

/**
 * How many sums of one state of each list reach the floors of two parties, by meeting in the middle (Horowitz & Sahni 1974): the sums of
 * one half in falling order of the first worth open those of the other one by one; a Fenwick tree counts those high enough for the
 * second.
 * @returns null when there are not two parties, a half would be too large, or there are more than 2^53 packages
 */
export function countByMeetInTheMiddle(
  lists: readonly States[],
  base: readonly number[],
  floors: readonly number[],
): bigint | null {
  if (floors.length !== 2) return null;
  const ways = lists.reduce((product, { counts }) => product * counts.reduce((sum, count) => sum + count, 0), 1);
  const split = ways > Number.MAX_SAFE_INTEGER ? null : evenSplit(lists);
  if (!split) return null;
  const [a, b] = split;
  const [a0, a1] = a.worths as [Float64Array, Float64Array];
  const [b0, b1] = b.worths as [Float64Array, Float64Array];
  const rising = Float64Array.from(b1).sort();
  /** How many of the second worths are below this. */
  const below = (worth: number): number => {
    let low = 0;
    let high = rising.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rising[middle] as number) < worth) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const tree = new Float64Array(b.length + 1);
  let opened = 0;
  let inside = 0;
  let total = 0;
  // Lists fall by the first worth: the last of `a` is the poorest, and needs the richest of `b`.
  for (let i = a.length - 1; i >= 0; i--) {
    const wanted = (floors[0] as number) - (base[0] as number) - (a0[i] as number);
    for (; inside < b.length && (b0[inside] as number) >= wanted; inside++) {
      const count = b.counts[inside] as number;
      opened += count;
      for (let at = below(b1[inside] as number) + 1; at <= b.length; at += at & -at)
        tree[at] = (tree[at] as number) + count;
    }
    let short = 0;
    for (let at = below((floors[1] as number) - (base[1] as number) - (a1[i] as number)); at > 0; at -= at & -at) {
      short += tree[at] as number;
    }
    total += (opened - short) * (a.counts[i] as number);
  }
  return BigInt(total);
}
