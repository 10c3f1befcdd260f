import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3-shape";
import { at } from "../exact/at.ts";
import { HOUSE, HUES, SERIES } from "./palette.ts";
import { element, type FullLook, type Markup, rounded, svgText } from "./svg.ts";

/** What a colour of the palette is for in a chart. */
export const PAPER = HOUSE.paper2;
export const INK = HOUSE.text;
export const QUIET = HOUSE.quiet;
export const GRID = HOUSE.paperLine;
export const WARNING = HOUSE.minus;
export const ZONE = HOUSE.gold;
export const FRONTIER = HUES.blue.mark;

/** The line of a value to measure against: a walk-away, no difference. */
export const REFERENCE_LINE = { stroke: WARNING, "stroke-width": 1.5, "stroke-dasharray": "5 4" } as const;

/** How one series of many is told apart: by hue, by shape and by the gaps in its line; never by hue alone. */
export interface SeriesStyle {
  readonly colour: string;
  readonly shape: SymbolType;
  /** `stroke-dasharray`; undefined: no gaps. */
  readonly dash: string | undefined;
}

/** Beside the colours of {@link SERIES}, in their order. */
const SHAPES: readonly Omit<SeriesStyle, "colour">[] = [
  { shape: symbolCircle, dash: undefined },
  { shape: symbolSquare, dash: "7 3" },
  { shape: symbolTriangle, dash: "2 3" },
  { shape: symbolDiamond, dash: "9 3 2 3" },
  { shape: symbolStar, dash: "12 4" },
  { shape: symbolCircle, dash: "4 2 1 2" },
];

const STYLES: readonly SeriesStyle[] = SERIES.map((colour, series) => ({ colour, ...at(SHAPES, series) }));

/** The style of the series with this number; they repeat after six. */
export function styleOf(series: number): SeriesStyle {
  return at(STYLES, series % STYLES.length);
}

/** A symbol at a place. @param area in square pixels */
export function mark(
  shape: SymbolType,
  area: number,
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number | undefined>>,
): Markup {
  const path = symbol(shape, area)() ?? "";
  return element("path", {
    d: roundedPath(path),
    transform: `translate(${roundedPath(`${x}`)} ${roundedPath(`${y}`)})`,
    ...attributes,
  });
}

/** A path with two decimals. */
export function roundedPath(path: string): string {
  return path.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(rounded(Number(number))));
}

/** A letter of a script that is written from right to left. */
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** A text at a place. `at` is where it stands on the screen, whatever the direction of its language. */
export function label(
  look: FullLook,
  content: string,
  x: number,
  y: number,
  more: {
    readonly at?: "left" | "middle" | "right";
    readonly colour?: string;
    readonly size?: number;
    readonly bold?: true;
    readonly halo?: true;
  } = {},
): Markup {
  const { at = "left", colour = INK, size, bold, halo } = more;
  // Figures read from the left in every language, their signs before them.
  const figures = look.direction === "rtl" && !RIGHT_TO_LEFT_LETTER.test(content);
  const mirrored = look.direction === "rtl" && !figures;
  const near = mirrored ? { left: "end", right: "start" } : { left: "start", right: "end" };
  return element(
    "text",
    {
      x,
      y,
      fill: colour,
      "text-anchor": at === "middle" ? "middle" : near[at],
      direction: figures ? "ltr" : undefined,
      "font-size": size,
      "font-weight": bold ? 600 : undefined,
      ...(halo ? { stroke: PAPER, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
    },
    svgText(content),
  );
}

/** Letters that join or stand narrow take less room; wide scripts take a whole square. */
function relativeWidth(character: string): number {
  if (/[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u200B-\u200F\u2066-\u2069]/.test(character)) return 0;
  if (/[iljtfrI.,:;!|'()[\] ]/.test(character)) return 0.34;
  if (/[mwMW@%]/.test(character)) return 0.9;
  if (/[A-Z]/.test(character)) return 0.68;
  if (/[\u2E80-\uFFEF]/.test(character)) return 1;
  return 0.57;
}

/** About how wide a text is, in pixels, rather too wide than too narrow: charts are drawn where no screen measures letters. */
export function widthOf(content: string, size = 13): number {
  let sum = 0;
  for (const character of content) sum += relativeWidth(character);
  return sum * size;
}

/** Words in lines that are about so wide; a word that is wider than that is cut short. */
export function wrapToWidth(content: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(truncated(word, width, size));
  }
  return lines;
}

/** A text that fits into a width, its end given up for an ellipsis where it must be. */
export function truncated(content: string, width: number, size = 13): string {
  if (widthOf(content, size) <= width) return content;
  const kept: string[] = [];
  let used = widthOf("…", size);
  for (const character of content) {
    used += relativeWidth(character) * size;
    if (used > width) break;
    kept.push(character);
  }
  return `${kept.join("").trimEnd()}…`;
}
