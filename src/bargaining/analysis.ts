import { equalWithin } from "../exact/tolerance.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Acceptance, acceptanceOf, reservationIn } from "./acceptance.ts";
import { whyClosedByListing, whyClosedByParts } from "./closed-zone.ts";
import { type Factors, factorsOf } from "./decompose/factors.ts";
import { DEFAULT_POINT_LIMIT, frontierOf } from "./decompose/frontier.ts";
import { countFrom } from "./decompose/points.ts";
import { winningCoalitionFactors, zoneByParts } from "./decompose/zone-by-parts.ts";
import { solutionsOf } from "./solutions.ts";
import { optionsMeet, packageCount } from "./space.ts";
import type { Analysis, AnalysisOptions, Frontier, Point, UtilityRange } from "./types.ts";
import { zoneByListing } from "./zone.ts";

export type * from "./types.ts";

/** Up to here every package is looked at for the size of the zone, dead options and what closes it. */
const MOST_LISTED_PACKAGES = 10_000_000;

function rangeOf(scenario: Scenario, party: number): UtilityRange {
  const factors = factorsOf(scenario, [party]);
  const opposite: Factors = {
    ...factors,
    worths: factors.worths.map((columns) => columns.map((column) => column.map((worth) => -worth))),
    ties: factors.ties.map((tie) => ({ ...tie, worths: tie.worths?.map((worth) => -worth) ?? null })),
    base: factors.base.map((worth) => -worth),
    caps: [Infinity],
  };
  const only = (direction: Factors): Point => frontierOf(scenario, direction).points[0] as Point;
  return { best: only(factors), worst: only(opposite) };
}

/** The frontier of the packages that every voter would rather have than no deal, without crossing a red line of anyone. */
function rationalFrontier(acceptance: Acceptance, limit: number): Frontier {
  const { scenario, voters, redLines, floors, reservations } = acceptance;
  const frontier = frontierOf(scenario, factorsOf(scenario, voters, redLines.flat()), { floors, limit });
  if (frontier.exact) return frontier;
  const equal = equalWithin(scenario.scale);
  const lines = redLines.flat().map(({ when }) => when);
  const points = frontier.points.filter(
    ({ utilities, options }) =>
      voters.every((party, at) => (utilities[party] as number) >= (reservations[at] as number) - equal) &&
      !lines.some((terms) => optionsMeet(terms, options)),
  );
  return { ...frontier, points };
}

/**
 * Works out what the table could have signed. Exact up to the limits of {@link AnalysisOptions.limit}; what is not says so.
 * @throws RangeError when the round is not a whole number from 1 to the rounds of the protocol, or nobody has a vote
 */
export function analyse(
  scenario: Scenario,
  { round = 1, ksIdeal = "rational", limit = DEFAULT_POINT_LIMIT }: AnalysisOptions = {},
): Analysis {
  const { rounds } = scenario.protocol;
  if (!Number.isInteger(round) || round < 1 || round > rounds) {
    throw new RangeError(`Round ${round} is not a round of this table. Ask for a whole number from 1 to ${rounds}.`);
  }
  const acceptance = acceptanceOf(scenario, round);
  const { voters, reservations } = acceptance;
  const outcomes = countFrom(packageCount(scenario));
  const ranges = scenario.parties.map((_, party) => rangeOf(scenario, party));
  const frontier = frontierOf(scenario, acceptance.factors, { limit });
  const rational = rationalFrontier(acceptance, limit);
  const ideal = ksIdeal === "global" ? voters.map((party) => ranges[party]?.best.utilities[party] as number) : null;
  const solutions = solutionsOf({ scenario, voters, reservations, points: rational.points, ideal });
  return {
    round,
    voters,
    outcomes,
    equalWithin: equalWithin(scenario.scale),
    reservations: scenario.parties.map((_, party) => reservationIn(scenario, party, round)),
    ranges,
    frontier,
    ...solutions,
    solutions: { exact: rational.exact, error: rational.error },
    ...(outcomes <= MOST_LISTED_PACKAGES
      ? zoneSectionByListing(acceptance)
      : zoneSectionByParts(acceptance, limit, rational.points)),
  };
}

type ZoneSection = Pick<Analysis, "zone" | "deadOptions" | "closed">;

function zoneSectionByListing(acceptance: Acceptance): ZoneSection {
  const { size, dead } = zoneByListing(acceptance);
  return {
    zone: { exists: size > 0, size: { low: size, high: size } },
    deadOptions: dead,
    closed: size > 0 ? null : whyClosedByListing(acceptance),
  };
}

function zoneSectionByParts(acceptance: Acceptance, limit: number, rational: readonly Point[]): ZoneSection {
  const sets = winningCoalitionFactors(acceptance);
  const { zone, deadOptions } = zoneByParts(
    sets,
    acceptance.factors.sizes,
    limit,
    rational.map(({ options }) => options),
  );
  const closed = sets && zone.exists === false ? whyClosedByParts(acceptance, sets, limit) : null;
  return { zone, deadOptions, closed };
}
