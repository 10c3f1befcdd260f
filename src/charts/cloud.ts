import { log } from "../exact/math.ts";
import type { Entry } from "./frame.ts";
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
  const at = cellOf(cloud, 1, second) * cloud.cells + cellOf(cloud, 0, first);
  cloud.counts[at] = (cloud.counts[at] as number) + packages;
  if (crosses) cloud.crossing[at] = (cloud.crossing[at] as number) + packages;
}

function cellOf({ low, high, cells }: Cloud, party: 0 | 1, worth: number): number {
  const span = high[party] - low[party];
  return span > 0 ? Math.min(cells - 1, Math.max(0, Math.floor(((worth - low[party]) / span) * cells))) : 0;
}

const GREY = "#596571";
const CROSSED = "#a3560f";
/** Steps of darkness from one package in a cell to the fullest cell. */
const STEPS = 5;

/** Circles as round ends of lines without length: a cell takes eight letters instead of forty. */
function dots(places: readonly string[], colour: string, opacity: number, size: number): Markup[] {
  if (places.length === 0) return [];
  const d = places.map((place) => `M${place}h0`).join("");
  return [
    element("path", { d, stroke: colour, "stroke-opacity": opacity, "stroke-width": size, "stroke-linecap": "round" }),
  ];
}

function crosses(places: readonly string[]): Markup[] {
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
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count === 0) continue;
    const across = x(centre(0, at % cells)).toFixed(1);
    const up = y(centre(1, Math.floor(at / cells))).toFixed(1);
    // A cell is drawn as crossing where all of its packages do: one that could be signed is what counts.
    if (crossing[at] === count) crossed.push(`${across} ${up}`);
    else steps[Math.min(STEPS - 1, Math.floor((log(1 + count) / fullest) * STEPS))]?.push(`${across} ${up}`);
  }
  const shades = steps.flatMap((places, step) => dots(places, GREY, 0.25 + (0.55 * step) / (STEPS - 1), 3.4));
  return [...crosses(crossed), ...shades];
}

/** What the dots and crosses mean. */
export function cloudLegend(cloud: Cloud, words: { readonly packages: string; readonly crossing: string }): Entry[] {
  const all = { symbol: element("g", {}, ...dots(["-5 2", "0 -3", "5 1"], GREY, 0.6, 3.4)), text: words.packages };
  if (!cloud.counts.some((count, at) => count > 0 && cloud.crossing[at] === count)) return [all];
  return [all, { symbol: element("g", {}, ...crosses(["-5 1", "4 -1"])), text: words.crossing }];
}
