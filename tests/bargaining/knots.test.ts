import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposed } from "../../src/bargaining/decompose.ts";
import { factorsOf } from "../../src/bargaining/factors.ts";
import { distinct, pointsOf } from "../../src/bargaining/points.ts";
import { diceOf } from "../setup/dice.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../setup/scenarios.ts";
import { apart, everyPackage, undominated } from "./brute.ts";

describe("issues knotted together", { timeout: 60_000 }, () => {
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
        const points = pointsOf(scenario, factors, distinct(decomposed(factors, keeping).states, units.equal));
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
