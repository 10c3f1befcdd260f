import { optionsMeet } from "../bargaining/space.ts";
import { worthOf } from "../bargaining/utility.ts";
import { addAt, at } from "../exact/at.ts";
import { draw } from "../exact/chance.ts";
import { log } from "../exact/math.ts";
import { type Party, type Scenario, shownWorth } from "../scenario/types.ts";
import type { LegendEntry } from "./layout.ts";
import { HUES } from "./palette.ts";
import { element, type Markup } from "./svg.ts";

/** Packages by their worth to two parties, in cells so small that a thousand or a billion packages draw alike. */
export interface Cloud {
  /** Lowest and highest worth of the two parties. */
  readonly low: readonly [number, number];
  readonly high: readonly [number, number];
  /** Cells on each side. */
  readonly cells: number;
  /** Packages by cell, row by row from the lowest worth of the second party. */
  readonly counts: Float64Array;
  /** Those of them that cross a red line of one of the two. */
  readonly crossing: Float64Array;
}

const CELLS = 200;

/** An empty cloud over this reach of worths. */
export function emptyCloud(low: readonly [number, number], high: readonly [number, number], cells = CELLS): Cloud {
  const size = cells * cells;
  return { low, high, cells, counts: new Float64Array(size), crossing: new Float64Array(size) };
}

/** Adds packages of this worth to the two parties. */
export function addToCloud(cloud: Cloud, first: number, second: number, crosses: boolean, packages = 1): void {
  const cell = cellOf(cloud, 1, second) * cloud.cells + cellOf(cloud, 0, first);
  addAt(cloud.counts, cell, packages);
  if (crosses) addAt(cloud.crossing, cell, packages);
}

function cellOf({ low, high, cells }: Cloud, party: 0 | 1, worth: number): number {
  const span = high[party] - low[party];
  return span > 0 ? Math.min(cells - 1, Math.max(0, Math.floor(((worth - low[party]) / span) * cells))) : 0;
}

const GREY = HUES.grey.mark;
const CROSSED = HUES.orange.mark;
/** Steps of darkness from one package in a cell to the fullest cell. */
const STEPS = 5;

/** Circles as round ends of lines without length: a cell takes eight letters instead of forty. */
function dotsAt(places: readonly string[], colour: string, opacity: number, size: number): Markup[] {
  if (places.length === 0) return [];
  const d = places.map((place) => `M${place}h0`).join("");
  return [
    element("path", { d, stroke: colour, "stroke-opacity": opacity, "stroke-width": size, "stroke-linecap": "round" }),
  ];
}

function crossesAt(places: readonly string[]): Markup[] {
  if (places.length === 0) return [];
  const d = places.map((place) => `M${place}m-2-2l4 4m0-4l-4 4`).join("");
  return [element("path", { d, stroke: CROSSED, "stroke-opacity": 0.55, "stroke-width": 1, fill: "none" })];
}

/** The cloud: the darker a dot the more packages, in five steps that each stand for a multiple. */
export function drawCloud(cloud: Cloud, x: (worth: number) => number, y: (worth: number) => number): Markup[] {
  const { low, high, cells, counts, crossing } = cloud;
  const fullest = log(1 + counts.reduce((most, count) => Math.max(most, count), 0));
  const steps: string[][] = Array.from({ length: STEPS }, () => []);
  const crossed: string[] = [];
  const centre = (party: 0 | 1, cell: number): number =>
    low[party] + ((high[party] - low[party]) * (cell + 0.5)) / cells;
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const across = x(centre(0, cell % cells)).toFixed(1);
    const up = y(centre(1, Math.floor(cell / cells))).toFixed(1);
    // A cell is drawn as crossing where all of its packages do: one that could be signed is what counts.
    if (crossing[cell] === count) crossed.push(`${across} ${up}`);
    else steps[Math.min(STEPS - 1, Math.floor((log(1 + count) / fullest) * STEPS))]?.push(`${across} ${up}`);
  }
  const shades = steps.flatMap((places, step) => dotsAt(places, GREY, 0.25 + (0.55 * step) / (STEPS - 1), 3.4));
  return [...crossesAt(crossed), ...shades];
}

/** What the dots and crosses mean. */
export function cloudLegend(
  cloud: Cloud,
  words: { readonly packages: string; readonly crossing: string },
): LegendEntry[] {
  const all = { symbol: element("g", {}, ...dotsAt(["-5 2", "0 -3", "5 1"], GREY, 0.6, 3.4)), text: words.packages };
  if (!cloud.counts.some((count, cell) => count > 0 && cloud.crossing[cell] === count)) return [all];
  return [all, { symbol: element("g", {}, ...crossesAt(["-5 1", "4 -1"])), text: words.crossing }];
}

/** Up to here every package is drawn: a third of a second. Above, a sample. */
const MOST_LISTED = 1_000_000;
const SAMPLE = 40_000;

/** The packages of a scenario by worth to two of its parties. */
interface ScenarioCloud {
  readonly cloud: Cloud;
  /** How many packages the cloud was made from; null: from all. */
  readonly sampled: number | null;
}

/** Goes on to the next package: the options of the last issue run fastest. */
function advance(options: number[], sizes: readonly number[]): void {
  for (let issue = sizes.length - 1; issue >= 0; issue--) {
    options[issue] = (at(options, issue) + 1) % at(sizes, issue);
    if (options[issue] !== 0) return;
  }
}

/**
 * Calls `look` with the options by issue of every package, or of a sample that is always the same.
 * @param look must not keep the list, which is used again
 * @returns the size of the sample; null where every package was looked at
 */
function eachPackage(sizes: readonly number[], look: (options: readonly number[]) => void): number | null {
  const size = sizes.reduce((product, options) => product * options, 1);
  const options = sizes.map(() => 0);
  if (size <= MOST_LISTED) {
    for (let pack = 0; pack < size; pack++) {
      look(options);
      advance(options, sizes);
    }
    return null;
  }
  for (let n = 0; n < SAMPLE; n++) {
    for (const [issue, count] of sizes.entries()) options[issue] = Math.floor(draw([1, 2], 1, issue, n, 0) * count);
    look(options);
  }
  return SAMPLE;
}

/**
 * The cloud of packages behind a plot of two parties; worths on 0–100.
 * @param reach lowest and highest worth of the two, on 0–100
 */
export function scenarioCloud(
  scenario: Scenario,
  pair: readonly [number, number],
  reach: { readonly low: readonly [number, number]; readonly high: readonly [number, number] },
): ScenarioCloud {
  const { scale, issues } = scenario;
  const cloud = emptyCloud(reach.low, reach.high);
  const [first, second] = [at(scenario.parties, pair[0]), at(scenario.parties, pair[1])];
  const worth = (party: Party, options: readonly number[]): number => shownWorth(worthOf(party, scale, options), scale);
  const reds = [...first.redLines, ...second.redLines];
  const sampled = eachPackage(
    issues.map(({ options }) => options.length),
    (options) => {
      const crosses = reds.some(({ when }) => optionsMeet(when, options));
      addToCloud(cloud, worth(first, options), worth(second, options), crosses);
    },
  );
  return { cloud, sampled };
}
