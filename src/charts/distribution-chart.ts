import { scaleLinear } from "d3-scale";
import { quantile } from "../exact/quantile.ts";
import { axisBelow, background, EDGE, heading, type LegendEntry, legend, startEdge } from "./layout.ts";
import { INK, label, QUIET, styleOf, truncated, WARNING, widthOf } from "./paint.ts";
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

/** Share of the figures in each of so many equal parts of a reach. */
function shares(values: ArrayLike<number>, [low, high]: readonly [number, number], bars: number): number[] {
  const counts = new Array<number>(bars).fill(0);
  for (let at = 0; at < values.length; at++) {
    const place = Math.floor((((values[at] as number) - low) / (high - low)) * bars);
    const bar = Math.min(bars - 1, Math.max(0, place));
    counts[bar] = (counts[bar] as number) + 1;
  }
  return counts.map((count) => count / Math.max(1, values.length));
}

interface Row {
  readonly number: number;
  readonly base: number;
  /** Share of figures that a full bar stands for. */
  readonly fullest: number;
}

function rowOf(
  look: FullLook,
  sample: Sample,
  { number, base, fullest }: Row,
  x: (value: number) => number,
  domain: readonly [number, number],
  bars: readonly number[],
): Markup[] {
  const { colour } = styleOf(number);
  const { x: side, at } = startEdge(look);
  const note = sample.note ?? "";
  const step = (domain[1] - domain[0]) / bars.length;
  const drawn = bars.flatMap((share, bar) => {
    if (share === 0) return [];
    const left = x(domain[0] + bar * step);
    const height = Math.max(1.2, (share / fullest) * HIGH);
    const width = Math.max(1, x(domain[0] + (bar + 1) * step) - left - 0.8);
    return [element("rect", { x: left, y: base - height, width, height })];
  });
  const sorted = Float64Array.from(sample.values).sort();
  const spread: Markup[] = [];
  if (sorted.length > 0) {
    const [low, median, high] = [0.05, 0.5, 0.95].map((share) => x(quantile(sorted, share)).toFixed(1));
    spread.push(
      element("path", {
        d: `M${low} ${base + 5}H${high}`,
        stroke: colour,
        "stroke-width": 4,
        "stroke-linecap": "round",
      }),
      element("path", { d: `M${median} ${base + 10}V${base - HIGH}`, stroke: INK, "stroke-width": 2 }),
    );
  }
  const room = look.width - 2 * EDGE - (note ? widthOf(note, 12) + 16 : 0);
  const other = at === "left" ? { x: look.width - EDGE, at: "right" as const } : { x: EDGE, at: "left" as const };
  return [
    label(look, truncated(sample.name, room), side, base - HIGH - 10, { at, bold: true, halo: true }),
    ...(note
      ? [label(look, note, other.x, base - HIGH - 10, { at: other.at, colour: QUIET, size: 12, halo: true })]
      : []),
    element("g", { fill: colour, "fill-opacity": 0.55 }, ...drawn),
    element("path", { d: `M${x(domain[0])} ${base}H${x(domain[1])}`, stroke: INK, "stroke-width": 1 }),
    ...spread,
  ];
}

/**
 * How figures of many runs are spread: a histogram for each sample over one axis and one scale of heights, with its median and
 * the middle nine tenths.
 * @throws RangeError without samples
 */
export function distributionChart(chart: DistributionChart, wanted: Look = {}): string {
  const { samples, references = [], words } = chart;
  if (samples.length === 0) throw new RangeError("a distribution chart has samples");
  const look = fullLook(wanted);
  const head = heading(look, chart.title, chart.note);
  let [low, high] = chart.reach ?? [0, 100];
  for (const { values } of samples) {
    for (let at = 0; at < values.length; at++) {
      low = Math.min(low, values[at] as number);
      high = Math.max(high, values[at] as number);
    }
  }
  if (low === high) [low, high] = [low - 1, high + 1];
  const box = {
    left: EDGE + 12,
    right: look.width - EDGE - 12,
    top: head.below,
    bottom: head.below + samples.length * ROW,
  };
  const x = scaleLinear([low, high], [box.left, box.right]).nice();
  const domain = x.domain() as [number, number];
  const bars = barsFor(Math.max(...samples.map(({ values }) => values.length)));
  const heights = samples.map(({ values }) => shares(values, domain, bars));
  const fullest = Math.max(...heights.flat(), Number.MIN_VALUE);
  const dashed = { stroke: WARNING, "stroke-width": 1.5, "stroke-dasharray": "5 4" };
  const entries: LegendEntry[] = [
    { symbol: element("path", { d: "M0 -8V8", stroke: INK, "stroke-width": 2 }), text: words.median },
    {
      symbol: element("path", { d: "M-8 0H8", stroke: QUIET, "stroke-width": 4, "stroke-linecap": "round" }),
      text: words.middle,
    },
    ...references.map(({ name }) => ({ symbol: element("path", { d: "M0 -8V8", ...dashed }), text: name })),
  ];
  const { x: side, at } = startEdge(look);
  const below = legend(look, entries, box.bottom + 52);
  return svg(look, below.below, chart, [
    background(look, below.below),
    ...head.content,
    ...axisBelow(look, x, box, look.width < 500 ? 5 : 10),
    ...samples.flatMap((sample, number) =>
      rowOf(
        look,
        sample,
        { number, base: box.top + (number + 1) * ROW - 16, fullest },
        x,
        domain,
        heights[number] as number[],
      ),
    ),
    ...references.map(({ at: value }) =>
      element("path", { d: `M${x(value).toFixed(1)} ${box.top}V${box.bottom}`, ...dashed }),
    ),
    label(look, truncated(chart.measure, look.width - 2 * EDGE), side, box.bottom + 38, { at, bold: true }),
    ...below.content,
  ]);
}
