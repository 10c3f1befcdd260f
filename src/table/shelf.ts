import { meets } from "../bargaining/space.ts";
import type { Terms } from "../scenario/types.ts";
import { byWorth } from "./by-worth.ts";
import type { TableContext } from "./context.ts";
import type { Mandate, TableModel } from "./model.ts";
import { commitmentsOf, isRemoved, worthNow } from "./worth.ts";

/** The packages that a party may offer from a position, by rising worth to it; equal worths by index. */
export interface Shelf {
  readonly packages: Int32Array;
  /** Worth now of each of them. */
  readonly worths: Float64Array;
}

/** Shelves by position (from −1: no position) while nothing is committed or removed, and by situation otherwise. */
interface Kept {
  readonly bare: (Shelf | undefined)[];
  readonly other: Map<string, Shelf>;
}

// Worked out once for each mandate and situation. A pure function of its key, so sharing it between runs changes nothing.
const shelves = new WeakMap<Mandate, Kept>();

function build(model: TableModel, context: TableContext, party: number, asks: Terms): Shelf {
  const mandate = model.mandates[party] as Mandate;
  const { size } = model.space;
  const worths = new Float64Array(size);
  const thinned = context.removed.includes(1);
  const listed = new Int32Array(size);
  let n = 0;
  for (let pack = 0; pack < size; pack++) {
    if (mandate.red[pack] === 1 || !meets(model.space, asks, pack)) continue;
    if (thinned && isRemoved(model.space, context.removed, pack)) continue;
    worths[pack] = worthNow(model, context, party, pack);
    listed[n++] = pack;
  }
  const packages = byWorth(listed.subarray(0, n), worths);
  const sorted = new Float64Array(n);
  for (let at = 0; at < n; at++) sorted[at] = worths[packages[at] as number] as number;
  return { packages, worths: sorted };
}

function isBare(model: TableModel, context: TableContext, party: number): boolean {
  if (context.removed.includes(1)) return false;
  for (let at = party * model.issues; at < (party + 1) * model.issues; at++) {
    if ((context.commitments[at] as number) >= 0) return false;
  }
  return true;
}

/** What a party may offer while it holds a position (−1: no position, nothing asked), without crossing its own red lines. */
export function shelfOf(model: TableModel, context: TableContext, party: number, position: number): Shelf {
  const mandate = model.mandates[party] as Mandate;
  let kept = shelves.get(mandate);
  if (!kept) {
    kept = { bare: [], other: new Map() };
    shelves.set(mandate, kept);
  }
  const bare = isBare(model, context, party);
  const key = bare ? "" : `${position}|${commitmentsOf(model, context, party).join()}|${context.removed.join("")}`;
  let shelf = bare ? kept.bare[position + 1] : kept.other.get(key);
  if (!shelf) {
    shelf = build(model, context, party, mandate.positions[position]?.asks ?? []);
    if (bare) kept.bare[position + 1] = shelf;
    else kept.other.set(key, shelf);
  }
  return shelf;
}

/** Index of the first package on the shelf worth at least this much; the shelf's length when none is. */
export function firstWorth(shelf: Shelf, worth: number): number {
  let low = 0;
  let high = shelf.worths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((shelf.worths[middle] as number) < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}
