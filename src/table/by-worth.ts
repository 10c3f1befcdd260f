/** A step with more packages than this is sorted by comparison: insertion would take the square of them. */
const INSERTED = 32;

/** Sorts a stretch of packages by worth, equal worths by index, by insertion. */
function insert(packages: Int32Array, worths: Float64Array, from: number, end: number): void {
  for (let at = from + 1; at < end; at++) {
    const pack = packages[at] as number;
    const worth = worths[pack] as number;
    let to = at;
    // Packages come in the order of their indexes, so that equal worths stay as they are.
    for (; to > from && (worths[packages[to - 1] as number] as number) > worth; to--) {
      packages[to] = packages[to - 1] as number;
    }
    packages[to] = pack;
  }
}

/**
 * Packages by rising worth, equal worths by index: dealt into as many even steps of worth as there are packages, so that few
 * meet in one, then sorted step by step. A forecast makes shelves for each world it draws; most of its time was their sorting.
 * @param listed by rising index
 * @param worths by package; finite
 */
export function byWorth(listed: Int32Array, worths: Float64Array): Int32Array {
  const n = listed.length;
  let low = Infinity;
  let high = -Infinity;
  for (const pack of listed) {
    const worth = worths[pack] as number;
    if (worth < low) low = worth;
    if (worth > high) high = worth;
  }
  const dense = (n - 1) / (high - low);
  const density = Number.isFinite(dense) ? dense : 0;
  const stepOf = (pack: number): number => Math.floor(((worths[pack] as number) - low) * density);
  const first = new Int32Array(n + 1);
  for (const pack of listed) {
    const next = stepOf(pack) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let step = 0; step < n; step++) first[step + 1] = (first[step + 1] as number) + (first[step] as number);
  const packages = new Int32Array(n);
  const filled = first.slice();
  for (const pack of listed) {
    const step = stepOf(pack);
    const at = filled[step] as number;
    packages[at] = pack;
    filled[step] = at + 1;
  }
  for (let step = 0; step < n; step++) {
    const [from, end] = [first[step] as number, first[step + 1] as number];
    if (end - from <= INSERTED) insert(packages, worths, from, end);
    else packages.subarray(from, end).sort((a, b) => (worths[a] as number) - (worths[b] as number) || a - b);
  }
  return packages;
}
