/** Points below which a box is searched one by one. */
const LEAF = 8;

/** Answers whether some point is at least as high as a corner in every coordinate. */
export interface DominanceTree {
  reaches(corner: ArrayLike<number>): boolean;
}

/**
 * A k-d tree over points (columns by coordinate) whose boxes know their highest and lowest corner: a box whose highest corner falls
 * short is skipped, one whose lowest corner reaches settles it (Bentley 1975).
 */
export function dominanceTree(columns: readonly Float64Array[]): DominanceTree {
  const width = columns.length;
  const length = (columns[0] as Float64Array).length;
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
      let high = -Infinity;
      let low = Infinity;
      for (let i = start; i < end; i++) {
        const value = (columns[c] as Float64Array)[order[i] as number] as number;
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
    const column = columns[widest] as Float64Array;
    // The higher half first: it is the likelier one to reach.
    order.subarray(start, end).sort((a, b) => (column[b] as number) - (column[a] as number));
    const middle = (start + end) >>> 1;
    build(start, middle);
    rights[node] = build(middle, end);
    return node;
  };
  if (length > 0) build(0, length);

  const search = (node: number, corner: ArrayLike<number>): boolean => {
    let inside = true;
    for (let c = 0; c < width; c++) {
      const wanted = corner[c] as number;
      if ((highs[node * width + c] as number) < wanted) return false;
      if ((lows[node * width + c] as number) < wanted) inside = false;
    }
    if (inside) return true;
    const right = rights[node] as number;
    if (right >= 0) return search(node + 1, corner) || search(right, corner);
    for (let i = starts[node] as number; i < (ends[node] as number); i++) {
      let reached = true;
      for (let c = 0; c < width && reached; c++) {
        reached = ((columns[c] as Float64Array)[order[i] as number] as number) >= (corner[c] as number);
      }
      if (reached) return true;
    }
    return false;
  };
  return { reaches: (corner) => length > 0 && search(0, corner) };
}
