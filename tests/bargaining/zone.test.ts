import { describe, expect, it } from "vitest";
import { reservationIn, zoneQuestion } from "../../src/bargaining/zone/question.ts";
import { bestOf, zoneOf, zonePackages } from "../../src/bargaining/zone.ts";
import type { Party, RedLine, Scenario } from "../../src/scenario/types.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../setup/scenarios.ts";

const OPTIONS = ["a", "b", "c", "d"];
const acrossC: RedLine = { title: null, when: [{ issue: 0, options: [2] }], grounds: NO_GROUNDS };

/** One issue of four options, worth these to each party; the first two need the other's acceptance. */
function table(more: Partial<Party> = {}): Scenario {
  const scenario = scenarioOf(
    [issueOf("i", OPTIONS)],
    [
      partyOf("us", [[90, 60, 40, 10]]),
      partyOf("ru", [[0, 50, 60, 100]], more),
      partyOf("tr", [[50, 20, 50, 50]], { role: "mediator" }),
    ],
  );
  const binding = { ...scenario.protocol.binding, needs: [0, 1], atLeast: 2 };
  return { ...scenario, protocol: { ...scenario.protocol, binding } };
}

const signable = (scenario: Scenario, ...asked: [readonly number[], (readonly (number | null)[])?]): number[] =>
  zonePackages(zoneQuestion(scenario, ...asked));

describe("the zone of possible agreement", () => {
  it("is every package that those who must accept would rather sign than have no deal", () => {
    expect(signable(table(), [40, 50, 99])).toEqual([1, 2]);
    expect(signable(table(), [40, 70, 0])).toEqual([]);
  });

  it("has in it what is worth exactly the walk-away, and what falls short of it by no more than counts as equal", () => {
    for (const walkAway of [60, 60 + 9e-8]) expect(signable(table(), [walkAway, 50, 0])).toEqual([1]);
    expect(signable(table(), [60 + 2e-7, 50, 0])).toEqual([]);
  });

  it("has nothing in it across a red line of a party whose acceptance counts", () => {
    expect(signable(table({ redLines: [acrossC] }), [40, 50, 0])).toEqual([1]);
  });

  it("begins where a position holds out for more than the walk-away, and not lower where it holds out for less", () => {
    expect(signable(table(), [40, 50, 0], [null, 55, null])).toEqual([2]);
    expect(signable(table(), [40, 50, 0], [null, 10, null])).toEqual([1, 2]);
  });

  it("says of itself how large it is and which options it leaves out", () => {
    expect(zoneOf(zoneQuestion(table(), [40, 50, 0]), 1000)).toEqual({
      zone: { exists: true, size: { low: 2, high: 2 } },
      deadOptions: [
        { issue: 0, option: 0 },
        { issue: 0, option: 3 },
      ],
    });
  });

  it("is the same however many voters there are: what binds is tabulated for few of them and not for many", () => {
    for (const voters of [3, 12, 13, 20]) {
      const worths = Array.from({ length: voters }, (_, voter) =>
        OPTIONS.map((_, option) => (voter * 7 + option * 3) % 10),
      );
      const scenario = scenarioOf(
        [issueOf("i", OPTIONS)],
        worths.map((worth, voter) => partyOf(`p${voter}`, [worth], { redLines: voter % 5 === 0 ? [acrossC] : [] })),
      );
      const weights = worths.map((_, voter) => 1 + (voter % 3));
      const atLeast = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2);
      const binding = { ...scenario.protocol.binding, needs: [1], weights, atLeast };
      const accepts = (voter: number, option: number): boolean =>
        (worths[voter]?.[option] ?? 0) >= 4 && !(voter % 5 === 0 && option === 2);
      const expected = [0, 1, 2, 3].filter(
        (option) =>
          accepts(1, option) &&
          weights.reduce((sum, weight, voter) => sum + (accepts(voter, option) ? weight : 0), 0) >= atLeast,
      );
      const walkAways = worths.map(() => 4);
      expect(signable({ ...scenario, protocol: { ...scenario.protocol, binding } }, walkAways)).toEqual(expected);
    }
  });

  it("knows the best of some packages for a party, and of none", () => {
    expect(bestOf([1, 2], Float64Array.of(90, 60, 40, 10))).toBe(60);
    expect(bestOf([], Float64Array.of(90, 60, 40, 10))).toBe(-Infinity);
  });
});

describe("the question", () => {
  it("takes walk-aways with the drift of the intervals before the round", () => {
    const drifting = table({ walkAway: { at: 50, driftPerRound: -2, means: null, grounds: NO_GROUNDS } });
    expect([1, 2, 6].map((round) => reservationIn(drifting, 1, round))).toEqual([50, 48, 40]);
  });

  it("is refused where no party has a vote", () => {
    const mediator = scenarioOf([issueOf("i", OPTIONS)], [partyOf("m", [[1, 2, 3, 4]], { role: "mediator" })]);
    expect(() => zoneQuestion(mediator, [0])).toThrow("No party has a vote");
  });
});
