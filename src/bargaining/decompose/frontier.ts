/**
 * How the frontier is found.
 *
 * The Pareto frontier of a negotiation is simple to say: of all packages, those that no other dominates. Ten issues of ten
 * options make 10^10 packages, though, and a list of them is out of the question. The way round it is that a worth is a sum,
 * so that the frontier of the whole comes from the frontiers of its parts.
 *
 * 1. *Factors* (factors.ts). What every party's worth is made of: so much for each option by itself, and *interactions*,
 *    combinations of options of several issues that are worth more or less together (linkages) or are no package at all (red
 *    lines, where they count). Worths become whole numbers of a small unit, whose sums are exact in any order.
 * 2. *Components* (elimination.ts). Issues that no interaction connects have nothing to do with each other. Mostly every issue
 *    is a component of its own.
 * 3. *Variable elimination* (elimination.ts, Dechter 1999). Within a component issues are settled one after another. What the
 *    settled ones mean for the rest is which interactions are begun and so far met: the *context*. Part-packages of one
 *    context are alike to everything still to come, so that among them only those on the frontier are kept: the values of the
 *    elimination are frontiers, not numbers (Rollón & Larrosa 2006). States (pareto/states.ts) are such part-packages: worths,
 *    the lowest package number, and how many packages are worth the same.
 * 4. *Sums* (frontier-by-parts.ts, pruning.ts). The frontiers of the components are added up one after another, the smallest
 *    first, every state of one to every state of the other (a Minkowski sum), and pruned: a dominated part never leads to an
 *    undominated whole. Pruning also drops what cannot reach the floors asked for any more, and cuts worths off that a cap
 *    will cut off whatever comes; being above a cap is no advantage, and so dominance is judged only up to it while something
 *    is still to come. Dominated states are found by sweeps (one to three parties: Kung, Luccio & Preparata 1975) or in a k-d
 *    tree (more: Bentley 1975), after a grid has thrown most of them out (pareto/).
 *
 * Where it stays exact. Nothing above loses a point: small spaces, where a list is faster, and those where a cap binds, which
 * holds everything together, are listed instead (up to two million packages), and tests hold the two ways to the same points.
 * Worths that differ by the rounding of their parts alone are evened out (`roundOffNoise`), and at the end worths within what
 * counts as equal are one (`distinctStates`).
 *
 * Where it approximates, and says so. Of more states than the limit, or more sums than time allows, one of each box of a grid
 * stays (ε-dominance: Laumanns, Thiele, Deb & Zitzler 2002), and how far a dropped state may have been better is added up as
 * `error`. Where interactions connect so much that there are too many contexts (the induced width is too large), the frontier
 * is found without them, and the error is what they could change. Both only in spaces too large to list.
 */

import { at, numberAt } from "../../exact/at.ts";
import type { Scenario } from "../../scenario/types.ts";
import { joinStates, placesMarked, type States, statesOf } from "../pareto/states.ts";
import type { Count, Frontier } from "../types.ts";
import { InducedWidthExceeded } from "./elimination.ts";
import { eachPackageBlock } from "./enumeration.ts";
import { boundsOfAll, type Factors, zeroBounds } from "./factors.ts";
import { frontierByParts } from "./frontier-by-parts.ts";
import { countFrom, distinctStates, pointsOfStates } from "./points.ts";
import { type ApproximateStates, type PruningOptions, pruneStates } from "./pruning.ts";

/** Up to here a list of all packages is faster than taking the space apart. */
const ALWAYS_LISTED = 1_000;
/** Up to here a list is made where taking apart would not be exact, or be slow: a cap that binds holds everything together. */
const LISTED_AT_NEED = 2_000_000;
/** States gathered before dominated ones are thrown out. */
const GATHERED = 262_144;

/** Points held at once before a frontier is approximated. */
export const DEFAULT_POINT_LIMIT = 200_000;

/** What a frontier is asked for. */
interface FrontierOptions {
  /** Most points held at once, ≥ 1. */
  readonly limit?: number;
  /** Units by party of the factors: packages below are of no interest. */
  readonly floors?: readonly number[];
}

function sizeOf({ allowed }: Factors): number {
  return allowed.reduce((size, options) => size * options.length, 1);
}

/** Every package looked at, in bounded memory: what taking apart must equal. */
export function frontierByListing(factors: Factors, pruning: PruningOptions): ApproximateStates {
  const rest = zeroBounds(factors);
  const { parties, limbs } = factors;
  let found = statesOf(0, parties.length, limbs, false);
  let waiting: States[] = [];
  let gathered = 0;
  const gather = (): void => {
    found = pruneStates(joinStates([found, ...waiting]), rest, pruning);
    waiting = [];
    gathered = found.length;
  };
  let threshold = GATHERED;
  eachPackageBlock(factors, ({ first, worths, forbidden }) => {
    const hopeless = forbidden.slice();
    for (const [p, column] of worths.entries()) {
      const floor = pruning.floors[p] ?? -Infinity;
      if (floor === -Infinity) continue;
      for (let i = 0; i < column.length; i++) if (numberAt(column, i) < floor) hopeless[i] = 1;
    }
    const places = placesMarked(hopeless, 0);
    const some = statesOf(places.length, parties.length, limbs, false);
    for (const [p, column] of some.worths.entries()) {
      const source = at(worths, p);
      for (let to = 0; to < column.length; to++) column[to] = numberAt(source, places[to] ?? -1);
    }
    at(some.numbers, 0).set(places.map((place) => first + place));
    some.counts.fill(1);
    waiting.push(some);
    gathered += places.length;
    if (gathered > threshold) {
      gather();
      threshold = Math.max(GATHERED, gathered * 2);
    }
    return undefined;
  });
  gather();
  return { states: found, error: 0 };
}

/** No package gives a party more than its best, so that the state nearest to the best of all is never further below one than this. */
function shortOfBest({ states, error }: ApproximateStates, factors: Factors): number {
  const { high } = boundsOfAll(factors);
  const best = high.map((most, p) => Math.min(most, at(factors.caps, p)));
  let least = error;
  for (let i = 0; i < states.length; i++) {
    least = Math.min(
      least,
      states.worths.reduce((most, column, p) => Math.max(most, at(best, p) - numberAt(column, i)), 0),
    );
  }
  return least;
}

/**
 * States of the packages on the frontier, each distinct point once, with how far off they may be in units.
 * @throws InducedWidthExceeded when interactions hold too many issues together, and there are too many packages to list
 */
export function frontierStates(
  factors: Factors,
  { limit = DEFAULT_POINT_LIMIT, floors = [] }: FrontierOptions = {},
): ApproximateStates {
  const { caps, units } = factors;
  const pruning = { equal: units.equal, caps, floors: caps.map((_, p) => floors[p] ?? -Infinity), limit };
  const size = sizeOf(factors);
  const capped = caps.some((cap) => cap < Infinity) ? boundsOfAll(factors).high : [];
  const binding = capped.some((high, p) => high > at(caps, p));
  const distinct = (found: ApproximateStates): ApproximateStates => ({
    states: distinctStates(found.states, units.equal),
    error: found.error === 0 ? 0 : shortOfBest(found, factors),
  });
  if (size <= (binding ? LISTED_AT_NEED : ALWAYS_LISTED)) return distinct(frontierByListing(factors, pruning));
  try {
    const approximation = frontierByParts(factors, pruning);
    if (approximation.error === 0 || size > LISTED_AT_NEED) return distinct(approximation);
  } catch (problem) {
    if (!(problem instanceof InducedWidthExceeded) || size > LISTED_AT_NEED) throw problem;
  }
  return distinct(frontierByListing(factors, pruning));
}

/**
 * As {@link frontierStates}, but interactions that hold too much together are left aside: a point may lose what they take
 * away, and miss what they give; where they forbid packages nothing better is proven than the span of what there is.
 */
function relaxedFrontier(factors: Factors, limit: number): ApproximateStates {
  const { states, error } = frontierStates({ ...factors, interactions: [] }, { limit });
  const { low, high } = boundsOfAll(factors);
  const lost = factors.parties.map((_, p) =>
    factors.interactions.reduce((sum, { worths }) => sum + Math.abs(worths?.[p] ?? 0), error),
  );
  const spans = high.map((most, p) => most - at(low, p));
  return { states, error: Math.max(...(factors.interactions.some(({ worths }) => worths === null) ? spans : lost)) };
}

/** The frontier of these factors, as points of the scenario. */
export function frontierOf(scenario: Scenario, factors: Factors, question: FrontierOptions = {}): Frontier {
  let found: ApproximateStates;
  try {
    found = frontierStates(factors, question);
  } catch (problem) {
    if (!(problem instanceof InducedWidthExceeded)) throw problem;
    found = relaxedFrontier(factors, question.limit ?? DEFAULT_POINT_LIMIT);
  }
  const points = pointsOfStates(scenario, factors, found.states);
  const packages: Count = countFrom(points.reduce((sum, point) => sum + BigInt(point.packages), 0n));
  return { packages, points, exact: found.error === 0, error: found.error / factors.units.perWorth };
}
