import type { States } from "./states.ts";

/** Units: a few times what rounding the parts of a sum to units can come to, a hundredth of a hundredth of what counts as equal. */
const NOISE = 16;

/**
 * Worths that differ by the rounding of their parts alone become the same: thirds and ninths have no last decimal, and without this a sum
 * of many is held in many copies. Each worth falls by at most 16 units; the same list when there is nothing to do.
 */
export function snapped(states: States): States {
  let changed = false;
  const worths = states.worths.map((column) => {
    const rising = Float64Array.from(column).sort();
    const starts: number[] = [];
    let start = -Infinity;
    let noisy = false;
    for (const worth of rising) {
      if (worth - start > NOISE) {
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
        if ((starts[middle] as number) <= worth) low = middle;
        else high = middle - 1;
      }
      return starts[low] as number;
    });
  });
  return changed ? { ...states, worths } : states;
}
