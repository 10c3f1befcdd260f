import { packageCount } from "../scenario/packages.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Acceptance, acceptanceOf, reservationIn } from "./acceptance.ts";
import { closedByList } from "./closed.ts";
import { type Factors, factorsOf } from "./factors.ts";
import { frontierOf } from "./frontier.ts";
import { countFrom } from "./points.ts";
import { solutionsOf } from "./solutions.ts";
import type { Analysis, AnalysisOptions, Frontier, Point, Range } from "./types.ts";
import { equalWithin } from "./units.ts";
import { listZone } from "./zone-list.ts";

export type * from "./types.ts";

/** Up to here every package is looked at for the size of the zone, dead options and what closes it. */
const LISTED = 10_000_000;

function rangeOf(scenario: Scenario, party: number): Range {
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

function rationalFrontier(acceptance: Acceptance, limit: number | undefined): Frontier {
  const { scenario, voters, redLines, floors } = acceptance;
  const question = { floors, ...(limit === undefined ? {} : { limit }) };
  return frontierOf(scenario, factorsOf(scenario, voters, redLines.flat()), question);
}

/**
 * Works out what the table could have signed. Exact up to the limits of {@link AnalysisOptions.limit}; what is not says so.
 * @throws RangeError when the round is not a whole number from 1 to the rounds of the protocol, or nobody has a vote
 */
export function analyse(
  scenario: Scenario,
  { round = 1, ksIdeal = "rational", limit }: AnalysisOptions = {},
): Analysis {
  const { rounds } = scenario.protocol;
  if (!Number.isInteger(round) || round < 1 || round > rounds) {
    throw new RangeError(`Round ${round} is not a round of this table. Ask for a whole number from 1 to ${rounds}.`);
  }
  const acceptance = acceptanceOf(scenario, round);
  const { voters, reservations } = acceptance;
  const outcomes = countFrom(packageCount(scenario));
  const ranges = scenario.parties.map((_, party) => rangeOf(scenario, party));
  const frontier = frontierOf(scenario, acceptance.factors, limit === undefined ? {} : { limit });
  const rational = rationalFrontier(acceptance, limit);
  const ideal = ksIdeal === "global" ? voters.map((party) => ranges[party]?.best.utilities[party] as number) : null;
  const solutions = solutionsOf({ scenario, voters, reservations, points: rational.points, ideal });
  return {
    round,
    voters,
    outcomes,
    equalWithin: equalWithin(scenario),
    reservations: scenario.parties.map((_, party) => reservationIn(scenario, party, round)),
    ranges,
    frontier,
    ...solutions,
    solutions: { exact: rational.exact, error: rational.error },
    ...(outcomes <= LISTED ? zoneByList(acceptance) : zoneByParts(acceptance)),
  };
}

type ZonePart = Pick<Analysis, "zone" | "deadOptions" | "closed">;

function zoneByList(acceptance: Acceptance): ZonePart {
  const { size, dead } = listZone(acceptance);
  return {
    zone: { exists: size > 0, size: { low: size, high: size } },
    deadOptions: dead,
    closed: size > 0 ? null : closedByList(acceptance),
  };
}

function zoneByParts(_acceptance: Acceptance): ZonePart {
  throw new RangeError("too large yet");
}
