import { addAt, at, numberAt } from "../../exact/at.ts";
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
  const first = { lists: [] as States[], sums: 1 };
  const second = { lists: [] as States[], sums: 1 };
  for (const list of [...lists].sort((a, b) => b.length - a.length)) {
    const smaller = first.sums <= second.sums ? first : second;
    smaller.lists.push(list);
    smaller.sums *= list.length;
  }
  if (Math.max(first.sums, second.sums) > MOST_OF_HALF) return null;
  const [a, b] = [first, second].map(({ lists: [one, ...others] }) => one && others.reduce(combinedSums, one));
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
  const [firstFloor, secondFloor, ...more] = floors;
  if (firstFloor === undefined || secondFloor === undefined || more.length > 0) return null;
  const ways = lists.reduce((product, { counts }) => product * counts.reduce((sum, count) => sum + count, 0), 1);
  const split = ways > Number.MAX_SAFE_INTEGER ? null : evenSplit(lists);
  if (!split) return null;
  const [a, b] = split;
  const [a0, a1] = [at(a.worths, 0), at(a.worths, 1)];
  const [b0, b1] = [at(b.worths, 0), at(b.worths, 1)];
  const [firstWanted, secondWanted] = [firstFloor - at(base, 0), secondFloor - at(base, 1)];
  const rising = Float64Array.from(b1).sort();
  /** How many of the second worths are below this. */
  const below = (worth: number): number => {
    let low = 0;
    let high = rising.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numberAt(rising, middle) < worth) low = middle + 1;
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
    const wanted = firstWanted - numberAt(a0, i);
    for (; inside < b.length && numberAt(b0, inside) >= wanted; inside++) {
      const count = numberAt(b.counts, inside);
      opened += count;
      for (let place = below(numberAt(b1, inside)) + 1; place <= b.length; place += place & -place) {
        addAt(tree, place, count);
      }
    }
    let short = 0;
    for (let place = below(secondWanted - numberAt(a1, i)); place > 0; place -= place & -place) {
      short += numberAt(tree, place);
    }
    total += (opened - short) * numberAt(a.counts, i);
  }
  return BigInt(total);
}
