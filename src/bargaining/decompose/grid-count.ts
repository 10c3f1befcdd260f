import { addAt, at, numberAt } from "../../exact/at.ts";
import { ROUNDING_ALLOWANCE } from "../../exact/tolerance.ts";
import { eliminate, issueComponents, type OptionClass } from "./elimination.ts";
import { boundsOfIssue, type Factors, type Interaction, optionUnits } from "./factors.ts";

/** Cells of a grid, steps of the whole count, and cells of all grids at once: they bound time and memory. */
const MOST_CELLS = 400_000;
const MOST_STEPS = 100_000_000;
const MOST_HELD = 20_000_000;

interface Grid {
  /** Width of a cell in units, by party. */
  readonly step: readonly number[];
  /** Cells from the least sum to the floor, by party. */
  readonly cells: readonly number[];
  readonly strides: readonly number[];
  readonly size: number;
}

const leastOf = ({ worths }: Interaction, p: number): number => Math.min(0, worths?.[p] ?? 0);

function gridOf(factors: Factors, floors: readonly number[], steps: number): Grid {
  const lows = factors.sizes.map((_, issue) => boundsOfIssue(factors, issue).low);
  const wanted = floors.map((floor, p) => {
    const least = lows.reduce((sum, low) => sum + at(low, p), at(factors.base, p));
    return Math.max(0, floor - factors.interactions.reduce((sum, interaction) => sum + leastOf(interaction, p), least));
  });
  const step = wanted.map((units) => Math.max(1, Math.ceil(units / steps)));
  const cells = wanted.map((units, p) => Math.ceil(units / at(step, p)));
  const strides: number[] = [];
  let size = 1;
  for (const count of cells) {
    strides.push(size);
    size *= count + 1;
  }
  return { step, cells, strides, size };
}

/** The ways in each cell moved up by so many cells; the last cell of an axis holds everything that reaches the floor. */
function moved(
  ways: Float64Array,
  by: readonly number[],
  { cells, strides, size }: Grid,
  into: Float64Array,
  times: number,
): void {
  const [last = 0] = cells;
  const [more = 0] = by;
  const row = last + 1;
  for (let start = 0; start < size; start += row) {
    let to = 0;
    let rest = start;
    for (let p = cells.length - 1; p >= 1; p--) {
      const stride = at(strides, p);
      const place = Math.floor(rest / stride);
      rest -= place * stride;
      to += Math.min(at(cells, p), place + at(by, p)) * stride;
    }
    const turn = Math.max(0, row - more);
    for (let place = 0; place < turn; place++) {
      addAt(into, to + place + more, numberAt(ways, start + place) * times);
    }
    let beyond = 0;
    for (let place = turn; place < row; place++) beyond += numberAt(ways, start + place);
    addAt(into, to + last, beyond * times);
  }
}

/** What each cell costs: steps (options by contexts) in all, and grids held at once. */
function costOf(factors: Factors): { steps: number; grids: number } {
  let steps = 0;
  let grids = 1;
  for (const component of issueComponents(factors)) {
    let held = 0;
    eliminate(factors, component, null, {
      enter() {
        held = 0;
      },
      add(value, { options }) {
        steps += options.length;
        grids = Math.max(grids, ++held);
        return value;
      },
      unite: () => null,
    });
  }
  return { steps, grids };
}

/** Ways to reach the last cell of every axis when what each issue adds is rounded to whole cells. */
function waysOn(factors: Factors, grid: Grid, round: (cells: number) => number): number {
  let ways: Float64Array = new Float64Array(grid.size);
  ways[0] = 1;
  for (const component of issueComponents(factors)) {
    let low: readonly number[] = [];
    let ended: readonly Interaction[] = [];
    let settled = 0;
    const move = (value: Float64Array, { options }: OptionClass, holding: readonly Interaction[]): Float64Array => {
      const next = new Float64Array(grid.size);
      const interactions = factors.parties.map((_, p) =>
        ended.reduce(
          (sum, interaction) =>
            sum + (holding.includes(interaction) ? (interaction.worths?.[p] ?? 0) : 0) - leastOf(interaction, p),
          0,
        ),
      );
      const moves = new Map<string, { by: number[]; times: number }>();
      for (const option of options) {
        const by = factors.parties.map((_, p) => {
          const units = at(optionUnits(factors, settled, p), option) - at(low, p) + at(interactions, p);
          return Math.min(at(grid.cells, p), round(units / at(grid.step, p)));
        });
        const same = moves.get(by.join());
        if (same) same.times++;
        else moves.set(by.join(), { by, times: 1 });
      }
      for (const { by, times } of moves.values()) moved(value, by, grid, next, times);
      return next;
    };
    const after: Float64Array | null = eliminate(factors, component, ways, {
      enter({ issue, finished }) {
        settled = issue;
        low = boundsOfIssue(factors, issue).low;
        ended = finished;
      },
      add: move,
      unite(values) {
        const sum = new Float64Array(grid.size);
        for (const value of values)
          for (let cell = 0; cell < sum.length; cell++) addAt(sum, cell, numberAt(value, cell));
        return sum;
      },
    });
    if (!after) return 0;
    ways = after;
  }
  return at(ways, grid.size - 1);
}

/**
 * Between how many packages reach the floors (units by party): what an issue adds rounded down to a grid gives none too many, rounded up
 * none too few (as rounded programmes for counting knapsack solutions do: Dyer 2003). What 10^6 roundings of a sum of
 * positive numbers can come to is less than the allowance for it.
 * @throws InducedWidthExceeded when interactions hold too many issues together
 */
export function countOnGrid(
  factors: Factors,
  floors: readonly number[],
): { readonly low: bigint; readonly high: bigint } {
  const { steps: each, grids } = costOf(factors);
  const most = Math.min(MOST_CELLS, MOST_STEPS / Math.max(1, each), MOST_HELD / grids);
  let steps = 1;
  while (floors.reduce((product) => product * (steps + 2), 1) <= most) steps++;
  const grid = gridOf(factors, floors, steps);
  const low = waysOn(factors, grid, Math.floor);
  const high = waysOn(factors, grid, Math.ceil);
  return {
    low: BigInt(Math.floor(low * (1 - ROUNDING_ALLOWANCE))),
    high: BigInt(Math.ceil(high * (1 + ROUNDING_ALLOWANCE))),
  };
}
