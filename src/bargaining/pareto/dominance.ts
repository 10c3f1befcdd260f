import { at, numberAt } from "../../exact/at.ts";
import { dominanceTree } from "./dominance-tree.ts";

/** What counts as better. */
export interface DominanceRule {
  /** Units up to which worths are equal. */
  readonly equal: number;
  /**
   * By party: being above this is no advantage for sure, because whatever is still to come may carry both over the cap. Infinity
   * without a cap. Once nothing is to come it is the cap itself.
   */
  readonly saturation: readonly number[];
}

/** The least worth that is better for sure than this one; Infinity: there is none. */
export function leastBetterWorth(worth: number, saturation: number, equal: number): number {
  return worth + equal < saturation ? worth + equal + 1 : Infinity;
}

/** One party: only the best. */
function dominatedByOne(
  worths: Float64Array,
  { equal, saturation: [saturation = Infinity] }: DominanceRule,
): Uint8Array {
  const best = numberAt(worths, 0);
  return Uint8Array.from(worths, (worth) => (best >= leastBetterWorth(worth, saturation, equal) ? 1 : 0));
}

/** Two parties: one sweep from the first party's best down, with the second's best so far (Kung, Luccio & Preparata 1975). */
function dominatedByTwo(first: Float64Array, second: Float64Array, { equal, saturation }: DominanceRule): Uint8Array {
  const [firstSaturation, secondSaturation] = [at(saturation, 0), at(saturation, 1)];
  const out = new Uint8Array(first.length);
  let better = 0;
  let bestOfBetter = -Infinity;
  let asGood = 0;
  let bestOfAsGood = -Infinity;
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [numberAt(first, i), numberAt(second, i)];
    for (; asGood < first.length && numberAt(first, asGood) >= a; asGood++) {
      bestOfAsGood = Math.max(bestOfAsGood, numberAt(second, asGood));
    }
    const from = leastBetterWorth(a, firstSaturation, equal);
    if (from < Infinity) {
      for (; better < first.length && numberAt(first, better) >= from; better++) {
        bestOfBetter = Math.max(bestOfBetter, numberAt(second, better));
      }
      if (bestOfBetter >= b) out[i] = 1;
    }
    if (bestOfAsGood >= leastBetterWorth(b, secondSaturation, equal)) out[i] = 1;
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
      if (numberAt(falling, middle) >= worth) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add(worth: number, other: number): void {
      for (let i = reach(worth); i <= falling.length; i += i & -i) most[i] = Math.max(numberAt(most, i), other);
    },
    has(worth: number, other: number): boolean {
      for (let i = reach(worth); i > 0; i -= i & -i) if (numberAt(most, i) >= other) return true;
      return false;
    },
  };
}

/** Three parties: the same sweep with a staircase over the other two (a Fenwick tree of maxima). */
function dominatedByThree(
  first: Float64Array,
  second: Float64Array,
  third: Float64Array,
  { equal, saturation }: DominanceRule,
): Uint8Array {
  const [firstSaturation, secondSaturation, thirdSaturation] = [
    at(saturation, 0),
    at(saturation, 1),
    at(saturation, 2),
  ];
  const falling = Float64Array.from(new Set(second)).sort().reverse();
  const [better, asGood] = [maximaTree(falling), maximaTree(falling)];
  const out = new Uint8Array(first.length);
  let ofBetter = 0;
  let ofAsGood = 0;
  for (let i = 0; i < first.length; i++) {
    const [a, b, c] = [numberAt(first, i), numberAt(second, i), numberAt(third, i)];
    for (; ofAsGood < first.length && numberAt(first, ofAsGood) >= a; ofAsGood++) {
      asGood.add(numberAt(second, ofAsGood), numberAt(third, ofAsGood));
    }
    const from = leastBetterWorth(a, firstSaturation, equal);
    if (from < Infinity) {
      for (; ofBetter < first.length && numberAt(first, ofBetter) >= from; ofBetter++) {
        better.add(numberAt(second, ofBetter), numberAt(third, ofBetter));
      }
      if (better.has(b, c)) out[i] = 1;
    }
    const fromSecond = leastBetterWorth(b, secondSaturation, equal);
    const fromThird = leastBetterWorth(c, thirdSaturation, equal);
    if ((fromSecond < Infinity && asGood.has(fromSecond, c)) || (fromThird < Infinity && asGood.has(b, fromThird))) {
      out[i] = 1;
    }
  }
  return out;
}

function dominatedByMany(worths: readonly Float64Array[], { equal, saturation }: DominanceRule): Uint8Array {
  const tree = dominanceTree(worths);
  const corner = new Float64Array(worths.length);
  const { length } = at(worths, 0);
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    for (let p = 0; p < worths.length; p++) corner[p] = numberAt(at(worths, p), i);
    for (let p = 0; p < worths.length && out[i] === 0; p++) {
      const own = numberAt(corner, p);
      const from = leastBetterWorth(own, at(saturation, p), equal);
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
 * by the rule.
 */
export function dominated(worths: readonly Float64Array[], rule: DominanceRule): Uint8Array {
  const [first, second, third, ...more] = worths;
  if (!first) throw new RangeError("there is no party for whom a point could be better");
  if (!second) return dominatedByOne(first, rule);
  if (!third) return dominatedByTwo(first, second, rule);
  if (more.length === 0) return dominatedByThree(first, second, third, rule);
  return dominatedByMany(worths, rule);
}
