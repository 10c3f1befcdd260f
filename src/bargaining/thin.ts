import { pick, type States } from "./states.ts";

/**
 * At most so many of the states: one of each box of a grid, that with the largest sum (ε-boxes: Laumanns, Thiele, Deb & Zitzler 2002).
 * Whoever loses a state finds one in the same box, less than one edge of it worse for any party: `error`, in units.
 */
export function thinned(states: States, limit: number): { states: States; error: number } {
  if (states.length <= limit) return { states, error: 0 };
  const lows = states.worths.map((column) => column.reduce((low, worth) => Math.min(low, worth), Infinity));
  const span = states.worths.reduce((most, column, p) => {
    const high = column.reduce((top, worth) => Math.max(top, worth), -Infinity);
    return Math.max(most, high - (lows[p] as number));
  }, 0);
  const sums = new Float64Array(states.length);
  for (const column of states.worths)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (column[i] as number);
  // A frontier of two parties has about as many boxes as the grid has steps.
  let edge = Math.ceil(span / Math.max(1, limit * 4)) + 1;
  for (;;) {
    const boxes = new Map<string, number>();
    for (let i = 0; i < states.length && boxes.size <= limit; i++) {
      const box = states.worths
        .map((column, p) => Math.floor(((column[i] as number) - (lows[p] as number)) / edge))
        .join();
      const holder = boxes.get(box);
      if (holder === undefined || (sums[i] as number) > (sums[holder] as number)) boxes.set(box, i);
    }
    if (boxes.size <= limit) {
      const places = [...boxes.values()].sort((a, b) => a - b);
      return { states: pick(states, places), error: edge };
    }
    edge *= 2;
  }
}
