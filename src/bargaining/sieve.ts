import { pick, type States } from "./states.ts";
import { betterFrom, type Yardstick } from "./yardstick.ts";

/** Fewer states than this are not worth a grid. */
const WORTH_A_GRID = 4_000;
/** Steps of the grid along each party but the last, by number of parties. */
const STEPS = [0, 0, 4096, 192, 32, 14];

/**
 * Throws out most dominated states in time that grows with their number only, before they are sorted: a state goes when some state in a
 * cell strictly above its own (for all parties but the last) is better for the last one too. Leaves the others as they are.
 */
export function gridSieve(states: States, { equal, matters }: Yardstick): States {
  const { worths, length } = states;
  const last = worths.length - 1;
  const steps = STEPS[worths.length];
  if (!steps || length < WORTH_A_GRID) return states;
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
    if ((best[(cells[i] as number) + corner] as number) < betterFrom(tail[i] as number, matter, equal)) kept.push(i);
  }
  return kept.length === length ? states : pick(states, kept);
}
