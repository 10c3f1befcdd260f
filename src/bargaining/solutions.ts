import { at } from "../exact/at.ts";
import { equalWithin } from "../exact/tolerance.ts";
import type { Scenario } from "../scenario/types.ts";
import { inPackageOrder } from "./decompose/points.ts";
import type { Point } from "./types.ts";

/** What the solution points are chosen by. Lists are by voter. */
interface SolutionQuestion {
  readonly scenario: Scenario;
  readonly voters: readonly number[];
  /** The disagreement point, in the scenario's scale. */
  readonly reservations: readonly number[];
  /** Pareto-efficient rational points: every voter gets its reservation value, no voter's red line is crossed. */
  readonly points: readonly Point[];
  /** What Kalai–Smorodinsky measures gains against; null: the best of `points` for each voter. */
  readonly ideal: readonly number[] | null;
}

interface Solutions {
  readonly nash: Point[];
  readonly kalaiSmorodinsky: Point[];
  readonly egalitarian: Point[];
  readonly utilitarian: Point[];
}

/** Those with the highest score; scores at most `tied` below it count as the same. */
function highest<T>(list: readonly T[], score: (one: T) => number, tied: (best: number) => number): T[] {
  const scores = list.map(score);
  const best = scores.reduce((most, value) => Math.max(most, value), -Infinity);
  const from = best - tied(best);
  return list.filter((_, place) => at(scores, place) >= from);
}

/** The highest least share, among those the highest second least, and so on (leximin: Sen 1970). */
function leximin(points: readonly Point[], shares: (point: Point) => number[], tied: number): Point[] {
  let left = points.map((point) => ({ point, rising: shares(point).sort((a, b) => a - b) }));
  const places = left[0]?.rising.length ?? 0;
  for (let place = 0; place < places && left.length > 1; place++) {
    left = highest(
      left,
      ({ rising }) => at(rising, place),
      () => tied,
    );
  }
  return left.map(({ point }) => point);
}

/**
 * Solution points, as sets where they tie, in package order; all four are Pareto-efficient.
 * - Nash: the largest product of gains over the reservation values (Nash 1950). Where no package gives every voter a gain the largest
 *   product is 0, and every Pareto-efficient rational point has it.
 * - Kalai–Smorodinsky: the largest least share of the ideal gain (Kalai & Smorodinsky 1975), ties by leximin. A voter that can gain
 *   nothing has its whole share always.
 * - Egalitarian: the largest least gain (Kalai 1977), ties by leximin.
 * - Utilitarian: the largest sum of worths (Harsanyi 1955), over the same rational packages.
 */
export function solutionsOf({ scenario, voters, reservations, points, ideal }: SolutionQuestion): Solutions {
  const equal = equalWithin(scenario.scale);
  const gains = ({ utilities }: Point): number[] =>
    voters.map((party, voter) => Math.max(0, at(utilities, party) - at(reservations, voter)));
  const bests = ideal
    ? voters.map((_, voter) => at(ideal, voter) - at(reservations, voter))
    : voters.map((_, voter) => points.reduce((most, point) => Math.max(most, at(gains(point), voter)), 0));
  const shares = (point: Point): number[] =>
    gains(point).map((gain, voter) => (at(bests, voter) > equal ? gain / at(bests, voter) : 1));
  const product = (point: Point): number => gains(point).reduce((all, gain) => all * (gain / scenario.scale), 1);
  const sum = ({ utilities }: Point): number => voters.reduce((all, party) => all + at(utilities, party), 0);
  return {
    nash: inPackageOrder(highest(points, product, equalWithin)),
    kalaiSmorodinsky: inPackageOrder(leximin(points, shares, equalWithin(1))),
    egalitarian: inPackageOrder(leximin(points, gains, equal)),
    utilitarian: inPackageOrder(highest(points, sum, () => equal)),
  };
}
