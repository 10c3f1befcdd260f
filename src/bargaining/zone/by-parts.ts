import { at } from "../../exact/at.ts";
import { countReaching, withAllowedOptions } from "../decompose/count.ts";
import { InducedWidthExceeded } from "../decompose/elimination.ts";
import { type Factors, factorsOf } from "../decompose/factors.ts";
import { frontierStates } from "../decompose/frontier.ts";
import { countFrom, optionsOfState } from "../decompose/points.ts";
import type { DeadOption, Zone, ZoneFindings } from "../types.ts";
import { minimalWinningCoalitions } from "./coalitions.ts";
import type { ZoneQuestion } from "./question.ts";

/** One set of voters whose acceptance binds, taken apart: packages across a red line of theirs are none. */
export interface CoalitionFactors {
  readonly voters: readonly number[];
  readonly factors: Factors;
  readonly floors: readonly number[];
}

/** The sets of {@link minimalWinningCoalitions}, taken apart; null when they are too many. */
export function winningCoalitionFactors(question: ZoneQuestion): CoalitionFactors[] | null {
  const { scenario, voters, redLines, floors, binding } = question;
  const sets = minimalWinningCoalitions(binding);
  return (
    sets?.map((set) => ({
      voters: set,
      factors: factorsOf(
        scenario,
        set.map((voter) => at(voters, voter)),
        set.flatMap((voter) => at(redLines, voter)),
      ),
      floors: set.map((voter) => at(floors, voter)),
    })) ?? null
  );
}

/** Packages that all of a set accept, one for each way to be best; null when that could not be settled. */
export function witnesses(factors: Factors, floors: readonly number[], limit: number): number[][] | null {
  try {
    const { states, error } = frontierStates(factors, { floors, limit });
    if (states.length === 0 && error > 0) return null;
    return Array.from({ length: states.length }, (_, at) => optionsOfState(factors, states, at));
  } catch (problem) {
    if (problem instanceof InducedWidthExceeded) return null;
    throw problem;
  }
}

/** Whether every voter of the set accepts the package. */
function accepted({ factors, floors }: CoalitionFactors, options: readonly number[]): boolean {
  if (options.some((option, issue) => !factors.allowed[issue]?.includes(option))) return false;
  const met = factors.interactions.filter(({ issues, masks }) =>
    issues.every((issue, place) => masks[place]?.[at(options, issue)] === 1),
  );
  if (met.some(({ worths }) => worths === null)) return false;
  return floors.every((floor, p) => {
    let sum = met.reduce((more, { worths }) => more + (worths?.[p] ?? 0), at(factors.base, p));
    for (const [issue, option] of options.entries()) sum += at(at(at(factors.worths, issue), p), option);
    return Math.min(sum, at(factors.caps, p)) >= floor;
  });
}

/** Options not marked, in file order. */
export function deadOptionsOf(alive: readonly Uint8Array[]): DeadOption[] {
  return alive.flatMap((options, issue) =>
    [...options.keys()].filter((option) => options[option] === 0).map((option) => ({ issue, option })),
  );
}

/** Packages of the zone in which another option is tried. */
const MOST_TRIED = 200;

/** Options asked about one by one, each by a frontier of its own. */
const MOST_ASKED = 400;

function sizeOf(sets: readonly CoalitionFactors[], all: bigint): Zone["size"] {
  const counts = sets.map(({ factors, floors }) => countReaching(factors, floors));
  // What one set accepts binds; what none accepts does not. Of several sets the packages may be the same ones.
  const low = counts.reduce((most, count) => (BigInt(count.low) > most ? BigInt(count.low) : most), 0n);
  const sum = counts.reduce((total, count) => total + BigInt(count.high), 0n);
  return { low: countFrom(low), high: countFrom(sum < all ? sum : all) };
}

/**
 * The zone of a space too large to list: whether there is one, its size or bounds of it, and its dead options.
 * @param rational packages that every voter accepts, as far as they are known: options by issue
 */
export function zoneByParts(
  sets: readonly CoalitionFactors[] | null,
  sizes: readonly number[],
  limit: number,
  rational: readonly (readonly number[])[] = [],
): ZoneFindings {
  const all = sizes.reduce((product, size) => product * BigInt(size), 1n);
  const isKnown = rational.length > 0 && sets?.length !== 0;
  if (!sets) {
    const size = { low: isKnown ? 1 : 0, high: countFrom(all) };
    return { zone: { exists: isKnown || null, size }, deadOptions: null };
  }
  // Where votes weigh nothing no voter need accept: every package binds.
  if (sets.some(({ voters }) => voters.length === 0)) {
    return { zone: { exists: true, size: { low: countFrom(all), high: countFrom(all) } }, deadOptions: [] };
  }
  const alive = sizes.map((size) => new Uint8Array(size));
  const known: (readonly number[])[] = [];
  const mark = (packages: readonly (readonly number[])[]): void => {
    if (known.length < MOST_TRIED) known.push(...packages.slice(0, MOST_TRIED));
    for (const options of packages) {
      for (const [issue, option] of options.entries()) at(alive, issue)[option] = 1;
    }
  };
  let settled = true;
  let exists = isKnown;
  if (isKnown) mark(rational);
  for (const { factors, floors } of sets) {
    const found = witnesses(factors, floors, limit);
    if (!found) settled = false;
    else if (found.length > 0) {
      exists = true;
      mark(found);
    }
  }
  if (!exists) {
    if (settled) return { zone: { exists: false, size: { low: 0, high: 0 } }, deadOptions: deadOptionsOf(alive) };
    return { zone: { exists: null, size: sizeOf(sets, all) }, deadOptions: null };
  }
  const size = sizeOf(sets, all);
  const zone: Zone = { exists: true, size: size.low === 0 ? { low: 1, high: size.high } : size };
  // Most options stand in a package that differs from one of the zone in nothing else.
  for (const { issue, option } of deadOptionsOf(alive)) {
    const neighbour = known.some((options) => sets.some((set) => accepted(set, options.with(issue, option))));
    if (neighbour) at(alive, issue)[option] = 1;
  }
  const doubtful = deadOptionsOf(alive);
  if (!settled || doubtful.length * sets.length > MOST_ASKED) return { zone, deadOptions: null };
  for (const { issue, option } of doubtful) {
    for (const { factors, floors } of sets) {
      if (alive[issue]?.[option] === 1 || !factors.allowed[issue]?.includes(option)) continue;
      const found = witnesses(withAllowedOptions(factors, issue, [option]), floors, limit);
      if (!found) return { zone, deadOptions: null };
      mark(found);
    }
  }
  return { zone, deadOptions: deadOptionsOf(alive) };
}
