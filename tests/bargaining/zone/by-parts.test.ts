import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, type Opening } from "../../../src/bargaining/analysis.ts";
import { countOnGrid } from "../../../src/bargaining/decompose/grid-count.ts";
import { type CoalitionFactors, winningCoalitionFactors, zoneByParts } from "../../../src/bargaining/zone/by-parts.ts";
import { whyClosedByParts } from "../../../src/bargaining/zone/closed.ts";
import { minimalWinningCoalitions } from "../../../src/bargaining/zone/coalitions.ts";
import { reservationsIn, type ZoneQuestion, zoneQuestion } from "../../../src/bargaining/zone/question.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { anyScenario } from "../../setup/scenarios.ts";

/** What is said of spaces too large to list must be what a list says of small ones. */
const harder: fc.Arbitrary<Scenario> = fc.tuple(anyScenario, fc.constantFrom(-30, 0, 20)).map(([scenario, more]) => ({
  ...scenario,
  parties: scenario.parties.map((party) => ({
    ...party,
    walkAway: { ...party.walkAway, at: party.walkAway.at + more },
  })),
}));

const limit = 200_000;
const questionOf = (scenario: Scenario): ZoneQuestion => zoneQuestion(scenario, reservationsIn(scenario, 1));
const nameOf = ({ changes }: Opening): string =>
  changes.map((change) => `${change.kind} ${change.party} ${change.kind === "red_line" ? change.redLine : ""}`).join();
const downOf = ({ changes }: Opening): number =>
  changes.reduce((sum, change) => sum + (change.kind === "walk_away" ? change.from - change.to : 0), 0);

describe("a zone taken apart", { timeout: 60_000 }, () => {
  it("exists, is as large and has the same dead options as when every package is looked at", () => {
    let several = 0;
    fc.assert(
      fc.property(harder, (scenario) => {
        const list = analyse(scenario);
        const question = questionOf(scenario);
        const sets = winningCoalitionFactors(question);
        const { zone, deadOptions } = zoneByParts(sets, question.factors.sizes, limit);
        expect(zone.exists).toBe(list.zone.exists);
        expect(deadOptions).toEqual(list.deadOptions);
        if (sets && sets.length > 1) several++;
        if (sets?.length === 1) expect(zone.size).toEqual(list.zone.size);
        expect(zone.size.low).toBeLessThanOrEqual(Number(list.zone.size.low));
        expect(zone.size.high).toBeGreaterThanOrEqual(Number(list.zone.size.high));
      }),
      { numRuns: 200 },
    );
    expect(several).toBeGreaterThan(20);
  });

  it("has a size between two rounded counts", () => {
    fc.assert(
      fc.property(harder, (scenario) => {
        const voters = questionOf(scenario).voters;
        const { binding } = scenario.protocol;
        const all = { ...binding, needs: voters, atLeast: voters.length };
        const unanimous = { ...scenario, protocol: { ...scenario.protocol, binding: all } };
        const [set] = winningCoalitionFactors(questionOf(unanimous)) ?? [];
        const uncapped = (set as CoalitionFactors).factors;
        if (uncapped.caps.some((cap, p) => cap < ((set as CoalitionFactors).floors[p] as number))) return;
        const { low, high } = countOnGrid(uncapped, (set as CoalitionFactors).floors);
        const { size } = analyse(unanimous).zone;
        expect(low).toBeLessThanOrEqual(BigInt(size.low));
        expect(high).toBeGreaterThanOrEqual(BigInt(size.low));
      }),
      { numRuns: 100 },
    );
  });

  it("is closed by the same single changes, and opens at the same least sum of walk-aways", () => {
    let closed = 0;
    let withoutLines = 0;
    fc.assert(
      fc.property(harder, (scenario) => {
        const list = analyse(scenario).closed;
        if (!list) return;
        closed++;
        const question = questionOf(scenario);
        const parts = whyClosedByParts(question, winningCoalitionFactors(question) ?? [], limit);
        expect(parts.single.map(nameOf).sort()).toEqual(list.single.map(nameOf).sort());
        for (const opening of parts.single) {
          const same = list.single.find((one) => nameOf(one) === nameOf(opening)) as Opening;
          expect(downOf(opening)).toBeCloseTo(downOf(same), 6);
        }
        expect(parts.jointWalkAways === null).toBe(list.jointWalkAways === null);
        if (parts.jointWalkAways && list.jointWalkAways) {
          expect(downOf(parts.jointWalkAways)).toBeCloseTo(downOf(list.jointWalkAways), 6);
        }
        if (parts.complete) expect(list.jointRedLines).toBeNull();
        const lines = question.redLines.some((own) => own.length > 0);
        if (!lines) withoutLines++;
        if (!lines) expect(parts.complete).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(closed).toBeGreaterThan(20);
    expect(withoutLines).toBeGreaterThan(3);
  });

  it("has the smallest sets of voters that bind, of any weights", () => {
    fc.assert(
      fc.property(
        anyScenario,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (scenario, weights, atLeast) => {
          const rule = { ...questionOf(scenario).binding, weights, atLeast };
          const voters = rule.voters.length;
          const inSet = (set: number, voter: number): boolean => ((set >> voter) & 1) === 1;
          const doesBind = (set: number): boolean =>
            rule.needs.every((voter) => inSet(set, voter)) &&
            weights.slice(0, voters).reduce((sum, weight, voter) => sum + (inSet(set, voter) ? weight : 0), 0) >=
              atLeast;
          const smallest: number[][] = [];
          for (let set = 0; set < 1 << voters; set++) {
            const members = [...Array(voters).keys()].filter((voter) => inSet(set, voter));
            if (doesBind(set) && members.every((voter) => !doesBind(set & ~(1 << voter)))) smallest.push(members);
          }
          const text = (sets: readonly number[][]): string[] => sets.map((set) => set.join()).sort();
          expect(text(minimalWinningCoalitions(rule) ?? [])).toEqual(text(smallest));
        },
      ),
      { numRuns: 200 },
    );
  });
});
