import { dominanceTree } from "./dominance-tree.ts";

/** What counts as better. */
export interface DominanceRule {
  /** Units up to which worths are equal. */
  readonly equal: number;
  /**
   * By party: being above this is no advantage for sure, because whatever is still to come may carry both over the cap. Infinity
   * without a cap. Once nothing is to come it is the cap itself.
   */
  readonly matters: readonly number[];
}

/** The least worth that is better for sure than this one; Infinity: there is none. */
export function leastBetterWorth(worth: number, matters: number, equal: number): number {
  return worth + equal < matters ? worth + equal + 1 : Infinity;
}

/** One party: only the best. */
function dominatedByOne([column]: readonly Float64Array[], { equal, matters }: DominanceRule): Uint8Array {
  const worths = column as Float64Array;
  return Uint8Array.from(worths, (worth) =>
    (worths[0] as number) >= leastBetterWorth(worth, matters[0] as number, equal) ? 1 : 0,
  );
}

/** Two parties: one sweep from the first party's best down, with the second's best so far (Kung, Luccio & Preparata 1975). */
function dominatedByTwo(worths: readonly Float64Array[], { equal, matters }: DominanceRule): Uint8Array {
  const [first, second] = worths as [Float64Array, Float64Array];
  const out = new Uint8Array(first.length);
  let better = 0;
  let bestOfBetter = -Infinity;
  let asGood = 0;
  let bestOfAsGood = -Infinity;
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i] as number, second[i] as number];
    for (; asGood < first.length && (first[asGood] as number) >= a; asGood++) {
      bestOfAsGood = Math.max(bestOfAsGood, second[asGood] as number);
    }
    const from = leastBetterWorth(a, matters[0] as number, equal);
    if (from < Infinity) {
      for (; better < first.length && (first[better] as number) >= from; better++) {
        bestOfBetter = Math.max(bestOfBetter, second[better] as number);
      }
      if (bestOfBetter >= b) out[i] = 1;
    }
    if (bestOfAsGood >= leastBetterWorth(b, matters[1] as number, equal)) out[i] = 1;
  }
  return out;
}

/** A staircase over two worths: for each place of the first (falling), the most of the second at that place or before. */
function maximaTree(falling: Float64Array) {
  const most = new Float64Array(falling.length + 1).fill(-Infinity);
  /** How many of the falling worths are at least this. */
  const reach = (worth: number): number => {
    let low = 0;
    let high = falling.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((falling[middle] as number) >= worth) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add(worth: number, other: number): void {
      for (let i = reach(worth); i <= falling.length; i += i & -i) most[i] = Math.max(most[i] as number, other);
    },
    has(worth: number, other: number): boolean {
      for (let i = reach(worth); i > 0; i -= i & -i) if ((most[i] as number) >= other) return true;
      return false;
    },
  };
}

/** Three parties: the same sweep with a staircase over the other two (a Fenwick tree of maxima). */
function dominatedByThree(worths: readonly Float64Array[], { equal, matters }: DominanceRule): Uint8Array {
  const [first, second, third] = worths as [Float64Array, Float64Array, Float64Array];
  const falling = Float64Array.from(new Set(second)).sort().reverse();
  const [better, asGood] = [maximaTree(falling), maximaTree(falling)];
  const out = new Uint8Array(first.length);
  let ofBetter = 0;
  let ofAsGood = 0;
  for (let i = 0; i < first.length; i++) {
    const [a, b, c] = [first[i] as number, second[i] as number, third[i] as number];
    for (; ofAsGood < first.length && (first[ofAsGood] as number) >= a; ofAsGood++) {
      asGood.add(second[ofAsGood] as number, third[ofAsGood] as number);
    }
    const from = leastBetterWorth(a, matters[0] as number, equal);
    if (from < Infinity) {
      for (; ofBetter < first.length && (first[ofBetter] as number) >= from; ofBetter++) {
        better.add(second[ofBetter] as number, third[ofBetter] as number);
      }
      if (better.has(b, c)) out[i] = 1;
    }
    const fromSecond = leastBetterWorth(b, matters[1] as number, equal);
    const fromThird = leastBetterWorth(c, matters[2] as number, equal);
    if ((fromSecond < Infinity && asGood.has(fromSecond, c)) || (fromThird < Infinity && asGood.has(b, fromThird))) {
      out[i] = 1;
    }
  }
  return out;
}

function dominatedByMany(worths: readonly Float64Array[], { equal, matters }: DominanceRule): Uint8Array {
  const tree = dominanceTree(worths);
  const corner = new Float64Array(worths.length);
  const length = (worths[0] as Float64Array).length;
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    for (let p = 0; p < worths.length; p++) corner[p] = (worths[p] as Float64Array)[i] as number;
    for (let p = 0; p < worths.length && out[i] === 0; p++) {
      const own = corner[p] as number;
      const from = leastBetterWorth(own, matters[p] as number, equal);
      if (from === Infinity) continue;
      corner[p] = from;
      if (tree.reaches(corner)) out[i] = 1;
      corner[p] = own;
    }
  }
  return out;
}

/**
 * 1 for every point (columns by party, falling by the first) that another dominates: at least as good for every party, and better for one
 * by the yardstick.
 */
export function dominated(worths: readonly Float64Array[], yardstick: DominanceRule): Uint8Array {
  if (worths.length === 1) return dominatedByOne(worths, yardstick);
  if (worths.length === 2) return dominatedByTwo(worths, yardstick);
  if (worths.length === 3) return dominatedByThree(worths, yardstick);
  return dominatedByMany(worths, yardstick);
}
