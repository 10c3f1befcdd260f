import type { ScaleLinear } from "d3-scale";
import { GRID, INK, label, PAPER, QUIET, widthOf, wrapToWidth } from "./paint.ts";
import { element, type FullLook, type Markup } from "./svg.ts";

/** Room on both sides of a chart. */
export const EDGE = 14;
const LINE = 18;

/** Lines of a text below one another, and where the next thing may begin. */
interface TextBlock {
  readonly content: readonly Markup[];
  /** y below it. */
  readonly below: number;
}

/** One side of a chart: where it is, and how a text stands that is set against it. */
interface Edge {
  readonly x: number;
  readonly at: "left" | "right";
}

/** The side on which a text of this language begins. */
export function startEdge(look: FullLook): Edge {
  return look.direction === "rtl" ? { x: look.width - EDGE, at: "right" } : { x: EDGE, at: "left" };
}

/** The side on which it ends. */
export function farEdge(look: FullLook): Edge {
  return look.direction === "rtl" ? { x: EDGE, at: "left" } : { x: look.width - EDGE, at: "right" };
}

/** The title of a chart, and a quieter line below it where there is one. */
export function heading(look: FullLook, title: string, note = ""): TextBlock {
  const { x, at } = startEdge(look);
  const room = look.width - 2 * EDGE;
  const content: Markup[] = [];
  let y = 8;
  for (const line of wrapToWidth(title, room, 16)) {
    y += 20;
    content.push(label(look, line, x, y, { at, size: 16, bold: true }));
  }
  for (const line of wrapToWidth(note, room)) {
    y += LINE;
    content.push(label(look, line, x, y, { at, colour: QUIET }));
  }
  return { content, below: y + 10 };
}

/** One entry of a legend: a symbol in a box of 20 × 14 whose middle is (0, 0), and what it means. */
export interface LegendEntry {
  readonly symbol: Markup;
  readonly text: string;
}

/** A legend from this height on: as many entries in a line as fit, from the side where the language begins. */
export function legend(look: FullLook, entries: readonly LegendEntry[], top: number): TextBlock {
  const room = look.width - 2 * EDGE;
  const content: Markup[] = [];
  let y = top + 12;
  let used = 0;
  for (const { symbol, text } of entries) {
    const lines = wrapToWidth(text, room - 30);
    const width = 30 + Math.max(0, ...lines.map((line) => widthOf(line)));
    if (used > 0 && used + width > room) {
      y += LINE + 2;
      used = 0;
    }
    const mirrored = look.direction === "rtl";
    const at = mirrored ? look.width - EDGE - used - 10 : EDGE + used + 10;
    content.push(element("g", { transform: `translate(${at} ${y - 4})` }, symbol));
    for (const [row, line] of lines.entries()) {
      if (row > 0) y += LINE - 2;
      content.push(label(look, line, mirrored ? at - 18 : at + 18, y, { at: mirrored ? "right" : "left" }));
    }
    used += width + 16;
  }
  return { content, below: entries.length > 0 ? y + 12 : top };
}

/** A place on the screen that a chart draws in. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A number on an axis: no more digits than it needs, digits as the reports of the region have them. */
export function axisNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace("-", "\u2212");
}

/** Vertical grid lines of a horizontal axis with their figures below. */
export function axisBelow(look: FullLook, x: ScaleLinear<number, number>, box: Box, ticks: number): Markup[] {
  return x
    .ticks(ticks)
    .flatMap((tick) => [
      element("path", { d: `M${x(tick).toFixed(1)} ${box.top}V${box.bottom}`, stroke: GRID, "stroke-width": 1 }),
      label(look, axisNumber(tick), x(tick), box.bottom + 17, { at: "middle", colour: QUIET, size: 12 }),
    ]);
}

/** Horizontal grid lines of a vertical axis with their figures on the left. */
export function axisLeft(look: FullLook, y: ScaleLinear<number, number>, box: Box, ticks: number): Markup[] {
  return y
    .ticks(ticks)
    .flatMap((tick) => [
      element("path", { d: `M${box.left} ${y(tick).toFixed(1)}H${box.right}`, stroke: GRID, "stroke-width": 1 }),
      label(look, axisNumber(tick), box.left - 7, y(tick) + 4, { at: "right", colour: QUIET, size: 12 }),
    ]);
}

/** The paper that a chart is drawn on. */
export function background(look: FullLook, height: number): Markup {
  return element("rect", { width: look.width, height: Math.ceil(height), rx: 8, fill: PAPER });
}

/** The lines along the two axes. */
export function axisLines(box: Box): Markup {
  return element("path", {
    d: `M${box.left} ${box.top}V${box.bottom}H${box.right}`,
    fill: "none",
    stroke: INK,
    "stroke-width": 1,
  });
}
