import { describe, expect, it } from "vitest";
import { analyse, type Point } from "../../src/bargaining/analysis.ts";
import { DOMAINS, domainsJson, geniusScenario, scorableScenario, WITHOUT_DOMAINS } from "../setup/domains.ts";

interface Reference {
  readonly scenarios: readonly {
    readonly id: string;
    readonly dir: string;
    readonly domain_file: string;
    readonly profiles: readonly string[];
    readonly n_outcomes: number;
    readonly values: {
      readonly pareto_outcomes: number;
      readonly pareto_distinct_points: number;
      readonly rational_outcomes: number;
      readonly nash_points?: readonly (readonly number[])[];
      readonly kalai_egalitarian_points?: readonly (readonly number[])[];
      readonly ks_maxmin_ideal_rational?: { readonly points: readonly (readonly number[])[] } | null;
      readonly ks_maxmin_ideal_global?: { readonly points: readonly (readonly number[])[] } | null;
      readonly pareto_points?: readonly (readonly number[])[];
    } | null;
  }[];
}

interface Games {
  readonly game: string;
  readonly agents: readonly { readonly file: string; readonly role: string }[];
  readonly n_deals: number;
  readonly n_minus_1_with_p1_p2_veto: number;
  readonly n_minus_1_no_veto: number;
  readonly unanimous: number;
  readonly majority: number;
  readonly pareto_outcomes: number;
}

/** The same points in any order; the published ones are rounded to nine places. */
function expectPoints(found: readonly Point[], published: readonly (readonly number[])[]): void {
  expect(found).toHaveLength(published.length);
  const missing = published.filter(
    (point) =>
      !found.some(({ utilities }) => utilities.every((worth, at) => Math.abs(worth - (point[at] as number)) < 2e-9)),
  );
  expect(missing).toEqual([]);
}

const reference = DOMAINS ? domainsJson<Reference>("reference.json").scenarios : [];
const games = DOMAINS ? domainsJson<Games[]>("scorable-games.json") : [];

describe.skipIf(!DOMAINS)(`published domains${DOMAINS ? "" : ` (skipped: ${WITHOUT_DOMAINS})`}`, () => {
  const known = reference.filter(({ values }) => typeof values?.pareto_outcomes === "number");

  it.each(known)(
    "$id has the published frontier and solution points",
    (set) => {
      const scenario = geniusScenario(set.dir, set.domain_file, set.profiles);
      if (!scenario || !set.values) throw new Error("only additive sets have published values");
      const found = analyse(scenario);
      const { values } = set;
      expect(found.outcomes).toBe(set.n_outcomes);
      expect({
        packages: found.frontier.packages,
        points: found.frontier.points.length,
        rational: found.zone.size.low,
      }).toEqual({
        packages: values.pareto_outcomes,
        points: values.pareto_distinct_points,
        rational: values.rational_outcomes,
      });
      expectPoints(found.nash, values.nash_points ?? []);
      expectPoints(found.egalitarian, values.kalai_egalitarian_points ?? []);
      expectPoints(found.kalaiSmorodinsky, values.ks_maxmin_ideal_rational?.points ?? []);
      if (values.pareto_points) expectPoints(found.frontier.points, values.pareto_points);
    },
    60_000,
  );

  it.each(games)("$game has as many deals under each rule as published", (game) => {
    const scenario = scorableScenario(game.game, game.agents);
    const { protocol } = scenario;
    const size = (needs: readonly number[], atLeast: number): unknown =>
      analyse({ ...scenario, protocol: { ...protocol, binding: { ...protocol.binding, needs, atLeast } } }).zone.size
        .low;
    const parties = game.agents.length;
    expect(analyse(scenario).zone.size.low).toBe(game.n_minus_1_with_p1_p2_veto);
    expect(size([], parties - 1)).toBe(game.n_minus_1_no_veto);
    expect(size([], parties)).toBe(game.unanimous);
    expect(size([], Math.floor(parties / 2) + 1)).toBe(game.majority);
    expect(analyse(scenario).frontier.packages).toBe(game.pareto_outcomes);
    expect(analyse(scenario).outcomes).toBe(game.n_deals);
  });
});
