import { at, numberAt } from "../../exact/at.ts";

/** Points below which a box is searched one by one. */
const LEAF = 8;

/** Answers whether some point is at least as high as a corner in every coordinate. */
interface DominanceTree {
  reaches(corner: Float64Array): boolean;
}

/**
 * A k-d tree over points (columns by coordinate) whose boxes know their highest and lowest corner: a box whose highest corner falls
 * short is skipped, one whose lowest corner reaches settles it (Bentley 1975).
 */
export function dominanceTree(columns: readonly Float64Array[]): DominanceTree {
  const width = columns.length;
  const { length } = at(columns, 0);
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  const starts: number[] = [];
  const ends: number[] = [];
  const rights: number[] = [];
  const highs: number[] = [];
  const lows: number[] = [];

  const build = (start: number, end: number): number => {
    const node = starts.length;
    starts.push(start);
    ends.push(end);
    rights.push(-1);
    let widest = 0;
    let span = -1;
    for (let c = 0; c < width; c++) {
      const column = at(columns, c);
      let high = -Infinity;
      let low = Infinity;
      for (let i = start; i < end; i++) {
        const value = numberAt(column, order[i] ?? -1);
        high = Math.max(high, value);
        low = Math.min(low, value);
      }
      highs.push(high);
      lows.push(low);
      if (high - low > span) {
        span = high - low;
        widest = c;
      }
    }
    if (end - start <= LEAF || span === 0) return node;
    const column = at(columns, widest);
    // The higher half first: it is the likelier one to reach.
    order.subarray(start, end).sort((a, b) => numberAt(column, b) - numberAt(column, a));
    const middle = (start + end) >>> 1;
    build(start, middle);
    rights[node] = build(middle, end);
    return node;
  };
  if (length > 0) build(0, length);

  const highest = Float64Array.from(highs);
  const lowest = Float64Array.from(lows);
  const search = (node: number, corner: Float64Array): boolean => {
    let inside = true;
    for (let c = 0; c < width; c++) {
      const wanted = numberAt(corner, c);
      if (numberAt(highest, node * width + c) < wanted) return false;
      if (numberAt(lowest, node * width + c) < wanted) inside = false;
    }
    if (inside) return true;
    const right = rights[node] ?? -1;
    if (right >= 0) return search(node + 1, corner) || search(right, corner);
    const end = ends[node] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const point = order[i] ?? -1;
      let reached = true;
      for (let c = 0; c < width && reached; c++) reached = numberAt(at(columns, c), point) >= numberAt(corner, c);
      if (reached) return true;
    }
    return false;
  };
  return { reaches: (corner) => length > 0 && search(0, corner) };
}
