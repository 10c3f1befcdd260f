import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposed } from "../../src/bargaining/decompose.ts";
import { factorsOf } from "../../src/bargaining/factors.ts";
import { frontierOf, listed } from "../../src/bargaining/frontier.ts";
import { distinct, pointsOf } from "../../src/bargaining/points.ts";
import { spaceOfScenario } from "../../src/bargaining/space.ts";
import { inUnits } from "../../src/bargaining/units.ts";
import { anyScenario } from "../setup/scenarios.ts";
import { apart, everyPackage, undominated, votersOf } from "./brute.ts";

const wide = { limit: 1e9 };

describe("the frontier", { timeout: 60_000 }, () => {
  it("is what comparing every package with every other finds, taken apart or listed", () => {
    fc.assert(
      fc.property(anyScenario, fc.boolean(), fc.boolean(), (scenario, withinRedLines, rational) => {
        const voters = votersOf(scenario);
        const redLines = withinRedLines ? voters.flatMap((party) => scenario.parties[party]?.redLines ?? []) : [];
        const factors = factorsOf(scenario, voters, redLines);
        const { units, caps } = factors;
        const least = voters.map((p) => (rational ? (scenario.parties[p]?.walkAway.at as number) : -Infinity));
        const floors = least.map((worth) => inUnits(units, worth) - units.equal);
        const keeping = { equal: units.equal, caps, floors, ...wide };
        const packages = everyPackage(scenario).filter(
          ({ crossed, utilities }) =>
            (!withinRedLines || voters.every((party) => crossed[party] === 0)) &&
            voters.every((party, at) => (utilities[party] as number) >= (least[at] as number) - scenario.scale * 1e-9),
        );
        const front = undominated(scenario, packages, voters);
        const expected = apart(scenario, front, voters).map(({ pack, options, utilities }) => [
          pack,
          options,
          utilities,
        ]);
        for (const kept of [decomposed(factors, keeping), listed(factors, keeping)]) {
          const points = pointsOf(scenario, factors, distinct(kept.states, units.equal));
          expect(points.map((point) => [point.package, point.options, point.utilities])).toEqual(expected);
          expect(points.reduce((sum, point) => sum + Number(point.packages), 0)).toBe(front.length);
          expect(kept.error).toBe(0);
        }
        expect(spaceOfScenario(scenario).size).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 300 },
    );
  });

  it("says what it is a sample of, and how far off, when it holds too many points", () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 1, max: 6 }), (scenario, limit) => {
        const voters = votersOf(scenario);
        const bare = { ...scenario, parties: scenario.parties.map((party) => ({ ...party, cap: null })) };
        const factors = factorsOf(bare, voters);
        const { units, caps } = factors;
        const kept = decomposed(factors, { equal: units.equal, caps, floors: caps.map(() => -Infinity), limit });
        const points = pointsOf(bare, factors, kept.states);
        const error = kept.error / units.perWorth + bare.scale * 1e-9;
        expect(points.length).toBeLessThanOrEqual(limit);
        for (const { utilities } of everyPackage(bare)) {
          const near = points.some((point) =>
            voters.every((p) => (point.utilities[p] as number) >= (utilities[p] as number) - error),
          );
          expect(near).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is the same whether asked for by parts or as a whole", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const voters = votersOf(scenario);
        const front = undominated(scenario, everyPackage(scenario), voters);
        const frontier = frontierOf(scenario, factorsOf(scenario, voters));
        expect(frontier).toMatchObject({ packages: front.length, exact: true, error: 0 });
      }),
      { numRuns: 60 },
    );
  });
});
