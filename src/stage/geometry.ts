import { at as entryAt } from "../exact/at.ts";
import type { Mark } from "../scenario/types.ts";

/** A place in CSS pixels from the upper left corner of the stage. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where HTML has laid out what the stage draws between; the stage lays out nothing itself. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Centres of the stops, by issue and option. At least one for each issue. */
  readonly stops: readonly (readonly Spot[])[];
  /** Centres of the parties' tokens above the stops, by issue and party; null where it has none. */
  readonly tokens: readonly (readonly (Spot | null)[])[];
  /** Centres of the marks on the cards of the delegations, by party, and half their size. */
  readonly cards: readonly ((Spot & { readonly half: number }) | null)[];
}

/** Where an issue's rail is at a place counted in options, which may lie between two. */
export function pointAlong(stops: readonly Spot[], at: number): Spot {
  const last = stops.length - 1;
  const place = Math.min(Math.max(at, 0), last);
  const before = Math.min(Math.floor(place), Math.max(last - 1, 0));
  const from = entryAt(stops, before);
  const to = stops[Math.min(Math.floor(place) + 1, last)] ?? from;
  const part = place - before;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** What is drawn, in the order in which it is laid on. Lengths in CSS pixels, `alpha` 0–1, colours `#rrggbb`. */
export type Shape = { readonly colour: string; readonly alpha: number } & (
  | { readonly kind: "stroke"; readonly from: Spot; readonly to: Spot; readonly width: number }
  | { readonly kind: "disc"; readonly at: Spot; readonly radius: number }
  | { readonly kind: "area"; readonly points: readonly Spot[] }
);

interface StrokeLook {
  readonly colour: string;
  readonly alpha: number;
  readonly width: number;
}

/** A straight line. */
export function stroke(from: Spot, to: Spot, { colour, alpha, width }: StrokeLook): Shape {
  return { kind: "stroke", from, to, width, colour, alpha };
}

/** A straight piece of a line. */
interface Segment {
  readonly from: Spot;
  readonly to: Spot;
}

function segmentsOf(points: readonly Spot[]): Segment[] {
  return points.slice(1).map((to, before) => ({ from: entryAt(points, before), to }));
}

function lengthOf({ from, to }: Segment): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** A line through points whose corners are round. */
export function path(points: readonly Spot[], look: StrokeLook): Shape[] {
  const { colour, alpha, width } = look;
  const joints = alpha >= 1 ? points : [];
  return [
    ...segmentsOf(points).map(({ from, to }) => stroke(from, to, look)),
    ...joints.map((at): Shape => ({ kind: "disc", at, radius: width / 2, colour, alpha })),
  ];
}

/** Lengths of strokes and gaps in CSS pixels, by the party's place in the file; the first one is unbroken. */
const DASH_PATTERNS: readonly (readonly number[])[] = [[], [9, 5], [2.5, 4.5], [12, 4, 2.5, 4], [5, 3], [16, 6]];

/** The pattern by which a party's line is known without its colour. */
export function dashPatternOf(party: number): readonly number[] {
  return DASH_PATTERNS[party % DASH_PATTERNS.length] ?? [];
}

/** A line through points, cut into strokes by a pattern that runs on round the corners. An empty pattern cuts nothing. */
export function dashedStrokes(points: readonly Spot[], pattern: readonly number[]): Segment[] {
  const strokes: Segment[] = [];
  let index = 0;
  let left = pattern[0] ?? Number.POSITIVE_INFINITY;
  for (const segment of segmentsOf(points)) {
    const { from, to } = segment;
    const length = lengthOf(segment);
    const at = (distance: number): Spot => ({
      x: from.x + ((to.x - from.x) * distance) / length,
      y: from.y + ((to.y - from.y) * distance) / length,
    });
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done);
      if (index % 2 === 0) strokes.push({ from: at(done), to: at(done + step) });
      done += step;
      left -= step;
      if (left > 0) continue;
      index = (index + 1) % pattern.length;
      left = pattern[index] ?? Number.POSITIVE_INFINITY;
    }
  }
  return strokes;
}

/** The first part (0–1) of a line, by its length. */
export function partialLine(points: readonly Spot[], part: number): Spot[] {
  if (part >= 1) return [...points];
  const segments = segmentsOf(points);
  let left = segments.reduce((sum, segment) => sum + lengthOf(segment), 0) * Math.max(part, 0);
  const found: Spot[] = points.slice(0, 1);
  for (const segment of segments) {
    const { from, to } = segment;
    const length = lengthOf(segment);
    if (left < length) {
      const share = length > 0 ? left / length : 0;
      return [...found, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
    }
    found.push(to);
    left -= length;
  }
  return found;
}

function corners(count: number, turn: number, radius: (corner: number) => number): Spot[] {
  return Array.from({ length: count }, (_, corner) => {
    const angle = ((corner / count) * 360 + turn) * (Math.PI / 180);
    return { x: Math.cos(angle) * radius(corner), y: Math.sin(angle) * radius(corner) };
  });
}

const OUTLINES: Readonly<Record<Mark["shape"], readonly Spot[]>> = {
  circle: corners(28, 0, () => 1),
  square: corners(4, 45, () => 1.2),
  triangle: [
    { x: 0, y: -1.05 },
    { x: 1.05, y: 0.95 },
    { x: -1.05, y: 0.95 },
  ],
  diamond: corners(4, 0, () => 1.1),
  hexagon: corners(6, 0, () => 1.05),
  star: corners(24, -90, (corner) => (corner % 2 === 0 ? 1.1 : 0.82)),
};

/** The outline of a party's shape round a place; `half` is half the height of its mark. */
export function outlineOf(shape: Mark["shape"], { x, y }: Spot, half: number): Spot[] {
  return OUTLINES[shape].map((corner) => ({ x: x + corner.x * half, y: y + corner.y * half }));
}
