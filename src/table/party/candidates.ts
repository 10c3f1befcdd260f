import { meets } from "../../bargaining/space.ts";
import type { Terms } from "../../scenario/types.ts";
import { byIssue, type PartyModel, type TableModel } from "../model.ts";
import { commitmentsOf, isRemoved, worthNow } from "../rules/worth.ts";
import type { TableContext } from "../state.ts";

/** A step with more packages than this is sorted by comparison: insertion would take the square of them. */
const INSERTION_LIMIT = 32;

/** Sorts a stretch of packages by worth, equal worths by index, by insertion. */
function insertionSort(packages: Int32Array, worths: Float64Array, from: number, end: number): void {
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
 * meet in one, then sorted step by step. A forecast lists candidates for each world that it draws; most of its time was their sorting.
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
    if (end - from <= INSERTION_LIMIT) insertionSort(packages, worths, from, end);
    else packages.subarray(from, end).sort((a, b) => (worths[a] as number) - (worths[b] as number) || a - b);
  }
  return packages;
}

/** The packages that a party may offer from a position, by rising worth to it; equal worths by index. */
export interface Candidates {
  readonly packages: Int32Array;
  /** Worth now of each of them. */
  readonly worths: Float64Array;
}

/** Candidates by position (from −1: no position) while nothing is committed or removed, and by situation otherwise. */
interface CandidateCache {
  readonly unrestricted: (Candidates | undefined)[];
  readonly restricted: Map<string, Candidates>;
}

// Worked out once for each party model and situation. A pure function of its key, so sharing it between runs changes nothing.
const caches = new WeakMap<PartyModel, CandidateCache>();

function buildCandidates(model: TableModel, context: TableContext, party: number, asks: Terms): Candidates {
  const partyModel = model.partyModels[party] as PartyModel;
  const { size } = model.space;
  const worths = new Float64Array(size);
  const thinned = context.removed.includes(1);
  const listed = new Int32Array(size);
  let n = 0;
  for (let pack = 0; pack < size; pack++) {
    if (partyModel.red[pack] === 1 || !meets(model.space, asks, pack)) continue;
    if (thinned && isRemoved(model.space, context.removed, pack)) continue;
    worths[pack] = worthNow(model, context, party, pack);
    listed[n++] = pack;
  }
  const packages = byWorth(listed.subarray(0, n), worths);
  const sorted = new Float64Array(n);
  for (let at = 0; at < n; at++) sorted[at] = worths[packages[at] as number] as number;
  return { packages, worths: sorted };
}

function isUnrestricted(model: TableModel, context: TableContext, party: number): boolean {
  if (context.removed.includes(1)) return false;
  for (let at = byIssue(model, party, 0); at < byIssue(model, party + 1, 0); at++) {
    if ((context.commitments[at] as number) >= 0) return false;
  }
  return true;
}

/** What a party may offer while it holds a position (−1: no position, nothing asked), without crossing its own red lines. */
export function candidatesOf(model: TableModel, context: TableContext, party: number, position: number): Candidates {
  const partyModel = model.partyModels[party] as PartyModel;
  let cache = caches.get(partyModel);
  if (!cache) {
    cache = { unrestricted: [], restricted: new Map() };
    caches.set(partyModel, cache);
  }
  const unrestricted = isUnrestricted(model, context, party);
  const key = unrestricted
    ? ""
    : `${position}|${commitmentsOf(model, context, party).join()}|${context.removed.join("")}`;
  let candidates = unrestricted ? cache.unrestricted[position + 1] : cache.restricted.get(key);
  if (!candidates) {
    candidates = buildCandidates(model, context, party, partyModel.positions[position]?.asks ?? []);
    if (unrestricted) cache.unrestricted[position + 1] = candidates;
    else cache.restricted.set(key, candidates);
  }
  return candidates;
}

/** Place of the first candidate worth at least this much; their number when none is. */
export function firstWorthAtLeast(candidates: Candidates, worth: number): number {
  let low = 0;
  let high = candidates.worths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((candidates.worths[middle] as number) < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}
