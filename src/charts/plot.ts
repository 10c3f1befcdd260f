import { symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { INK, mark, PAPER, type SeriesStyle, styleOf, WARNING } from "./paint.ts";
import type { Caption, Markup } from "./svg.ts";

/** A party whose worth is an axis; worths on 0–100, as the screens show them. */
export interface Axis {
  readonly name: string;
  /** Worth below which it prefers no deal; null: it signs nothing itself (a mediator). */
  readonly walkAway: number | null;
}

/** The solution points of bargaining theory; and `signed`, what a table came to. */
export type MarkKind = "nash" | "kalaiSmorodinsky" | "egalitarian" | "utilitarian" | "signed";

/** Packages that are marked, by the worth to each party. */
export interface MarkedPoints {
  readonly kind: MarkKind;
  readonly name: string;
  /** All of them where several are tied. */
  readonly points: readonly (readonly number[])[];
}

/** What the plots of worths show. Worths on 0–100. */
export interface Plot extends Caption {
  /** Below the title, quieter. */
  readonly note?: string;
  readonly parties: readonly Axis[];
  /** Distinct points of the Pareto frontier, by the worth to each party, in any order. */
  readonly frontier: readonly (readonly number[])[];
  readonly marks: readonly MarkedPoints[];
  readonly words: {
    readonly frontier: string;
    readonly walkAway: string;
    /** Better for all than no deal. */
    readonly better: string;
    readonly packages: string;
    readonly crossing: string;
  };
}

interface MarkStyle extends SeriesStyle {
  /** In square pixels. */
  readonly area: number;
}

/** Drawn from the largest to the smallest, so that all are in sight where points fall together. */
export const MARK_STYLES: Readonly<Record<MarkKind, MarkStyle>> = {
  utilitarian: { ...styleOf(2), shape: symbolCircle, area: 330 },
  egalitarian: { ...styleOf(3), shape: symbolSquare, area: 190 },
  kalaiSmorodinsky: { ...styleOf(1), shape: symbolTriangle, area: 105 },
  nash: { shape: symbolDiamond, area: 62, colour: INK, dash: undefined },
  signed: { shape: symbolCircle, area: 26, colour: WARNING, dash: "12 4" },
};

/** Marks in the order in which they are drawn. */
export function inDrawingOrder(marks: readonly MarkedPoints[]): MarkedPoints[] {
  const order = Object.keys(MARK_STYLES);
  return [...marks].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The symbol of a marked point. */
export function markSymbol(kind: MarkKind, x = 0, y = 0): Markup {
  const { shape, area, colour } = MARK_STYLES[kind];
  const filled = kind === "nash" || kind === "signed";
  return mark(shape, area, x, y, {
    fill: filled ? colour : PAPER,
    "fill-opacity": filled ? 1 : 0.35,
    stroke: filled ? PAPER : colour,
    "stroke-width": filled ? 1 : 2.2,
  });
}
