import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorsOf } from "../../../src/bargaining/decompose/factors.ts";
import { frontierByListing, frontierOf } from "../../../src/bargaining/decompose/frontier.ts";
import { frontierByParts } from "../../../src/bargaining/decompose/frontier-by-parts.ts";
import { distinctStates, pointsOfStates } from "../../../src/bargaining/decompose/points.ts";
import { spaceOfScenario } from "../../../src/bargaining/space.ts";
import { inUnits } from "../../../src/bargaining/utility.ts";
import { diceOf } from "../../setup/dice.ts";
import { anyScenario, issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../../setup/scenarios.ts";
import { apart, everyPackage, undominated, votersOf } from "../brute.ts";

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
        for (const kept of [frontierByParts(factors, keeping), frontierByListing(factors, keeping)]) {
          const points = pointsOfStates(scenario, factors, distinctStates(kept.states, units.equal));
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
        const kept = frontierByParts(factors, { equal: units.equal, caps, floors: caps.map(() => -Infinity), limit });
        const points = pointsOfStates(bare, factors, kept.states);
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

describe("issues that interactions connect", { timeout: 60_000 }, () => {
  it("have the frontier that comparing all packages finds, however many linkages and red lines cross", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 0, max: 5 }), (seed, parties, lines) => {
        const dice = diceOf(`knots/${seed}`);
        const sizes = Array.from({ length: 5 }, () => 2 + dice.below(2));
        const some = (most: number) =>
          [0, 1, 2, 3, 4]
            .filter(() => dice.below(5) < most)
            .map((issue) => ({ issue, options: [dice.below(sizes[issue] as number)] }));
        const scenario = scenarioOf(
          sizes.map((size, issue) => issueOf(`i${issue}`, ["a", "b", "c"].slice(0, size))),
          Array.from({ length: parties }, (_, party) =>
            partyOf(
              `p${party}`,
              sizes.map((size) => Array.from({ length: size }, () => dice.below(101))),
              {
                linkages: Array.from({ length: 5 }, () => ({
                  title: null,
                  when: some(3),
                  worth: dice.below(61) - 30,
                  grounds: NO_GROUNDS,
                })),
                redLines: Array.from({ length: lines }, () => ({ title: null, when: some(4), grounds: NO_GROUNDS })),
              },
            ),
          ),
        );
        const voters = [...Array(parties).keys()];
        const factors = factorsOf(
          scenario,
          voters,
          scenario.parties.flatMap(({ redLines }) => redLines),
        );
        const { caps, units } = factors;
        const floors = caps.map(() => (30 + dice.below(20)) * units.perWorth);
        const keeping = { equal: units.equal, caps, floors, limit: Infinity };
        const points = pointsOfStates(
          scenario,
          factors,
          distinctStates(frontierByParts(factors, keeping).states, units.equal),
        );
        const front = undominated(
          scenario,
          everyPackage(scenario).filter(
            ({ crossed, utilities }) =>
              crossed.every((count) => count === 0) &&
              utilities.every((worth, p) => worth >= (floors[p] as number) / units.perWorth - 1e-7),
          ),
          voters,
        );
        expect(points.map((point) => point.package)).toEqual(apart(scenario, front, voters).map(({ pack }) => pack));
      }),
      { numRuns: 200 },
    );
  });
});
