import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, type Point } from "../../src/bargaining/analysis.ts";
import type { Party, Scenario } from "../../src/scenario/types.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../setup/scenarios.ts";

/** Two parties, up to 81 packages, some of them better for both than no deal. */
const two: fc.Arbitrary<Scenario> = fc
  .tuple(fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 5, max: 40 }))
  .chain(([sizes, at]) => {
    const values = fc.tuple(
      ...sizes.map((size) => fc.array(fc.integer({ min: 0, max: 100 }), { minLength: size, maxLength: size })),
    );
    return fc.tuple(values, values).map((sides) =>
      scenarioOf(
        sizes.map((size, issue) =>
          issueOf(
            `i${issue}`,
            Array.from({ length: size }, (_, option) => `o${option}`),
          ),
        ),
        sides.map((worths, party) => partyOf(`p${party}`, worths, { walkAway: walkAway(at) })),
      ),
    );
  });

function walkAway(at: number): Party["walkAway"] {
  return { at, driftPerRound: 0, means: null, grounds: NO_GROUNDS };
}

function withParty(scenario: Scenario, index: number, change: (party: Party) => Partial<Party>): Scenario {
  return {
    ...scenario,
    parties: scenario.parties.map((party, at) => (at === index ? { ...party, ...change(party) } : party)),
  };
}

const names = (points: readonly Point[]): unknown[] => points.map((point) => point.package);
const worthTo = (points: readonly Point[], party: number, pick: (...worths: number[]) => number): number =>
  pick(...points.map(({ utilities }) => utilities[party] as number));

describe("axioms of bargaining, two parties", { timeout: 60_000 }, () => {
  it("the Nash point does not change when a party's worths are measured in another way (Nash 1950)", () => {
    fc.assert(
      fc.property(two, fc.constantFrom(0.5, 2, 4), fc.integer({ min: -20, max: 20 }), (scenario, times, more) => {
        const measured = withParty(scenario, 0, (party) => ({
          values: party.values.map((value) => ({ ...value, weight: value.weight * times })),
          linkages: [{ title: null, when: [], worth: more, grounds: NO_GROUNDS }],
          walkAway: walkAway(party.walkAway.at * times + more),
        }));
        expect(names(analyse(measured).nash)).toEqual(names(analyse(scenario).nash));
      }),
      { numRuns: 150 },
    );
  });

  it("the least share at the Kalai–Smorodinsky point never falls when more becomes possible and the best of each stays (monotony)", () => {
    let compared = 0;
    fc.assert(
      fc.property(two, fc.integer({ min: 1, max: 60 }), (scenario, more) => {
        const before = analyse(scenario);
        // Every package is worth as much as before to both, or more to the first; what the first could gain at best stays.
        const best = before.ranges[0]?.best.utilities[0] as number;
        const grown = withParty(scenario, 0, (party) => ({
          cap: best,
          linkages: [{ title: null, when: [{ issue: 0, options: [0] }], worth: more, grounds: NO_GROUNDS }],
          walkAway: party.walkAway,
        }));
        const after = analyse(grown);
        // The law is about growing within the same ideal point; with other ideals it says nothing.
        const ideal = (found: typeof before, party: number): number =>
          found.frontier.points
            .filter(({ utilities }) =>
              utilities.every((worth, at) => worth >= (found.reservations[at] as number) - 1e-7),
            )
            .reduce((most, { utilities }) => Math.max(most, utilities[party] as number), -Infinity);
        if (before.kalaiSmorodinsky.length === 0) return;
        if ([0, 1].some((party) => Math.abs(ideal(before, party) - ideal(after, party)) > 1e-7)) return;
        compared++;
        const share = (found: typeof before): number => {
          const [{ utilities } = { utilities: [] }] = found.kalaiSmorodinsky;
          const shares = utilities.map((worth, party) => {
            const reservation = found.reservations[party] as number;
            const span = ideal(found, party) - reservation;
            return span > 1e-7 ? (worth - reservation) / span : 1;
          });
          return Math.min(...shares);
        };
        expect(share(after)).toBeGreaterThanOrEqual(share(before) - 1e-9);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it("a better no-deal alternative never hurts its owner at the Nash point", () => {
    fc.assert(
      fc.property(two, fc.integer({ min: 1, max: 30 }), (scenario, more) => {
        const before = analyse(scenario).nash;
        const after = analyse(
          withParty(scenario, 0, ({ walkAway: { at } }) => ({ walkAway: walkAway(at + more) })),
        ).nash;
        if (after.length === 0) return;
        expect(worthTo(after, 0, Math.max)).toBeGreaterThanOrEqual(worthTo(before, 0, Math.max) - 1e-7);
        expect(worthTo(after, 0, Math.min)).toBeGreaterThanOrEqual(worthTo(before, 0, Math.min) - 1e-7);
      }),
      { numRuns: 200 },
    );
  });

  it("parties who may change places get the same between them, from every solution", () => {
    fc.assert(
      fc.property(two, (scenario) => {
        const [first, second] = scenario.parties as [Party, Party];
        const turned = { ...scenario, parties: [second, first] };
        const [one, other] = [analyse(scenario), analyse(turned)];
        for (const solution of ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const) {
          expect(names(other[solution])).toEqual(names(one[solution]));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("dividing a hundred between equals gives each a half, by every rule; a no-deal worth 20 moves it by 10", () => {
    const shares = Array.from({ length: 101 }, (_, share) => share);
    const pie = scenarioOf(
      [issueOf("share", shares.map(String))],
      [partyOf("us", [shares]), partyOf("russia", [shares.map((share) => 100 - share)])],
    );
    const even = analyse(pie);
    for (const points of [even.nash, even.kalaiSmorodinsky, even.egalitarian]) expect(names(points)).toEqual([50]);
    expect(even.utilitarian).toHaveLength(101);
    expect(even.frontier.packages).toBe(101);
    const stronger = analyse(withParty(pie, 0, () => ({ walkAway: walkAway(20) })));
    for (const points of [stronger.nash, stronger.kalaiSmorodinsky, stronger.egalitarian]) {
      expect(names(points)).toEqual([60]);
    }
  });
});
