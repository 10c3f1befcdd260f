import { scaleLinear } from "d3-scale";
import { addAt, at } from "../exact/at.ts";
import { quantile } from "../exact/quantile.ts";
import { axisBelow, background, EDGE, farEdge, heading, type LegendEntry, legend, startEdge } from "./layout.ts";
import { INK, label, QUIET, REFERENCE_LINE, styleOf, truncated, widthOf } from "./paint.ts";
import { type Caption, element, type FullLook, fullLook, type Look, type Markup, svg } from "./svg.ts";

/** One set of figures. */
export interface Sample {
  readonly name: string;
  /** In any order, in the unit of the axis. */
  readonly values: ArrayLike<number>;
  /** Said on the other side of its name: a mean with its interval, for example. */
  readonly note?: string;
}

/** Several sets of figures over one axis. */
export interface DistributionChart extends Caption {
  readonly note?: string;
  /** What the axis measures, with its unit. */
  readonly measure: string;
  readonly samples: readonly Sample[];
  /** The axis reaches at least so far; 0 to 100 by default. */
  readonly reach?: readonly [number, number];
  /** Values to measure against, such as a walk-away: dashed lines through all samples. */
  readonly references?: readonly { readonly at: number; readonly name: string }[];
  readonly words: {
    /** The line across the bars. */
    readonly median: string;
    /** The bar below them: from the 5th to the 95th percentile. */
    readonly middle: string;
  };
}

const HIGH = 54;
const ROW = HIGH + 46;
/** Fewer figures make wider bars (Rice's rule would ask for a cube root), so that a handful does not look like a comb. */
const MOST_BARS = 50;

function barsFor(figures: number): number {
  return Math.min(MOST_BARS, Math.max(10, Math.ceil(Math.sqrt(figures))));
}

type Reach = readonly [number, number];

/** Share of the figures in each of so many equal parts of a reach. */
function shares(figures: Float64Array, [low, high]: Reach, bars: number): number[] {
  const counts = new Float64Array(bars);
  for (const figure of figures) {
    const bar = Math.floor(((figure - low) / (high - low)) * bars);
    addAt(counts, Math.min(bars - 1, Math.max(0, bar)), 1);
  }
  return Array.from(counts, (count) => count / Math.max(1, figures.length));
}

/** One sample as it is drawn, above the others and with a number of its own. */
interface Row {
  readonly number: number;
  readonly sample: Sample;
  /** The figures in rising order. */
  readonly sorted: Float64Array;
  readonly shares: readonly number[];
}

/** What all samples are drawn by. */
interface Axes {
  readonly x: (value: number) => number;
  readonly domain: Reach;
  /** Share of the figures that a full bar stands for. */
  readonly fullest: number;
}

/** The median and the middle nine tenths of figures in rising order; nothing of none. */
function spreadOf(sorted: Float64Array, { x }: Axes, base: number, colour: string): Markup[] {
  if (sorted.length === 0) return [];
  const [low, median, high] = [0.05, 0.5, 0.95].map((share) => x(quantile(sorted, share)).toFixed(1));
  const middle = { stroke: colour, "stroke-width": 4, "stroke-linecap": "round" };
  return [
    element("path", { d: `M${low} ${base + 5}H${high}`, ...middle }),
    element("path", { d: `M${median} ${base + 10}V${base - HIGH}`, stroke: INK, "stroke-width": 2 }),
  ];
}

function rowOf(look: FullLook, { number, sample, sorted, shares: bars }: Row, axes: Axes, base: number): Markup[] {
  const { x, domain, fullest } = axes;
  const { colour } = styleOf(number);
  const near = startEdge(look);
  const far = farEdge(look);
  const note = sample.note ?? "";
  const step = (domain[1] - domain[0]) / bars.length;
  const drawn = bars.flatMap((share, bar) => {
    if (share === 0) return [];
    const left = x(domain[0] + bar * step);
    const height = Math.max(1.2, (share / fullest) * HIGH);
    const width = Math.max(1, x(domain[0] + (bar + 1) * step) - left - 0.8);
    return [element("rect", { x: left, y: base - height, width, height })];
  });
  const room = look.width - 2 * EDGE - (note ? widthOf(note, 12) + 16 : 0);
  const above = base - HIGH - 10;
  return [
    label(look, truncated(sample.name, room), near.x, above, { at: near.at, bold: true, halo: true }),
    ...(note ? [label(look, note, far.x, above, { at: far.at, colour: QUIET, size: 12, halo: true })] : []),
    element("g", { fill: colour, "fill-opacity": 0.55 }, ...drawn),
    element("path", { d: `M${x(domain[0])} ${base}H${x(domain[1])}`, stroke: INK, "stroke-width": 1 }),
    ...spreadOf(sorted, axes, base, colour),
  ];
}

/** From the lowest to the highest figure, and at least over the reach that is asked for; never empty. */
function reachOf(all: readonly Float64Array[], [least, most]: Reach): Reach {
  const low = Math.min(least, ...all.map(([lowest = Infinity]) => lowest));
  const high = Math.max(most, ...all.map((sorted) => sorted.at(-1) ?? -Infinity));
  return low === high ? [low - 1, high + 1] : [low, high];
}

/**
 * How figures of many runs are spread: a histogram for each sample over one axis and one scale of heights, with its median and
 * the middle nine tenths.
 * @throws RangeError without samples
 */
export function distributionChart(chart: DistributionChart, wanted: Look = {}): string {
  const { samples, references = [], words } = chart;
  if (samples.length === 0) throw new RangeError("a distribution chart needs a sample");
  const look = fullLook(wanted);
  const head = heading(look, chart.title, chart.note);
  const sorted = samples.map(({ values }) => Float64Array.from(values).sort());
  const box = {
    left: EDGE + 12,
    right: look.width - EDGE - 12,
    top: head.below,
    bottom: head.below + samples.length * ROW,
  };
  const reach = reachOf(sorted, chart.reach ?? [0, 100]);
  const x = scaleLinear(reach, [box.left, box.right]).nice();
  const [left = reach[0], right = reach[1]] = x.domain();
  const domain: Reach = [left, right];
  const bars = barsFor(Math.max(...sorted.map(({ length }) => length)));
  const rows = samples.map((sample, number): Row => {
    const figures = at(sorted, number);
    return { number, sample, sorted: figures, shares: shares(figures, domain, bars) };
  });
  const fullest = Math.max(...rows.flatMap((row) => row.shares), Number.MIN_VALUE);
  const entries: LegendEntry[] = [
    { symbol: element("path", { d: "M0 -8V8", stroke: INK, "stroke-width": 2 }), text: words.median },
    {
      symbol: element("path", { d: "M-8 0H8", stroke: QUIET, "stroke-width": 4, "stroke-linecap": "round" }),
      text: words.middle,
    },
    ...references.map(({ name }) => ({ symbol: element("path", { d: "M0 -8V8", ...REFERENCE_LINE }), text: name })),
  ];
  const near = startEdge(look);
  const below = legend(look, entries, box.bottom + 52);
  return svg(look, below.below, chart, [
    background(look, below.below),
    ...head.content,
    ...axisBelow(look, x, box, look.width < 500 ? 5 : 10),
    ...rows.flatMap((row) => rowOf(look, row, { x, domain, fullest }, box.top + (row.number + 1) * ROW - 16)),
    ...references.map(({ at: value }) =>
      element("path", { d: `M${x(value).toFixed(1)} ${box.top}V${box.bottom}`, ...REFERENCE_LINE }),
    ),
    label(look, truncated(chart.measure, look.width - 2 * EDGE), near.x, box.bottom + 38, { at: near.at, bold: true }),
    ...below.content,
  ]);
}
