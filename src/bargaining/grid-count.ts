import type { States } from "./states.ts";

/** Cells of the grid, and steps of the whole count: memory and time. */
const MOST_CELLS = 400_000;
const MOST_STEPS = 300_000_000;
/** More than what 10^6 roundings of a sum of positive numbers can come to. */
const SLACK = 1e-9;

interface Axis {
  /** Width of a cell in units. */
  readonly step: number;
  /** Cells from the least sum to the floor. */
  readonly cells: number;
  /** Least worth of each list. */
  readonly lows: readonly number[];
}

function axesOf(lists: readonly States[], base: readonly number[], floors: readonly number[], steps: number): Axis[] {
  return floors.map((floor, p) => {
    const lows = lists.map(({ worths }) =>
      (worths[p] as Float64Array).reduce((low, worth) => Math.min(low, worth), Infinity),
    );
    const wanted = Math.max(0, floor - lows.reduce((sum, low) => sum + low, base[p] as number));
    const step = Math.max(1, Math.ceil(wanted / steps));
    return { step, cells: Math.ceil(wanted / step), lows };
  });
}

/** Ways to reach the last cell of every axis when each part is rounded to whole cells. */
function waysOn(lists: readonly States[], axes: readonly Axis[], round: (cells: number) => number): number {
  const strides: number[] = [];
  let size = 1;
  for (const { cells } of axes) {
    strides.push(size);
    size *= cells + 1;
  }
  let ways = new Float64Array(size);
  ways[0] = 1;
  const moved = new Int32Array(axes.length);
  for (const [at, list] of lists.entries()) {
    const next = new Float64Array(size);
    for (let i = 0; i < list.length; i++) {
      const count = list.counts[i] as number;
      for (const [p, { step, cells, lows }] of axes.entries()) {
        const worth = ((list.worths[p] as Float64Array)[i] as number) - (lows[at] as number);
        moved[p] = Math.min(cells, round(worth / step));
      }
      for (let cell = 0; cell < size; cell++) {
        const before = ways[cell] as number;
        if (before === 0) continue;
        let to = 0;
        let rest = cell;
        for (let p = axes.length - 1; p >= 0; p--) {
          const stride = strides[p] as number;
          const place = Math.floor(rest / stride);
          rest -= place * stride;
          // The last cell holds everything that reaches the floor, however far beyond.
          to += Math.min((axes[p] as Axis).cells, place + (moved[p] as number)) * stride;
        }
        next[to] = (next[to] as number) + before * count;
      }
    }
    ways = next;
  }
  return ways[size - 1] as number;
}

/**
 * Between how many sums of one state of each list reach the floors: the parts rounded down to a grid give none too many, rounded up none
 * too few (as the rounded programmes for counting knapsack solutions do: Dyer 2003). What numbers round is allowed for.
 */
export function countOnGrid(
  lists: readonly States[],
  base: readonly number[],
  floors: readonly number[],
): { readonly low: bigint; readonly high: bigint } {
  const states = lists.reduce((sum, { length }) => sum + length, 0);
  const cells = Math.min(MOST_CELLS, MOST_STEPS / states);
  let steps = 1;
  while (floors.reduce((product) => product * (steps + 2), 1) <= cells) steps++;
  const axes = axesOf(lists, base, floors, steps);
  const low = waysOn(lists, axes, Math.floor);
  const high = waysOn(lists, axes, Math.ceil);
  return { low: BigInt(Math.floor(low * (1 - SLACK))), high: BigInt(Math.ceil(high * (1 + SLACK))) };
}
