import type { Spot } from "./geometry.ts";

/** Lengths of strokes and gaps in CSS pixels, by the party's place in the file; the first one is unbroken. */
const PATTERNS: readonly (readonly number[])[] = [[], [9, 5], [2.5, 4.5], [12, 4, 2.5, 4], [5, 3], [16, 6]];

/** The pattern by which a party's line is known without its colour. */
export function patternOf(party: number): readonly number[] {
  return PATTERNS[party % PATTERNS.length] ?? [];
}

export interface Stroke {
  readonly from: Spot;
  readonly to: Spot;
}

/** A line through points, cut into strokes by a pattern that runs on round the corners. An empty pattern cuts nothing. */
export function strokesOf(points: readonly Spot[], pattern: readonly number[]): Stroke[] {
  const strokes: Stroke[] = [];
  let index = 0;
  let left = pattern[0] ?? Number.POSITIVE_INFINITY;
  for (let corner = 1; corner < points.length; corner++) {
    const from = points[corner - 1] as Spot;
    const to = points[corner] as Spot;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
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
export function beginning(points: readonly Spot[], part: number): Spot[] {
  if (part >= 1) return [...points];
  const lengths = points.slice(1).map((to, index) => {
    const from = points[index] as Spot;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.max(part, 0);
  const found: Spot[] = points.slice(0, 1);
  for (const [index, length] of lengths.entries()) {
    const from = points[index] as Spot;
    const to = points[index + 1] as Spot;
    if (left < length) {
      const share = length > 0 ? left / length : 0;
      return [...found, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
    }
    found.push(to);
    left -= length;
  }
  return found;
}
