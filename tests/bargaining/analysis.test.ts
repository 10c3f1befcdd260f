import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Analysis, analyse, type Opening } from "../../src/bargaining/analysis.ts";
import type { Party, Scenario } from "../../src/scenario/types.ts";
import { anyScenario } from "../setup/scenarios.ts";
import { apart, everyPackage, type Plain, undominated, votersOf } from "./brute.ts";

/** Walk-aways from nowhere to beyond reach, and weights of votes, so that zones are wide, narrow and empty. */
const wider: fc.Arbitrary<Scenario> = fc
  .tuple(anyScenario, fc.constantFrom(-40, 0, 20), fc.constantFrom([1], [2, 1], [1, 3, 2]))
  .map(([scenario, harder, votes]) => ({
    ...scenario,
    parties: scenario.parties.map((party) => ({
      ...party,
      walkAway: { ...party.walkAway, at: party.walkAway.at + harder },
    })),
    protocol: {
      ...scenario.protocol,
      binding: {
        ...scenario.protocol.binding,
        weights: scenario.protocol.binding.weights.map((weight, at) => weight * (votes[at % votes.length] as number)),
      },
    },
  }));

interface Judge {
  readonly voters: readonly number[];
  short(p: Plain, party: number): number;
  accepts(p: Plain, party: number): boolean;
  binds(accepts: (party: number) => boolean): boolean;
}

function judge(scenario: Scenario, round: number): Judge {
  const voters = votersOf(scenario);
  const { needs, atLeast, weights } = scenario.protocol.binding;
  const short = (p: Plain, party: number): number => {
    const { walkAway } = scenario.parties[party] as Party;
    const missing = walkAway.at + walkAway.driftPerRound * (round - 1) - (p.utilities[party] as number);
    return missing > scenario.scale * 1e-9 ? missing : 0;
  };
  return {
    voters,
    short,
    accepts: (p, party) => short(p, party) === 0 && p.crossed[party] === 0,
    binds: (accepts) =>
      needs.every(accepts) &&
      voters.filter(accepts).reduce((sum, party) => sum + (weights[party] as number), 0) >= atLeast,
  };
}

/** Every set of voters, to be won over at these prices: the least price at which the package binds. */
function leastPrice({ voters, binds, accepts }: Judge, p: Plain, price: (party: number) => number): number {
  let least = Infinity;
  for (let set = 0; set < 1 << voters.length; set++) {
    const won = voters.filter((party, at) => (set >> at) & 1 && !accepts(p, party));
    if (!binds((party) => accepts(p, party) || won.includes(party))) continue;
    least = Math.min(
      least,
      won.reduce((sum, party) => sum + price(party), 0),
    );
  }
  return least;
}

const packagesOf = (list: readonly { readonly package: number | bigint }[]) => list.map((point) => point.package);
const packs = (list: readonly Plain[]): number[] => list.map(({ pack }) => pack);
const priceOf = ({ changes }: Opening): number =>
  changes.reduce((sum, change) => sum + (change.kind === "walk_away" ? change.from - change.to : 0), 0);
const linesOf = ({ changes }: Opening): number => changes.filter(({ kind }) => kind === "red_line").length;

/** The scenario with the changes made. */
function changed(scenario: Scenario, { changes }: Opening, round: number): Scenario {
  return {
    ...scenario,
    parties: scenario.parties.map((party, index) => {
      const own = changes.filter((change) => change.party === index);
      const down = own.find((change) => change.kind === "walk_away");
      const given = own.flatMap((change) => (change.kind === "red_line" ? [change.redLine] : []));
      const at = down ? down.to - party.walkAway.driftPerRound * (round - 1) : party.walkAway.at;
      return {
        ...party,
        redLines: party.redLines.filter((_, line) => !given.includes(line)),
        walkAway: { ...party.walkAway, at },
      };
    }),
  };
}

function bestBy(list: readonly Plain[], scores: (p: Plain) => readonly number[], tied: number): Plain[] {
  let left = list.map((p) => ({ p, score: scores(p) }));
  const places = left[0]?.score.length ?? 0;
  for (let place = 0; place < places; place++) {
    const best = Math.max(...left.map(({ score }) => score[place] as number));
    left = left.filter(({ score }) => (score[place] as number) >= best - tied);
  }
  return left.map(({ p }) => p);
}

describe("the analysis", { timeout: 60_000 }, () => {
  it("finds the zone, its dead options, and the best and worst of each", () => {
    fc.assert(
      fc.property(wider, fc.integer({ min: 1, max: 3 }), (scenario, wanted) => {
        const round = Math.min(wanted, scenario.protocol.rounds);
        const list = everyPackage(scenario);
        const { accepts, binds } = judge(scenario, round);
        const zone = list.filter((p) => binds((party) => accepts(p, party)));
        const found = analyse(scenario, { round });
        expect(found.zone).toEqual({ exists: zone.length > 0, size: { low: zone.length, high: zone.length } });
        const dead = scenario.issues.flatMap((issue, at) =>
          issue.options.flatMap((_, option) =>
            zone.some(({ options }) => options[at] === option) ? [] : [{ issue: at, option }],
          ),
        );
        expect(found.deadOptions).toEqual(dead);
        expect(found.closed === null).toBe(zone.length > 0);
        expect(found.outcomes).toBe(list.length);
        for (const [party, { best, worst }] of found.ranges.entries()) {
          const worths = list.map(({ utilities }) => utilities[party] as number);
          expect(best.utilities[party]).toBeCloseTo(Math.max(...worths), 9);
          expect(worst.utilities[party]).toBeCloseTo(Math.min(...worths), 9);
          expect(list[Number(best.package)]?.utilities).toEqual(best.utilities);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("finds the solution points among rational packages", () => {
    fc.assert(
      fc.property(wider, fc.boolean(), (scenario, global) => {
        const { voters, accepts } = judge(scenario, 1);
        const list = everyPackage(scenario);
        const rational = list.filter((p) => voters.every((party) => accepts(p, party)));
        const front = apart(scenario, undominated(scenario, rational, voters), voters);
        const at = (party: number): number => scenario.parties[party]?.walkAway.at as number;
        const gain = (p: Plain, party: number): number => Math.max(0, (p.utilities[party] as number) - at(party));
        const ideal = voters.map((party) =>
          Math.max(0, ...(global ? list : rational).map((p) => (p.utilities[party] as number) - at(party))),
        );
        const rising = (shares: number[]): number[] => shares.sort((a, b) => a - b);
        const product = (p: Plain): number => voters.reduce((all, party) => all * gain(p, party), 1);
        const most = Math.max(...front.map(product));
        const found = analyse(scenario, { ksIdeal: global ? "global" : "rational" });
        expect(packagesOf(found.nash)).toEqual(packs(front.filter((p) => product(p) >= most * (1 - 1e-9))));
        expect(packagesOf(found.egalitarian)).toEqual(
          packs(bestBy(front, (p) => rising(voters.map((party) => gain(p, party))), 1e-7)),
        );
        expect(packagesOf(found.kalaiSmorodinsky)).toEqual(
          packs(
            bestBy(
              front,
              (p) =>
                rising(
                  voters.map((party, i) => ((ideal[i] as number) > 1e-7 ? gain(p, party) / (ideal[i] as number) : 1)),
                ),
              1e-9,
            ),
          ),
        );
        const sum = (p: Plain): number => voters.reduce((all, party) => all + (p.utilities[party] as number), 0);
        expect(packagesOf(found.utilitarian)).toEqual(packs(bestBy(front, (p) => [sum(p)], 1e-7)));
        expect(found.solutions).toEqual({ exact: true, error: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it("says what keeps an empty zone closed, by the smallest changes, and they do open it", () => {
    let empty = 0;
    fc.assert(
      fc.property(wider, (scenario) => {
        const rule = judge(scenario, 1);
        const found = analyse(scenario);
        if (!found.closed) return;
        empty++;
        const { single, jointWalkAways, jointRedLines, mixed, complete } = found.closed;
        expect(complete).toBe(true);
        const openings = [...single, jointWalkAways, jointRedLines, mixed].filter((one) => one !== null);
        expect(openings.length).toBeGreaterThan(0);
        for (const opening of openings) {
          const after: Analysis = analyse(changed(scenario, opening, 1));
          expect(after.zone.exists).toBe(true);
        }
        for (const opening of single) expect(opening.changes).toHaveLength(1);
        const list = everyPackage(scenario);
        const { voters, short, accepts, binds } = rule;
        for (const one of voters) {
          const enough = (p: Plain): boolean => binds((party) => party === one || accepts(p, party));
          const downs = list.filter((p) => p.crossed[one] === 0 && enough(p)).map((p) => short(p, one));
          const down = single.find(({ changes: [change] }) => change?.kind === "walk_away" && change.party === one);
          if (downs.length === 0) expect(down).toBeUndefined();
          else expect(priceOf(down as Opening)).toBeCloseTo(Math.min(...downs), 6);
          const given = list.filter((p) => p.crossed[one] === 1 && short(p, one) === 0 && enough(p));
          const lines = single.filter(({ changes: [change] }) => change?.kind === "red_line" && change.party === one);
          expect(lines.length > 0).toBe(given.length > 0);
        }
        if (single.length > 0) return;
        const crossed = (p: Plain, party: number): number => p.crossed[party] as number;
        const lowered = list.map((p) =>
          leastPrice(rule, p, (party) => (crossed(p, party) > 0 ? Infinity : short(p, party))),
        );
        const price = Math.min(...lowered);
        if (price === Infinity) expect(jointWalkAways).toBeNull();
        else expect(priceOf(jointWalkAways as Opening)).toBeCloseTo(price, 6);
        const given = list.map((p) =>
          leastPrice(rule, p, (party) => (short(p, party) > 0 ? Infinity : crossed(p, party))),
        );
        const lines = Math.min(...given);
        if (lines === Infinity) expect(jointRedLines).toBeNull();
        else expect(linesOf(jointRedLines as Opening)).toBe(lines);
      }),
      { numRuns: 250 },
    );
    expect(empty).toBeGreaterThan(20);
  });

  it("refuses a round that the table does not have", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(() => analyse(scenario, { round: scenario.protocol.rounds + 1 })).toThrow(/from 1 to/);
        expect(() => analyse(scenario, { round: 0.5 })).toThrow(RangeError);
      }),
      { numRuns: 3 },
    );
  });
});
