import { describe, expect, it } from "vitest";
import { analyse } from "../../src/bargaining/analysis.ts";
import { factorsOf } from "../../src/bargaining/decompose/factors.ts";
import { frontierOf } from "../../src/bargaining/decompose/frontier.ts";
import { spaceOfScenario } from "../../src/bargaining/space.ts";
import { optionWorth, worthOf } from "../../src/bargaining/utility.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { diceOf } from "../setup/dice.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../setup/scenarios.ts";
import { walkAwayAt } from "../setup/small.ts";

const TEN = Array.from({ length: 10 }, (_, option) => option);

/** So many issues of ten options, each a cake that two parties divide in ninths. */
function cakes(issues: number, at: number): Scenario {
  const values = Array.from({ length: issues }, () => TEN.map((option) => (option * 100) / 9));
  const opposite = values.map((options) => [...options].reverse());
  return scenarioOf(
    values.map((_, issue) =>
      issueOf(
        `i${issue}`,
        TEN.map((option) => `o${option}`),
      ),
    ),
    [values, opposite].map((worths, party) => partyOf(`p${party}`, worths, { walkAway: walkAwayAt(at) })),
  );
}

/** In how many ways digits sum up to between two numbers. */
function waysBetween(digits: number, from: number, to: number): bigint {
  let ways = [1n];
  for (let digit = 0; digit < digits; digit++) {
    const next: bigint[] = new Array(ways.length + 9).fill(0n);
    for (const [sum, count] of ways.entries())
      for (const more of TEN) next[sum + more] = (next[sum + more] as bigint) + count;
    ways = next;
  }
  return ways.slice(from, to + 1).reduce((sum, count) => sum + count, 0n);
}

/** Ten issues of ten options, linkages over three issues each, a red line for each party. */
function tied(): Scenario {
  const dice = diceOf("tied");
  const worth = (): number => dice.below(101);
  const some = () => [0, 1, 2].map((next) => ({ issue: (dice.below(10) + next) % 10, options: [0, 1, 2, 3] }));
  const values = Array.from({ length: 10 }, () => TEN.map(worth));
  const sides = [values, values.map((options) => options.map((value) => 100 - value))];
  return scenarioOf(
    values.map((_, issue) =>
      issueOf(
        `i${issue}`,
        TEN.map((option) => `o${option}`),
      ),
    ),
    sides.map((worths, party) =>
      partyOf(`p${party}`, worths, {
        walkAway: walkAwayAt(45),
        linkages: [10, -10].map((more) => ({ title: null, when: some(), worth: more, grounds: NO_GROUNDS })),
        redLines: [{ title: null, when: some().slice(0, 2), grounds: NO_GROUNDS }],
      }),
    ),
  );
}

describe("spaces too large to play", { timeout: 60_000 }, () => {
  it("10^12 packages: every one on the frontier, the zone counted to the last package", () => {
    const found = analyse(cakes(12, 40));
    expect(found.outcomes).toBe(1e12);
    expect(found.frontier).toMatchObject({ packages: 1e12, exact: true });
    expect(found.frontier.points).toHaveLength(109);
    // 40 of 100 for each is 43.2 of 108 ninths: 44 to 64.
    const size = Number(waysBetween(12, 44, 64));
    expect(found.zone).toEqual({ exists: true, size: { low: size, high: size } });
    expect(found.nash.map(({ utilities }) => utilities.map(Math.round))).toEqual([[50, 50]]);
    expect(found.nash.map((point) => point.packages)).toEqual([Number(waysBetween(12, 54, 54))]);
    expect(found.deadOptions).toEqual([]);
  });

  it("10^30 packages: counts above 2^53 to the last package", () => {
    const found = analyse(cakes(30, 40));
    expect(found.outcomes).toBe(10n ** 30n);
    expect(found.frontier.packages).toBe(10n ** 30n);
    expect(found.frontier.points).toHaveLength(271);
    const first = found.frontier.points[0];
    expect(first?.package).toBe(0);
    expect(found.frontier.points[270]).toMatchObject({ package: 10n ** 30n - 1n, packages: 1 });
    const size = waysBetween(30, 108, 162);
    expect(found.zone.size).toEqual({ low: size, high: size });
  });

  it("linkages and red lines: no package that chance finds is better than the frontier, none is worse than all of it", () => {
    const scenario = tied();
    const found = analyse(scenario);
    const dice = diceOf("packages");
    const { points, exact } = found.frontier;
    expect(exact).toBe(true);
    for (let thrown = 0; thrown < 3000; thrown++) {
      const near = points[dice.below(points.length)]?.options ?? [];
      const options = near.map((option) => (dice.chance(0.8) ? option : dice.below(10)));
      const worths = scenario.parties.map((party) => worthOf(party, scenario.scale, options));
      const covered = points.some(({ utilities }) =>
        utilities.every((worth, p) => worth >= (worths[p] as number) - 1e-7),
      );
      expect(covered).toBe(true);
    }
    expect(Number(found.zone.size.low)).toBeGreaterThan(0);
    expect(Number(found.zone.size.high)).toBeLessThan(spaceOfScenario(scenario).size);
    expect(Number(found.zone.size.low)).toBeLessThanOrEqual(Number(found.zone.size.high));
  });

  it("where nobody need accept, every package binds", () => {
    const scenario = cakes(30, 40);
    const binding = { ...scenario.protocol.binding, needs: [], weights: [0, 0], atLeast: 0 };
    const { zone, deadOptions, closed } = analyse({ ...scenario, protocol: { ...scenario.protocol, binding } });
    expect(zone).toEqual({ exists: true, size: { low: 10n ** 30n, high: 10n ** 30n } });
    expect([deadOptions, closed]).toEqual([[], null]);
  });

  it("few points of a large frontier: the error is never more than what the best of them leaves to wish for", () => {
    const dice = diceOf("few points");
    const worths = () => Array.from({ length: 16 }, () => TEN.map(() => dice.below(101)));
    const issues = cakes(16, 40).issues;
    const scenario = scenarioOf(
      issues,
      [0, 1, 2].map((party) => partyOf(`p${party}`, worths(), { walkAway: walkAwayAt(40) })),
    );
    const frontier = frontierOf(scenario, factorsOf(scenario, [0, 1, 2]), { limit: 20 });
    const bests = scenario.parties.map((party) =>
      scenario.issues.reduce(
        (sum, { options }, issue) =>
          sum + Math.max(...options.map((_, option) => optionWorth(party, scenario.scale, issue, option))),
        0,
      ),
    );
    const wishes = frontier.points.map(({ utilities }) =>
      Math.max(...bests.map((best, party) => best - (utilities[party] as number))),
    );
    expect(frontier.exact).toBe(false);
    expect(frontier.error).toBeGreaterThan(0);
    expect(frontier.error).toBeLessThanOrEqual(Math.min(...wishes) + 1e-7);
  });

  it("ties that hold everything together: says that it is not exact, and ends", () => {
    const scenario = cakes(24, 40);
    const dice = diceOf("entangled");
    const linkages = Array.from({ length: 30 }, () => ({
      title: null,
      when: Array.from({ length: 24 }, (_, issue) => ({ issue, options: TEN.filter(() => dice.chance(0.7)) })).filter(
        ({ options }) => options.length > 0,
      ),
      worth: 0.5,
      grounds: NO_GROUNDS,
    }));
    const found = analyse({ ...scenario, parties: scenario.parties.map((party) => ({ ...party, linkages })) });
    expect(found.frontier.exact).toBe(false);
    // Nobody can miss more than all linkages together.
    expect(found.frontier.error).toBeCloseTo(15, 6);
    expect(found.zone.exists).toBe(true);
    expect(found.nash.length).toBeGreaterThan(0);
    expect(found.solutions.exact).toBe(false);
  });
});
