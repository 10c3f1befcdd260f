/**
 * The zone of possible agreement (Raiffa 1982): every package that enough parties would rather sign than have no deal, without
 * crossing a red line of theirs. All that is asked about a zone is asked here, of a question that `zoneQuestion` builds; what
 * binds stands in zone/binding.ts, where a table in play finds it without what follows.
 */
import { at, byteAt, numberAt } from "../exact/at.ts";
import { eachPackageBlock, type PackageBlock } from "./decompose/enumeration.ts";
import type { ClosedZone, DeadOption, ZoneFindings } from "./types.ts";
import { binds } from "./zone/binding.ts";
import { deadOptionsOf, winningCoalitionFactors, zoneByParts } from "./zone/by-parts.ts";
import { whyClosedByListing, whyClosedByParts } from "./zone/closed.ts";
import type { ZoneQuestion } from "./zone/question.ts";

/** Up to so many voters, what binds is looked up by the set of those who accept. */
const MOST_TABULATED_VOTERS = 12;

/** Marks the packages of a block that bind with 1, the others with 0. */
type Marker = (block: PackageBlock, bound: Uint8Array) => void;

/** Asks {@link binds} about every set of voters beforehand, and about none of the packages. */
function tabulatedMarker({ binding, floors }: ZoneQuestion): Marker {
  const bindsBySet = Uint8Array.from({ length: 1 << floors.length }, (_, set) =>
    binds(binding, (voter) => ((set >> voter) & 1) === 1) ? 1 : 0,
  );
  let sets = new Uint16Array(0);
  return ({ length, worths, crossed }, bound) => {
    if (sets.length < length) sets = new Uint16Array(length);
    sets.fill(0);
    for (const [voter, floor] of floors.entries()) {
      const worth = at(worths, voter);
      const lines = at(crossed, voter);
      const member = 1 << voter;
      for (let i = 0; i < length; i++) {
        if (numberAt(worth, i) >= floor && byteAt(lines, i) === 0) sets[i] = (sets[i] ?? 0) | member;
      }
    }
    for (let i = 0; i < length; i++) bound[i] = byteAt(bindsBySet, sets[i] ?? 0);
  };
}

/** Asks {@link binds} about every package. */
function singleMarker({ binding, floors }: ZoneQuestion): Marker {
  return ({ length, worths, crossed }, bound) => {
    let i = 0;
    const accepts = (voter: number): boolean =>
      numberAt(at(worths, voter), i) >= at(floors, voter) && byteAt(at(crossed, voter), i) === 0;
    for (i = 0; i < length; i++) bound[i] = binds(binding, accepts) ? 1 : 0;
  };
}

/** Goes through all packages block by block: some ten million a second, in memory that does not grow. */
function eachMarkedBlock(question: ZoneQuestion, visit: (block: PackageBlock, bound: Uint8Array) => void): void {
  const mark = question.voters.length <= MOST_TABULATED_VOTERS ? tabulatedMarker(question) : singleMarker(question);
  let bound = new Uint8Array(0);
  eachPackageBlock(
    question.factors,
    (block) => {
      if (bound.length < block.length) bound = new Uint8Array(block.length);
      mark(block, bound);
      visit(block, bound);
      return undefined;
    },
    question.redLines.map((list) => list.map(({ when }) => when)),
  );
}

/**
 * The packages of the zone themselves, as rising numbers: for spaces that can be played, of which every package is looked at.
 */
export function zonePackages(question: ZoneQuestion): number[] {
  const zone: number[] = [];
  eachMarkedBlock(question, ({ first, length }, bound) => {
    for (let i = 0; i < length; i++) if (byteAt(bound, i) === 1) zone.push(first + i);
  });
  return zone;
}

/** How many packages bind, and the options that none of them holds, in file order. */
function zoneByListing(question: ZoneQuestion): { readonly size: number; readonly dead: DeadOption[] } {
  const { sizes } = question.factors;
  const alive = sizes.map((options) => new Uint8Array(options));
  let size = 0;
  let ever = new Uint8Array(0);
  let leadingIssues = 0;
  eachMarkedBlock(question, ({ length, leading }, bound) => {
    if (ever.length < length) ever = new Uint8Array(length);
    leadingIssues = leading.length;
    let here = 0;
    for (let i = 0; i < length; i++) {
      here += byteAt(bound, i);
      ever[i] = byteAt(ever, i) | byteAt(bound, i);
    }
    if (here > 0) for (const [issue, option] of leading.entries()) at(alive, issue)[option] = 1;
    size += here;
  });
  for (const [place, was] of ever.entries()) {
    if (was === 0) continue;
    let rest = place;
    for (let issue = sizes.length - 1; issue >= leadingIssues; issue--) {
      const options = at(alive, issue);
      options[rest % options.length] = 1;
      rest = Math.floor(rest / options.length);
    }
  }
  return { size, dead: deadOptionsOf(alive) };
}

/** Up to here every package is looked at for the size of the zone, dead options and what closes it. */
const MOST_LISTED_PACKAGES = 10_000_000;

function isListed({ factors }: ZoneQuestion): boolean {
  return factors.sizes.reduce((product, size) => product * size, 1) <= MOST_LISTED_PACKAGES;
}

/**
 * Whether there is a zone, how large it is and which options it leaves out: by looking at every package, or in spaces too large
 * for that by taking them apart.
 * @param limit points held at once in a space that is taken apart
 * @param rational packages that every voter accepts, as far as they are known: options by issue
 */
export function zoneOf(
  question: ZoneQuestion,
  limit: number,
  rational: readonly (readonly number[])[] = [],
): ZoneFindings {
  if (!isListed(question)) {
    return zoneByParts(winningCoalitionFactors(question), question.factors.sizes, limit, rational);
  }
  const { size, dead } = zoneByListing(question);
  return { zone: { exists: size > 0, size: { low: size, high: size } }, deadOptions: dead };
}

/**
 * What closes a zone that is empty: the smallest changes to the parties' instructions that would open it.
 * @param limit as of {@link zoneOf}
 * @returns null where too many sets of voters could sign to try them all
 */
export function whyClosed(question: ZoneQuestion, limit: number): ClosedZone | null {
  if (isListed(question)) return whyClosedByListing(question);
  const sets = winningCoalitionFactors(question);
  return sets && whyClosedByParts(question, sets, limit);
}

/** The most that any of these packages is worth to a party; −Infinity of none. */
export function bestOf(packages: readonly number[], worth: Float64Array): number {
  return packages.reduce((best, pack) => Math.max(best, at(worth, pack)), -Infinity);
}
