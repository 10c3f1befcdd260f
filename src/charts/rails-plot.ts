import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { at } from "../exact/at.ts";
import {
  axisBelow,
  axisNumber,
  type Box,
  background,
  EDGE,
  farEdge,
  heading,
  type LegendEntry,
  legend,
  startEdge,
} from "./layout.ts";
import { FRONTIER, GRID, INK, label, QUIET, roundedPath, truncated, WARNING, widthOf } from "./paint.ts";
import type { Axis, Plot } from "./plot.ts";
import { inDrawingOrder, MARK_STYLES, markSymbol } from "./plot.ts";
import { element, type FullLook, fullLook, type Look, type Markup, svg } from "./svg.ts";

const RAIL = 62;
/** More lines than this would be a flat grey, and a file of megabytes. */
const MOST_LINES = 1200;
const MOST_TIED = 8;

/** Every k-th of a list, so that at most `most` are left; the first and the last stay. */
function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, place) => at(list, Math.round((place * (list.length - 1)) / (most - 1))));
}

function railOf({ walkAway }: Axis, y: number, x: (worth: number) => number, box: Box): Markup[] {
  const rail = element("path", { d: `M${box.left} ${y}H${box.right}`, stroke: INK, "stroke-width": 1.5 });
  if (walkAway === null) return [rail];
  const away = Math.min(box.right, Math.max(box.left, x(walkAway))).toFixed(1);
  return [
    rail,
    element("path", { d: `M${box.left} ${y}H${away}`, stroke: WARNING, "stroke-width": 5, "stroke-opacity": 0.45 }),
    element("path", { d: `M${away} ${y - 9}V${y + 9}`, stroke: WARNING, "stroke-width": 2.5 }),
  ];
}

function namesOf(look: FullLook, { name, walkAway }: Axis, words: Plot["words"], y: number): Markup[] {
  const { x, at: side } = startEdge(look);
  const said = walkAway === null ? "" : `${words.walkAway} ${axisNumber(Math.round(walkAway * 10) / 10)}`;
  const room = look.width - 2 * EDGE - widthOf(said, 12) - 24;
  const names = [label(look, truncated(name, room), x, y, { at: side, bold: true, halo: true })];
  if (walkAway === null) return names;
  const other = farEdge(look);
  return [...names, label(look, said, other.x, y, { at: other.at, colour: WARNING, size: 12, halo: true })];
}

function entriesOf({ words, marks, frontier }: Plot): LegendEntry[] {
  const bar = [
    element("path", { d: "M-10 0H0", stroke: WARNING, "stroke-width": 5, "stroke-opacity": 0.45 }),
    element("path", { d: "M0 -8V8", stroke: WARNING, "stroke-width": 2.5 }),
  ];
  const solutions = marks.map(({ kind, name }) => {
    const { colour, dash } = MARK_STYLES[kind];
    const stroke = element("path", { d: "M-13 0H13", stroke: colour, "stroke-width": 2.2, "stroke-dasharray": dash });
    return { symbol: element("g", {}, stroke, markSymbol(kind)), text: name };
  });
  const lineOf = element("path", { d: "M-10 0H10", stroke: FRONTIER, "stroke-width": 1.5, "stroke-opacity": 0.6 });
  return [
    ...(frontier.length > 0 ? [{ symbol: lineOf, text: words.frontier }] : []),
    { symbol: element("g", {}, ...bar), text: words.walkAway },
    ...solutions,
  ];
}

/**
 * The worth of the frontier's packages to any number of parties: a rail for each party from 0 to 100, a package a line that
 * crosses them all (parallel coordinates, Inselberg 1985), walk-aways as gates, the solution points as bold lines.
 * @throws RangeError without parties
 */
export function railsPlot(plot: Plot, wanted: Look = {}): string {
  const { parties, frontier } = plot;
  if (parties.length === 0) throw new RangeError("a plot has at least one party");
  const look = fullLook(wanted);
  const head = heading(look, plot.title, plot.note);
  const marked = inDrawingOrder(plot.marks.filter(({ points }) => points.length > 0));
  const all = [...frontier, ...marked.flatMap(({ points }) => points), parties.map(({ walkAway }) => walkAway ?? 0)];
  let low = 0;
  let high = 100;
  for (const point of all) for (const worth of point) [low, high] = [Math.min(low, worth), Math.max(high, worth)];
  const box = { left: EDGE + 12, right: look.width - EDGE - 12, top: head.below + 34, bottom: 0 };
  box.bottom = box.top + (parties.length - 1) * RAIL + 14;
  const x = scaleLinear([low, high], [box.left, box.right]);
  const yOf = (party: number): number => box.top + party * RAIL;
  const path = (point: readonly number[], aside = 0): string =>
    roundedPath(line()(point.map((worth, party): [number, number] => [x(worth) + aside, yOf(party)])) ?? "");
  const drawn = thinned(frontier, MOST_LINES);
  const opacity = Math.min(0.6, Math.max(0.07, 14 / Math.max(1, drawn.length)));
  const lines = drawn.map((point) => element("path", { d: path(point) }));
  // Solutions often fall together: their lines run side by side, their symbols one inside the other.
  const bold = marked.flatMap(({ kind, points }, number) => {
    const aside = (number - (marked.length - 1) / 2) * 3.4;
    const { colour, dash } = MARK_STYLES[kind];
    const stroke = { stroke: colour, "stroke-width": 2.2, "stroke-dasharray": dash };
    return thinned(points, MOST_TIED).map((point) => element("path", { d: path(point, aside), ...stroke }));
  });
  const symbols = marked.flatMap(({ kind, points }) =>
    thinned(points, MOST_TIED).flatMap((point) => point.map((worth, party) => markSymbol(kind, x(worth), yOf(party)))),
  );
  const below = legend(look, entriesOf({ ...plot, marks: marked }), box.bottom + 30);
  return svg(look, below.below, plot, [
    background(look, below.below),
    ...head.content,
    ...axisBelow(look, x, { ...box, top: box.top - 12 }, look.width < 500 ? 5 : 10),
    element("g", { fill: "none", stroke: FRONTIER, "stroke-width": 1.3, "stroke-opacity": opacity }, ...lines),
    ...parties.flatMap((axis, party) => railOf(axis, yOf(party), x, box)),
    element("g", { fill: "none" }, ...bold),
    ...symbols,
    ...parties.flatMap((axis, party) => namesOf(look, axis, plot.words, yOf(party) - 19)),
    element("path", { d: `M${box.left} ${box.bottom}H${box.right}`, stroke: GRID }),
    ...(drawn.length < frontier.length
      ? [
          label(look, `${drawn.length} / ${frontier.length}`, box.right, box.bottom + 34, {
            at: "right",
            colour: QUIET,
            size: 12,
          }),
        ]
      : []),
    ...below.content,
  ]);
}
