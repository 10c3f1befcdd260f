import { at } from "../exact/at.ts";
import { equalWithin } from "../exact/tolerance.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Factors, factorsOf } from "./decompose/factors.ts";
import { DEFAULT_POINT_LIMIT, frontierOf } from "./decompose/frontier.ts";
import { countFrom } from "./decompose/points.ts";
import { solutionsOf } from "./solutions.ts";
import { optionsMeet, packageCount } from "./space.ts";
import type { Analysis, AnalysisOptions, Frontier, Point, UtilityRange } from "./types.ts";
import { reservationsIn, type ZoneQuestion, zoneQuestion } from "./zone/question.ts";
import { whyClosed, zoneOf } from "./zone.ts";

export type * from "./types.ts";

function rangeOf(scenario: Scenario, party: number): UtilityRange {
  const factors = factorsOf(scenario, [party]);
  const opposite: Factors = {
    ...factors,
    worths: factors.worths.map((columns) => columns.map((column) => column.map((worth) => -worth))),
    interactions: factors.interactions.map((interaction) => ({
      ...interaction,
      worths: interaction.worths?.map((worth) => -worth) ?? null,
    })),
    base: factors.base.map((worth) => -worth),
    caps: [Infinity],
  };
  const only = (direction: Factors): Point => at(frontierOf(scenario, direction).points, 0);
  return { best: only(factors), worst: only(opposite) };
}

/** The frontier of the packages that every voter would rather have than no deal, without crossing a red line of any voter. */
function rationalFrontier(question: ZoneQuestion, limit: number): Frontier {
  const { scenario, voters, redLines, floors, reservations } = question;
  const frontier = frontierOf(scenario, factorsOf(scenario, voters, redLines.flat()), { floors, limit });
  if (frontier.exact) return frontier;
  const equal = equalWithin(scenario.scale);
  const lines = redLines.flat().map(({ when }) => when);
  const points = frontier.points.filter(
    ({ utilities, options }) =>
      voters.every((party, voter) => at(utilities, party) >= at(reservations, voter) - equal) &&
      !lines.some((terms) => optionsMeet(terms, options)),
  );
  return { ...frontier, points };
}

/**
 * Works out what the table could have signed. Exact up to the limits of {@link AnalysisOptions.limit}; what is not says so.
 * @throws RangeError when the round is not a whole number from 1 to the rounds of the protocol, or no party has a vote
 */
export function analyse(
  scenario: Scenario,
  { round = 1, ksIdeal = "rational", limit = DEFAULT_POINT_LIMIT }: AnalysisOptions = {},
): Analysis {
  const { rounds } = scenario.protocol;
  if (!Number.isInteger(round) || round < 1 || round > rounds) {
    throw new RangeError(`Round ${round} is not a round of this table. Ask for a whole number from 1 to ${rounds}.`);
  }
  const walkAways = reservationsIn(scenario, round);
  const question = zoneQuestion(scenario, walkAways);
  const { voters, reservations } = question;
  const outcomes = countFrom(packageCount(scenario));
  const ranges = scenario.parties.map((_, party) => rangeOf(scenario, party));
  const frontier = frontierOf(scenario, question.factors, { limit });
  const rational = rationalFrontier(question, limit);
  const ideal = ksIdeal === "global" ? voters.map((party) => at(at(ranges, party).best.utilities, party)) : null;
  const solutions = solutionsOf({ scenario, voters, reservations, points: rational.points, ideal });
  const { zone, deadOptions } = zoneOf(
    question,
    limit,
    rational.points.map(({ options }) => options),
  );
  return {
    round,
    voters,
    outcomes,
    equalWithin: equalWithin(scenario.scale),
    reservations: walkAways,
    ranges,
    frontier,
    ...solutions,
    solutions: { exact: rational.exact, error: rational.error },
    zone,
    deadOptions,
    closed: zone.exists === false ? whyClosed(question, limit) : null,
  };
}
