import type { Box } from "./layout.ts";

/** A text that wants to stand near a point. */
interface LabelRequest {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where it may stand: the left end of its base line, and whether a line should lead back to its point. */
interface LabelPlace<T extends LabelRequest> {
  readonly request: T;
  readonly box: Box;
  readonly led: boolean;
}

const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, -0.7],
  [1, 0],
  [1, 0.7],
  [-1, -0.7],
  [-1, 0],
  [-1, 0.7],
  [0, -1],
  [0, 1],
];
const REACHES = [11, 24, 40, 58, 80, 104, 130];
/** From here on an eye no longer finds the point by itself. */
const NEAR = 11;

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function boxAt({ x, y, width, height }: LabelRequest, [across, down]: readonly [number, number], reach: number): Box {
  const left = across > 0 ? x + reach * across : across < 0 ? x + reach * across - width : x - width / 2;
  const top = y + reach * down - height / 2;
  return { left, right: left + width, top, bottom: top + height };
}

/** How far a box stands out of a frame, as an area. */
function outside(box: Box, frame: Box): number {
  const area = (box.right - box.left) * (box.bottom - box.top);
  return area - overlap(box, frame);
}

/**
 * Finds each text a place near its point: the first of a few directions, then of a few distances, where it covers neither
 * another text nor what must stay in sight; where there is none, the least bad one. In the order of the requests.
 * @param taken what must stay in sight
 */
export function placeLabels<T extends LabelRequest>(
  requests: readonly T[],
  frame: Box,
  taken: readonly Box[],
): LabelPlace<T>[] {
  const kept = [...taken];
  return requests.map((request) => {
    let best: LabelPlace<T> | null = null;
    let least = Infinity;
    for (const reach of REACHES) {
      for (const direction of DIRECTIONS) {
        const box = boxAt(request, direction, reach);
        const cost = kept.reduce((sum, other) => sum + overlap(box, other), 4 * outside(box, frame));
        if (cost >= least) continue;
        least = cost;
        best = { request, box, led: reach > NEAR };
        if (cost === 0) break;
      }
      if (least === 0) break;
    }
    const found = best ?? { request, box: boxAt(request, [1, 0], NEAR), led: false };
    kept.push(found.box);
    return found;
  });
}
