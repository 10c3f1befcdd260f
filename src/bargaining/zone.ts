import { type Acceptance, binds } from "./acceptance.ts";
import { eachPackageBlock, type PackageBlock } from "./decompose/enumeration.ts";
import type { DeadOption } from "./types.ts";

/** What decides whether a package could be signed. Lists are by party. */
export interface ZoneQuestion {
  readonly size: number;
  readonly worths: readonly Float64Array[];
  readonly reds: readonly Uint8Array[];
  /** Worth below which each party prefers no deal. */
  readonly reservations: readonly number[];
  /** Whether acceptance by these parties binds. */
  readonly binds: (accepts: (party: number) => boolean) => boolean;
}

/**
 * The zone of possible agreement (Raiffa 1982): every package that enough parties would rather sign than have no deal, without
 * crossing a red line of theirs. Rising package numbers.
 */
export function zoneOf({ size, worths, reds, reservations, binds }: ZoneQuestion): number[] {
  const zone: number[] = [];
  let pack = 0;
  const accepts = (party: number): boolean =>
    reds[party]?.[pack] === 0 && (worths[party]?.[pack] as number) >= (reservations[party] as number);
  for (pack = 0; pack < size; pack++) if (binds(accepts)) zone.push(pack);
  return zone;
}

/** The most that any of these packages is worth to a party; −Infinity of none. */
export function bestOf(packages: readonly number[], worth: Float64Array): number {
  return packages.reduce((best, pack) => Math.max(best, worth[pack] as number), -Infinity);
}

/** What looking at every package finds of the zone. */
interface ListedZone {
  readonly size: number;
  /** In file order. */
  readonly dead: readonly DeadOption[];
}

/** 1 for every package of the block that binds. */
function markBinding(
  { floors, needed, weights, atLeast }: Acceptance,
  block: PackageBlock,
  bound: Uint8Array,
  sum: Float64Array,
): void {
  const { length } = block;
  bound.fill(1);
  sum.fill(0);
  for (let voter = 0; voter < floors.length; voter++) {
    const worth = block.worths[voter] as Float64Array;
    const crossed = block.crossed[voter] as Uint8Array;
    const floor = floors[voter] as number;
    const weight = weights[voter] as number;
    const must = needed[voter] === 1;
    for (let i = 0; i < length; i++) {
      if ((worth[i] as number) >= floor && crossed[i] === 0) sum[i] = (sum[i] as number) + weight;
      else if (must) bound[i] = 0;
    }
  }
  for (let i = 0; i < length; i++) if ((sum[i] as number) < atLeast) bound[i] = 0;
}

/** Looks at every package: some ten million a second, in memory that does not grow. */
export function zoneByListing(acceptance: Acceptance): ListedZone {
  const { factors, redLines } = acceptance;
  const { sizes } = factors;
  const alive = sizes.map((size) => new Uint8Array(size));
  let size = 0;
  let bound = new Uint8Array(0);
  let sum = new Float64Array(0);
  let ever = new Uint8Array(0);
  let leading = 0;
  eachPackageBlock(
    factors,
    (block) => {
      if (bound.length === 0) {
        bound = new Uint8Array(block.length);
        sum = new Float64Array(block.length);
        ever = new Uint8Array(block.length);
        leading = block.leading.length;
      }
      markBinding(acceptance, block, bound, sum);
      let here = 0;
      for (let i = 0; i < block.length; i++) {
        here += bound[i] as number;
        ever[i] = (ever[i] as number) | (bound[i] as number);
      }
      if (here > 0) for (const [issue, option] of block.leading.entries()) (alive[issue] as Uint8Array)[option] = 1;
      size += here;
      return undefined;
    },
    redLines.map((list) => list.map(({ when }) => when)),
  );
  for (let i = 0; i < ever.length; i++) {
    if (ever[i] === 0) continue;
    let rest = i;
    for (let issue = sizes.length - 1; issue >= leading; issue--) {
      (alive[issue] as Uint8Array)[rest % (sizes[issue] as number)] = 1;
      rest = Math.floor(rest / (sizes[issue] as number));
    }
  }
  return { size, dead: deadOptionsOf(alive) };
}

/** Options not marked, in file order. */
export function deadOptionsOf(alive: readonly Uint8Array[]): DeadOption[] {
  return alive.flatMap((options, issue) =>
    [...options.keys()].filter((option) => options[option] === 0).map((option) => ({ issue, option })),
  );
}

/** Calls back for every package with how short each voter is (units, 0: enough) and how many red lines it would cross. */
export function eachShortfall(
  acceptance: Acceptance,
  visit: (pack: number, short: Float64Array, crossed: Uint8Array) => void,
): void {
  const { factors, floors, redLines } = acceptance;
  const short = new Float64Array(floors.length);
  const lines = new Uint8Array(floors.length);
  eachPackageBlock(
    factors,
    ({ first, length, worths, crossed }) => {
      for (let i = 0; i < length; i++) {
        for (let voter = 0; voter < floors.length; voter++) {
          const missing = (floors[voter] as number) - ((worths[voter] as Float64Array)[i] as number);
          // Measured from the reservation value itself, of which the floor falls short by what counts as equal.
          short[voter] = missing > 0 ? missing + factors.units.equal : 0;
          lines[voter] = (crossed[voter] as Uint8Array)[i] as number;
        }
        visit(first + i, short, lines);
      }
      return undefined;
    },
    redLines.map((list) => list.map(({ when }) => when)),
  );
}

/** Whether winning this voter over would be enough where these accept. */
export function bindsWith(acceptance: Acceptance, accepts: (voter: number) => boolean, won: number): boolean {
  return binds(acceptance, (voter) => voter === won || accepts(voter));
}
