import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { at } from "../exact/at.ts";
import { axisBelow, axisLeft, axisLines, type Box, background, EDGE, heading, legend, startEdge } from "./layout.ts";
import {
  label,
  mark,
  QUIET,
  REFERENCE_LINE,
  roundedPath,
  type SeriesStyle,
  styleOf,
  truncated,
  widthOf,
} from "./paint.ts";
import { type Caption, element, type FullLook, fullLook, type Look, type Markup, svg } from "./svg.ts";

/** One figure with the interval that goes with it, in the unit of the axis. Bounds that are NaN (one run alone) are not drawn. */
interface ChartInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One series: a figure with its interval at each value of the parameter; null where there is none. */
interface IntervalSeries {
  readonly name: string;
  readonly at: readonly (ChartInterval | null)[];
}

/** Means with intervals by the value of a parameter. */
export interface IntervalChart extends Caption {
  /** Below the title: what the whiskers are, how many runs. */
  readonly note?: string;
  /** What was varied. */
  readonly parameter: string;
  /** Its values in order: numbers stand to scale, words side by side. */
  readonly values: readonly (number | string)[];
  /** What was measured, with its unit. */
  readonly measure: string;
  readonly series: readonly IntervalSeries[];
  /** A line to measure against (no difference, a walk-away). */
  readonly reference?: { readonly at: number; readonly name: string };
}

interface Across {
  /** x of the value with this number. */
  readonly of: (place: number) => number;
  readonly axis: readonly Markup[];
  /** y below the figures of the axis. */
  readonly below: number;
}

function numbersAcross(look: FullLook, values: readonly number[], box: Box, inset: number): Across {
  const span: [number, number] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear(span[0] === span[1] ? [span[0] - 1, span[0] + 1] : span, [box.left + inset, box.right - inset]);
  return {
    of: (place) => x(at(values, place)),
    axis: axisBelow(look, x, box, look.width < 500 ? 5 : 8),
    below: box.bottom + 24,
  };
}

function wordsAcross(look: FullLook, values: readonly (number | string)[], box: Box, inset: number): Across {
  const places = values.map((_, at) => at);
  const x = scalePoint(places, [box.left + inset, box.right - inset]).padding(values.length > 1 ? 0 : 0.5);
  const of = (at: number): number => x(at) ?? box.left;
  const room = values.length > 1 ? (of(1) - of(0)) * 0.94 : box.right - box.left;
  // Names that do not fit side by side stand on two heights.
  const crowded = values.some((value) => widthOf(String(value), 12) > room);
  const axis = values.map((value, at) => {
    const y = box.bottom + 17 + (crowded && at % 2 === 1 ? 16 : 0);
    const text = truncated(String(value), crowded ? room * 2 : room, 12);
    return label(look, text, of(at), y, { at: "middle", colour: QUIET, size: 12 });
  });
  return { of, axis, below: box.bottom + (crowded ? 40 : 24) };
}

function isThere(point: ChartInterval | null): point is ChartInterval {
  return point !== null && Number.isFinite(point.mean);
}

function whisker(
  { mean, low, high }: ChartInterval,
  x: number,
  y: (value: number) => number,
  style: SeriesStyle,
): Markup[] {
  const point = mark(style.shape, 58, x, y(mean), { fill: style.colour });
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [point];
  const [top, bottom] = [y(high).toFixed(1), y(low).toFixed(1)];
  const d = `M${x.toFixed(1)} ${top}V${bottom}M${(x - 4).toFixed(1)} ${top}h8M${(x - 4).toFixed(1)} ${bottom}h8`;
  return [element("path", { d, stroke: style.colour, "stroke-width": 1.6, fill: "none" }), point];
}

function seriesOf(
  { at }: IntervalSeries,
  style: SeriesStyle,
  x: (at: number) => number,
  y: (value: number) => number,
  joined: boolean,
): Markup[] {
  const path = line<ChartInterval | null>()
    .defined((point) => point !== null)
    .x((_, index) => x(index))
    .y((point) => y(point?.mean ?? 0))(at);
  const stroke = { stroke: style.colour, "stroke-width": 1.6, "stroke-dasharray": style.dash, fill: "none" };
  return [
    ...(joined && path ? [element("path", { d: roundedPath(path), ...stroke, "stroke-opacity": 0.75 })] : []),
    ...at.flatMap((point, index) => (point ? whisker(point, x(index), y, style) : [])),
  ];
}

/**
 * Means with their intervals by the value of a parameter: points with whiskers, joined where the parameter is a number. Series
 * stand a little apart, so that no whisker hides another.
 * @throws RangeError without values or series, or where a series has not one entry for each value
 */
export function intervalChart(chart: IntervalChart, wanted: Look = {}): string {
  const { values, reference } = chart;
  const series = chart.series.map(({ name, at }) => ({ name, at: at.map((one) => (isThere(one) ? one : null)) }));
  if (values.length === 0 || series.length === 0) throw new RangeError("an interval chart needs a value and a series");
  if (series.some(({ at }) => at.length !== values.length))
    throw new RangeError("a series has one entry for each value");
  const look = fullLook(wanted);
  const head = heading(look, chart.title, chart.note);
  const box = { left: 50, right: look.width - EDGE - 4, top: head.below + 20, bottom: 0 };
  box.bottom = box.top + Math.min(Math.round((box.right - box.left) * 0.62), 360);
  const reach = series.flatMap(({ at }) => at.flatMap((point) => (point ? [point.low, point.mean, point.high] : [])));
  const all = (reference ? [...reach, reference.at] : reach).filter(Number.isFinite);
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [box.bottom, box.top]).nice();
  const step = Math.min(9, (box.right - box.left) / values.length / (series.length + 1));
  const inset = Math.max(16, (step * series.length) / 2 + 8);
  const figures = values.filter((value) => typeof value === "number");
  const toScale = figures.length === values.length;
  const across = toScale ? numbersAcross(look, figures, box, inset) : wordsAcross(look, values, box, inset);
  const apart = (number: number): number => (number - (series.length - 1) / 2) * step;
  const near = startEdge(look);
  const room = box.right - box.left;
  const entries = series.map(({ name }, number) => {
    const { colour, shape, dash } = styleOf(number);
    const stroke = element("path", { d: "M-13 0H13", stroke: colour, "stroke-width": 1.6, "stroke-dasharray": dash });
    return { symbol: element("g", {}, stroke, mark(shape, 58, 0, 0, { fill: colour })), text: name };
  });
  if (reference) entries.push({ symbol: element("path", { d: "M-10 0H10", ...REFERENCE_LINE }), text: reference.name });
  const below = legend(look, entries, across.below + 24);
  return svg(look, below.below, chart, [
    background(look, below.below),
    ...head.content,
    label(look, truncated(chart.measure, room), near.x, box.top - 9, { at: near.at, bold: true }),
    ...axisLeft(look, y, box, 6),
    ...across.axis,
    ...(reference
      ? [element("path", { d: `M${box.left} ${y(reference.at).toFixed(1)}H${box.right}`, ...REFERENCE_LINE })]
      : []),
    axisLines(box),
    ...series.flatMap((each, number) =>
      seriesOf(each, styleOf(number), (index) => across.of(index) + apart(number), y, toScale),
    ),
    label(look, truncated(chart.parameter, room), box.right, across.below + 12, { at: "right", bold: true }),
    ...below.content,
  ]);
}
