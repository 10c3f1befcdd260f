import type { Scenario } from "../../scenario/types.ts";
import { joinStates, type States, statesOf } from "../pareto/states.ts";
import type { Count, Frontier } from "../types.ts";
import { InducedWidthExceeded } from "./elimination.ts";
import { eachPackageBlock } from "./enumeration.ts";
import type { Factors } from "./factors.ts";
import { boundsOfAll, zeroBounds } from "./factors.ts";
import { frontierByParts } from "./frontier-by-parts.ts";
import { countFrom, distinctStates, pointsOfStates } from "./points.ts";
import { type ApproximateStates, type PruningOptions, pruneStates } from "./pruning.ts";

/** Up to here a list of all packages is faster than taking the space apart. */
const ALWAYS_LISTED = 1_000;
/** Up to here a list is made where taking apart would not be exact, or be slow: a cap that binds ties everything together. */
const LISTED_AT_NEED = 2_000_000;
/** States gathered before dominated ones are thrown out. */
const GATHERED = 262_144;

/** Points held at once before a frontier is approximated. */
export const DEFAULT_POINT_LIMIT = 200_000;

/** What a frontier is asked for. */
export interface FrontierOptions {
  /** Most points held at once, ≥ 1. */
  readonly limit?: number;
  /** Units by party of the factors: packages below are of no interest. */
  readonly floors?: readonly number[];
}

function sizeOf({ allowed }: Factors): number {
  return allowed.reduce((size, options) => size * options.length, 1);
}

/** Every package looked at, in bounded memory: what taking apart must equal. */
export function frontierByListing(factors: Factors, keeping: PruningOptions): ApproximateStates {
  const rest = zeroBounds(factors);
  const { parties, limbs } = factors;
  let kept: States[] = [];
  let gathered = 0;
  const { floors } = keeping;
  const low = factors.caps.map((_, p) => floors[p] ?? -Infinity);
  const gather = (): void => {
    kept = [pruneStates(joinStates(kept), rest, keeping)];
    gathered = (kept[0] as States).length;
  };
  kept.push(statesOf(0, parties.length, limbs, false));
  let threshold = GATHERED;
  eachPackageBlock(
    factors,
    ({ first, length, worths, forbidden }) => {
      const places: number[] = [];
      for (let i = 0; i < length; i++) {
        if (forbidden[i] === 1) continue;
        let hopeless = false;
        for (let p = 0; p < worths.length; p++) {
          if (((worths[p] as Float64Array)[i] as number) < (low[p] as number)) hopeless = true;
        }
        if (!hopeless) places.push(i);
      }
      const some = statesOf(places.length, parties.length, limbs, false);
      for (const [at, place] of places.entries()) {
        for (let p = 0; p < worths.length; p++) {
          (some.worths[p] as Float64Array)[at] = (worths[p] as Float64Array)[place] as number;
        }
        (some.numbers[0] as Float64Array)[at] = first + place;
        some.counts[at] = 1;
      }
      kept.push(some);
      gathered += places.length;
      if (gathered > threshold) {
        gather();
        threshold = Math.max(GATHERED, gathered * 2);
      }
      return undefined;
    },
    [],
  );
  gather();
  return { states: kept[0] as States, error: 0 };
}

/** No package gives anyone more than its best, so that the state nearest to everyone's best is never further below one than this. */
function shortOfBest({ states, error }: ApproximateStates, factors: Factors): number {
  const { high } = boundsOfAll(factors);
  const best = high.map((most, p) => Math.min(most, factors.caps[p] as number));
  let least = error;
  for (let at = 0; at < states.length; at++) {
    least = Math.min(
      least,
      states.worths.reduce((most, column, p) => Math.max(most, (best[p] as number) - (column[at] as number)), 0),
    );
  }
  return least;
}

/**
 * States of the packages on the frontier, each distinct point once, with how far off they may be in units.
 * @throws Entangled when ties hold too many issues together, and there are too many packages to list
 */
export function frontierStates(
  factors: Factors,
  { limit = DEFAULT_POINT_LIMIT, floors = [] }: FrontierOptions = {},
): ApproximateStates {
  const { caps, units } = factors;
  const keeping = { equal: units.equal, caps, floors: caps.map((_, p) => floors[p] ?? -Infinity), limit };
  const size = sizeOf(factors);
  const capped = caps.some((cap) => cap < Infinity) ? boundsOfAll(factors).high : [];
  const binding = capped.some((high, p) => high > (caps[p] as number));
  const sure = (kept: ApproximateStates): ApproximateStates => ({
    states: distinctStates(kept.states, units.equal),
    error: kept.error === 0 ? 0 : shortOfBest(kept, factors),
  });
  if (size <= (binding ? LISTED_AT_NEED : ALWAYS_LISTED)) return sure(frontierByListing(factors, keeping));
  try {
    const kept = frontierByParts(factors, keeping);
    if (kept.error === 0 || size > LISTED_AT_NEED) return sure(kept);
  } catch (problem) {
    if (!(problem instanceof InducedWidthExceeded) || size > LISTED_AT_NEED) throw problem;
  }
  return sure(frontierByListing(factors, keeping));
}

/**
 * As {@link frontierStates}, but ties that hold too much together are left aside: a point may lose what they take away, and miss what
 * they give; where they forbid packages nothing better is proven than the span of what there is.
 */
function relaxedFrontier(factors: Factors, limit: number): ApproximateStates {
  const { states, error } = frontierStates({ ...factors, ties: [] }, { limit });
  const { low, high } = boundsOfAll(factors);
  const lost = factors.parties.map((_, p) =>
    factors.ties.reduce((sum, { worths }) => sum + Math.abs(worths?.[p] ?? 0), error),
  );
  const spans = high.map((most, p) => most - (low[p] as number));
  return { states, error: Math.max(...(factors.ties.some(({ worths }) => worths === null) ? spans : lost)) };
}

/** The frontier of these factors, as points of the scenario. */
export function frontierOf(scenario: Scenario, factors: Factors, question: FrontierOptions = {}): Frontier {
  let kept: ApproximateStates;
  try {
    kept = frontierStates(factors, question);
  } catch (problem) {
    if (!(problem instanceof InducedWidthExceeded)) throw problem;
    kept = relaxedFrontier(factors, question.limit ?? DEFAULT_POINT_LIMIT);
  }
  const points = pointsOfStates(scenario, factors, kept.states);
  const packages: Count = countFrom(points.reduce((sum, point) => sum + BigInt(point.packages), 0n));
  return { packages, points, exact: kept.error === 0, error: kept.error / factors.units.perWorth };
}
