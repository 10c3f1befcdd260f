import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Party, Scenario } from "../../../src/scenario/types.ts";
import { reasonsFor } from "../../../src/table/party/reasons.ts";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

/** Holds out for 40 at least, goes evenly by time, and answers others in kind: ρ = 0.8 · ½. */
const IN_KIND: Partial<Party> = {
  walkAway: walkAwayAt(40),
  tactic: { kind: "linear", exponent: [1, 1], reciprocity: 0.8 },
};

const two = (more: Partial<Party> = {}): Scenario =>
  small({ russia: { ...IN_KIND, ...more }, turkey: null, protocol: { rounds: 5 } });
const three = (): Scenario => small({ russia: IN_KIND, protocol: { rounds: 5 } });

const targetOf = (table: Table, party = "russia"): number => table.as(party).view().own?.target ?? Number.NaN;

/** What Russia's target must be: a part by time, a part in kind, as far as it trusts the other now. */
function inKind(table: Table, byTime: number, given: number, other: number): number {
  const share = 0.8 * (table.as("russia").view().own?.trust[other] ?? Number.NaN);
  return (1 - share) * byTime + share * (100 - given);
}

/** What Russia says of what is on the floor. */
function adviceOf(table: Table) {
  const advice = table.as("russia").view().own?.advice;
  return { accepts: advice?.accepts, target: advice?.target };
}

/** The US makes these offers, one a round, and all are refused; the last is still on the floor. */
function offered(scenario: Scenario, ...packages: (readonly [string, string] | null)[]): Table {
  const table = seat(scenario);
  for (const [index, one] of packages.entries()) {
    table.untilRound(index + 1).as("us");
    if (!one) table.as("us").passes();
    else table.as("us").offers({ start: one[0], aid: one[1] });
    if (index < packages.length - 1 && one) table.allAnswer("refuse");
  }
  return table;
}

describe("who is answered in kind", () => {
  it("nobody has given anything in round 1: a part of the target stays at the top", () => {
    const table = offered(two(), ["immediately", "all"]);
    // By time 100; all of it.
    expect(targetOf(table)).toBe(100);
    // Round 3 of 5: by time 70; 0.6 · 70 + 0.4 · 100.
    expect(targetOf(table.allAnswer("refuse").untilRound(3))).toBeCloseTo(82, 12);
  });

  it("who stands still meets a wall, and who moves is met, the offer on the floor counted", () => {
    const still = offered(two(), ["one_week", "none"], null, ["one_week", "none"]);
    // Putting the same again is a pass; held from round 1 it would have to be worth 82 in round 3, and is worth 75.
    expect(targetOf(still)).toBeCloseTo(82, 12);
    const { play } = still;
    const russia = reasonsFor(play.model, { ...play.state, floor: "answers" }, RUSSIA, 5);
    expect(russia).toMatchObject({ worth: 75, accepts: false });
    const moved = offered(two(), ["immediately", "all"], ["one_week", "some"], ["one_week", "none"]);
    // 0 at first, 75 now; two steps have raised its trust to 0.58: 0.536 · 70 + 0.464 · (100 − 75).
    expect(adviceOf(moved).target).toBeCloseTo(49.12, 12);
    expect(adviceOf(moved).accepts).toBe(true);
  });

  it("who takes back what it gave has given nothing", () => {
    const table = offered(two(), ["immediately", "some"], ["one_week", "none"], ["immediately", "all"]);
    expect(adviceOf(table).target).toBeCloseTo(inKind(table, 70, 0, US), 12);
  });

  it("in an answer the mover alone counts; in an offer, of those it courts, who has given least", () => {
    const scenario = three();
    const table = seat(scenario);
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse");
    table.as("russia").passes().as("turkey").offers({ start: "immediately", aid: "some" }).allAnswer("refuse");
    table.as("us").offers({ start: "one_week", aid: "some" }).allAnswer("refuse").as("russia").passes();
    table.as("turkey").passes().as("us").passes();
    // Round 3, by time 70. The US has given 50, Turkey nothing.
    expect(targetOf(table)).toBeCloseTo(82, 12);
    table.as("russia").passes().as("turkey").offers({ start: "immediately", aid: "none" });
    // Turkey gives 25 with it.
    expect(adviceOf(table).target).toBeCloseTo(inKind(table, 70, 25, TURKEY), 12);
    table.allAnswer("refuse").as("us").offers({ start: "one_week", aid: "none" });
    // Round 4, by time 55; 75 from the US. Turkey's 25 do not count here.
    expect(adviceOf(table).target).toBeCloseTo(inKind(table, 55, 75, US), 12);
  });

  it("a text is answered as in an offer, a sounding towards who asks, a final vote at the floor", () => {
    const scenario = small({
      russia: IN_KIND,
      un: {},
      protocol: { rounds: 2, order: [0, 1, 2, 3], mediator: { party: 3, asks: 1, textFrom: 2 } },
    });
    const table = seat(scenario);
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").as("russia").passes();
    table.as("turkey").offers({ start: "immediately", aid: "some" }).allAnswer("refuse").as("un").passes();
    table.as("us").offers({ start: "one_week", aid: "none" }).allAnswer("refuse");
    // Round 2 of 2, by time 40. The US has given 75, Turkey nothing: 0.6 · 40 + 0.4 · 100.
    expect(targetOf(table)).toBeCloseTo(64, 12);
    table.as("russia").passes().as("turkey").passes().as("un").puts({ start: "one_week", aid: "some" });
    expect(adviceOf(table).target).toBeCloseTo(64, 12);
    table.allAnswer("refuse");
    expect(adviceOf(table).target).toBe(40);
  });

  it("stays between floor and top, and is nothing to tactics that answer in their own way", () => {
    const whole = { ...IN_KIND, tactic: { kind: "linear", exponent: [1, 1], reciprocity: 1 } } as const;
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }), (packages) => {
        const table = seat(two(whole));
        for (const [index, pack] of packages.entries()) {
          table.untilRound(index + 1);
          const start = ["immediately", "one_week", "first_march"][Math.floor(pack / 3)] as string;
          table.as("us").offers({ start, aid: ["all", "some", "none"][pack % 3] as string });
          expect(targetOf(table)).toBeGreaterThanOrEqual(40);
          expect(targetOf(table)).toBeLessThanOrEqual(100);
          if (table.play.waiting?.kind === "answers") table.allAnswer("refuse");
        }
      }),
      { numRuns: 15 },
    );
    const mirror = { ...IN_KIND, tactic: { kind: "tit_for_tat", exponent: [1, 1], reciprocity: 1 } } as const;
    const table = offered(two(mirror), ["immediately", "all"], ["one_week", "some"]);
    expect(adviceOf(table).target).toBe(50);
  });

  it("each side sees by how much and since when each other has moved towards it, by its own reckoning", () => {
    const table = offered(three(), ["immediately", "all"], ["one_week", "some"], null);
    const own = table.untilRound(4).as("russia").view().own;
    expect(own?.reciprocity).toMatchObject([
      { given: 50, since: 2, share: expect.closeTo(0.8 * 0.54, 12) },
      { given: 0, since: 0, share: 0 },
      { given: 0, since: 0, share: 0.4 },
    ]);
    expect(own?.timeTarget).toBe(55);
    // To Turkey the same offers are no step: it had 50 of the first, and has 50 now.
    expect(table.as("turkey").view().own?.reciprocity[US]).toMatchObject({ given: 0, since: 1 });
  });
});

describe("MiCRO", () => {
  it("passes over what those whom it courts have called a red line", () => {
    const us: Partial<Party> = { tactic: { kind: "micro", exponent: [1, 1], reciprocity: 0 } };
    const redLines = [{ title: null, when: [{ issue: START, options: [2] }], grounds: NO_GROUNDS }];
    const table = seat(small({ russia: us, us: { redLines }, turkey: null, protocol: { rounds: 4, order: [1, 0] } }), {
      humans: ["us"],
    });
    expect(table).toHaveStanding("russia", { start: "first_march", aid: "none" });
    table
      .as("us")
      .answers("refuse", { named: [], red: [0] })
      .as("us")
      .offers({ start: "immediately", aid: "all" });
    // Its list begins with one week and no aid (75) now, then one week and some aid: its second offer is the second of that.
    expect(table).toHaveStanding("russia", { start: "one_week", aid: "some" });
  });
});

describe("who is needed in fact", () => {
  it("is courted, though `needs` does not name it; who can be done without is not", () => {
    const courted = (needs: number[], atLeast: number) =>
      seat(small({ protocol: { binding: { needs, atLeast } } }))
        .as("us")
        .view().own?.courted;
    expect(courted([US, RUSSIA], 3)).toEqual([RUSSIA, TURKEY]);
    expect(courted([US, RUSSIA], 2)).toEqual([RUSSIA]);
    expect(courted([], 2)).toEqual([RUSSIA, TURKEY]);
    const positions = [positionOf("open", { asks: [{ issue: AID, options: [0] }] })];
    const left = seat(small({ us: { positions }, protocol: { binding: { needs: [], atLeast: 2 } } }));
    left.as("us").passes().as("russia").passes().as("turkey").walksOut();
    expect(left.as("us").view().own?.courted).toEqual([RUSSIA]);
  });
});
