import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { at } from "../exact/at.ts";
import type { Cloud } from "./cloud.ts";
import { cloudLegend, drawCloud } from "./cloud.ts";
import { placeLabels } from "./label-placement.ts";
import {
  axisBelow,
  axisLeft,
  axisLines,
  type Box,
  background,
  EDGE,
  heading,
  type LegendEntry,
  legend,
  startEdge,
} from "./layout.ts";
import { FRONTIER, label, REFERENCE_LINE, roundedPath, truncated, widthOf, ZONE } from "./paint.ts";
import type { Axis, Plot } from "./plot.ts";
import { inDrawingOrder, MARK_STYLES, markSymbol } from "./plot.ts";
import { element, type FullLook, fullLook, type Look, type Markup, svg } from "./svg.ts";

/** A frontier of more points is drawn as a line alone: its dots would hide it. */
const MOST_DOTS = 160;
/** So many tied packages are marked; more would be a wall. */
const MOST_TIED = 60;

type Scale = (worth: number) => number;

function domainOf(values: Iterable<number>): [number, number] {
  let low = 0;
  let high = 100;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function walkAways(first: Axis, second: Axis, box: Box, x: Scale, y: Scale): Markup[] {
  const across = Math.min(box.right, Math.max(box.left, x(first.walkAway ?? -Infinity)));
  const up = Math.max(box.top, Math.min(box.bottom, y(second.walkAway ?? -Infinity)));
  const zone = { x: across, y: box.top, width: box.right - across, height: up - box.top };
  const dashed = { ...REFERENCE_LINE, fill: "none" };
  return [
    element("rect", { ...zone, fill: ZONE, "fill-opacity": 0.17 }),
    element("path", { d: `M${across.toFixed(1)} ${box.top}V${box.bottom}`, ...dashed }),
    element("path", { d: `M${box.left} ${up.toFixed(1)}H${box.right}`, ...dashed }),
  ];
}

function frontierOf(plot: Plot, x: Scale, y: Scale): Markup[] {
  const points = plot.frontier.map(([a = 0, b = 0]): [number, number] => [x(a), y(b)]).sort((a, b) => a[0] - b[0]);
  const path = roundedPath(line()(points) ?? "");
  const dots =
    points.length > MOST_DOTS
      ? []
      : points.map(([a, b]) => element("circle", { cx: a, cy: b, r: 3.2, fill: FRONTIER }));
  return [element("path", { d: path, fill: "none", stroke: FRONTIER, "stroke-width": 1.8 }), ...dots];
}

function marksOf(look: FullLook, plot: Plot, box: Box, x: Scale, y: Scale): Markup[] {
  const marks = inDrawingOrder(plot.marks);
  const symbols = marks.flatMap(({ kind, points }) =>
    points.slice(0, MOST_TIED).map(([a = 0, b = 0]) => markSymbol(kind, x(a), y(b))),
  );
  const names = marks.flatMap(({ name, kind, points }) => {
    if (points.length === 0) return [];
    const [a = 0, b = 0] = points[Math.floor((points.length - 1) / 2)] ?? [];
    return [{ name, kind, x: x(a), y: y(b), width: widthOf(name) + 6, height: 17 }];
  });
  const around = (a: number, b: number, reach: number): Box => ({
    left: a - reach,
    right: a + reach,
    top: b - reach,
    bottom: b + reach,
  });
  const line = plot.frontier.slice(0, MOST_DOTS).map(([a = 0, b = 0]) => around(x(a), y(b), 4));
  const taken = [...names.map((point) => around(point.x, point.y, 9)), ...line];
  const lines = placeLabels(names, box, taken).flatMap(({ request: point, box: place, led }) => {
    const { colour } = MARK_STYLES[point.kind];
    const { left, right, top, bottom } = place;
    const middle = (left + right) / 2;
    const near = point.x < left ? left + 1 : point.x > right ? right - 1 : middle;
    const edge = point.y > bottom ? bottom - 2 : point.y < top ? top + 2 : (top + bottom) / 2;
    const lead = `M${point.x.toFixed(1)} ${point.y.toFixed(1)}L${near.toFixed(1)} ${edge.toFixed(1)}`;
    return [
      ...(led ? [element("path", { d: lead, stroke: colour, "stroke-width": 1 })] : []),
      label(look, point.name, middle, bottom - 4, { at: "middle", colour, bold: true, halo: true }),
    ];
  });
  return [...symbols, ...lines];
}

function entriesOf(plot: Plot, cloud: Cloud | null): LegendEntry[] {
  const { words } = plot;
  const frontier = [
    element("path", { d: "M-10 0H10", stroke: FRONTIER, "stroke-width": 1.8 }),
    element("circle", { r: 3.2, fill: FRONTIER }),
  ];
  const zone = { x: -10, y: -7, width: 20, height: 14, fill: ZONE, "fill-opacity": 0.25, stroke: ZONE };
  return [
    ...(plot.frontier.length > 0 ? [{ symbol: element("g", {}, ...frontier), text: words.frontier }] : []),
    { symbol: element("path", { d: "M-10 0H10", ...REFERENCE_LINE }), text: words.walkAway },
    { symbol: element("rect", zone), text: words.better },
    ...(cloud ? cloudLegend(cloud, words) : []),
  ];
}

/**
 * The worth of packages to two parties: all of them as a cloud, the Pareto frontier, both walk-aways with the ground that is
 * better for both, and the solution points by name. The picture of Raiffa (1982).
 * @param cloud the packages behind the frontier; null: the frontier alone
 * @throws RangeError unless there are two parties
 */
export function utilityPlot(plot: Plot, cloud: Cloud | null = null, wanted: Look = {}): string {
  const [first, second] = plot.parties;
  if (!first || !second || plot.parties.length !== 2) throw new RangeError("a utility plot has two parties");
  const look = fullLook(wanted);
  const head = heading(look, plot.title, plot.note);
  const points = [...plot.frontier, ...plot.marks.flatMap((each) => each.points)];
  const reach = (party: 0 | 1): number[] => [
    plot.parties[party]?.walkAway ?? 0,
    ...points.map((point) => at(point, party)),
    ...(cloud ? [cloud.low[party], cloud.high[party]] : []),
  ];
  const box = { left: 46, right: look.width - EDGE - 4, top: head.below + 22, bottom: 0 };
  box.bottom = box.top + Math.min(Math.round((box.right - box.left) * 0.8), 520);
  const x = scaleLinear(domainOf(reach(0)), [box.left, box.right]).nice();
  const y = scaleLinear(domainOf(reach(1)), [box.bottom, box.top]).nice();
  const ticks = look.width < 500 ? 5 : 10;
  const below = legend(look, entriesOf(plot, cloud), box.bottom + 50);
  const near = startEdge(look);
  const room = box.right - box.left;
  return svg(look, below.below, plot, [
    background(look, below.below),
    ...head.content,
    label(
      look,
      truncated(look.direction === "rtl" ? `↑ ${second.name}` : `${second.name} ↑`, room),
      near.x,
      box.top - 9,
      { at: near.at, bold: true },
    ),
    ...axisBelow(look, x, box, ticks),
    ...axisLeft(look, y, box, ticks),
    ...walkAways(first, second, box, x, y),
    ...(cloud ? drawCloud(cloud, x, y) : []),
    ...frontierOf(plot, x, y),
    axisLines(box),
    ...marksOf(look, plot, box, x, y),
    label(
      look,
      truncated(look.direction === "rtl" ? `→ ${first.name}` : `${first.name} →`, room),
      box.right,
      box.bottom + 36,
      { at: "right", bold: true },
    ),
    ...below.content,
  ]);
}
