import { describe, expect, it } from "vitest";
import type { Party } from "../../../src/scenario/types.ts";
import { timeTarget } from "../../../src/table/party/target.ts";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { eventOf, START, small, US, walkAwayAt } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

/**
 * floor 40, top 90: elapsed fraction, pressure, exponent and target. Worked out with 40 decimal digits by another program
 * (Python's `decimal`): τ = t + (1 − t)·p/2, target = 40 + 50·(1 − τ^(1/e)).
 */
const GRID = [
  [0, 0, 0.2, 90],
  [0, 0, 1, 90],
  [0, 0, 3, 90],
  [0, 0.4, 0.2, 89.984],
  [0, 0.4, 1, 80],
  [0, 0.4, 3, 60.759822617871],
  [0, 1, 0.2, 88.4375],
  [0, 1, 1, 65],
  [0, 1, 3, 50.314973700795],
  [0.25, 0, 0.2, 89.951171875],
  [0.25, 0, 1, 77.5],
  [0.25, 0, 3, 58.501973752628],
  [0.25, 0.4, 0.2, 89.488],
  [0.25, 0.4, 1, 70],
  [0.25, 0.4, 3, 53.159685013596],
  [0.25, 1, 0.2, 85.231628417969],
  [0.25, 1, 1, 58.75],
  [0.25, 1, 3, 47.250601333083],
  [0.5, 0, 0.2, 88.4375],
  [0.5, 0, 1, 65],
  [0.5, 0, 3, 50.314973700795],
  [0.5, 0.4, 0.2, 86.112],
  [0.5, 0.4, 1, 60],
  [0.5, 0.4, 3, 47.828366734913],
  [0.5, 1, 0.2, 78.134765625],
  [0.5, 1, 1, 52.5],
  [0.5, 1, 3, 44.571985179197],
  [0.875, 0, 0.2, 64.354553222656],
  [0.875, 0, 1, 46.25],
  [0.875, 0, 3, 42.17672043069],
  [0.875, 0.4, 0.2, 60.4755],
  [0.875, 0.4, 1, 45],
  [0.875, 0.4, 3, 41.725530769719],
  [0.875, 1, 0.2, 53.79017829895],
  [0.875, 1, 1, 43.125],
  [0.875, 1, 3, 41.064154485389],
  [1, 0, 0.2, 40],
  [1, 0.4, 1, 40],
  [1, 1, 3, 40],
] as const;

describe("the target of a party that goes by time", () => {
  it.each(GRID)("at t = %d under pressure %d with exponent %d is %d", (t, pressure, exponent, target) => {
    expect(timeTarget(40, 90, t, pressure, exponent)).toBeCloseTo(target, 9);
  });

  it("falls from the top to the floor, round by round, at the pace of its exponent", () => {
    const targets = (exponent: number): number[] => {
      const us: Partial<Party> = {
        walkAway: walkAwayAt(20),
        tactic: { kind: "linear", exponent: [exponent, exponent] },
        positions: [positionOf("open", { asks: [{ issue: START, options: [0, 1] }], holdsAtLeast: 40 })],
      };
      const table = seat(small({ us, protocol: { rounds: 5 } }));
      return [1, 2, 3, 4, 5].map((round) => table.untilRound(round).as("us").view().own?.target ?? Number.NaN);
    };
    expect(targets(1)).toEqual([100, 85, 70, 55, 40]);
    const near = (found: number[], wanted: number[]) => {
      for (const [index, one] of wanted.entries()) expect(found[index]).toBeCloseTo(one, 9);
    };
    // 40 + 60·(1 − t²) and 40 + 60·(1 − √t)
    near(targets(0.5), [100, 96.25, 85, 66.25, 40]);
    near(targets(2), [100, 70, 57.573593128807, 48.038475772934, 40]);
  });

  it("draws the exponent once for each run, evenly from its range, by the seed", () => {
    const us: Partial<Party> = { tactic: { kind: "boulware", exponent: [0.2, 0.6] } };
    const drawn = (seed: string) => seat(small({ us }), { seed, runner: "batch" }).play.state.context.exponent[US] ?? 0;
    const all = Array.from({ length: 400 }, (_, n) => drawn(`s${n}`));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...all)).toBeLessThan(0.6);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean).toBeGreaterThan(0.38);
    expect(mean).toBeLessThan(0.42);
    expect(drawn("s7")).toBe(all[7]);
  });
});

describe("floor and top", () => {
  const own = (us: Partial<Party>) => seat(small({ us })).as("us").view().own;

  it("floor is the larger of the walk-away and what the position holds out for", () => {
    const holds = (at: number | null) => [positionOf("open", { holdsAtLeast: at })];
    expect(own({ walkAway: walkAwayAt(30), positions: holds(45) })?.floor).toBe(45);
    expect(own({ walkAway: walkAwayAt(50), positions: holds(45) })?.floor).toBe(50);
    expect(own({ walkAway: walkAwayAt(30), positions: holds(null) })?.floor).toBe(30);
  });

  it("top is the best package that meets what the position asks and crosses no red line of its own", () => {
    const asks = [{ issue: START, options: [1] }];
    expect(own({ positions: [positionOf("open", { asks })] })?.top).toBe(75);
    const redLines = [{ title: null, when: [{ issue: 1, options: [0] }], grounds: NO_GROUNDS }];
    expect(own({ positions: [positionOf("open", { asks })], redLines })?.top).toBe(50);
  });

  it("the target is the floor where what is asked is worth no more than it", () => {
    const asks = [{ issue: START, options: [2] }];
    expect(own({ positions: [positionOf("open", { asks, holdsAtLeast: 70 })] })).toMatchObject({
      top: 50,
      floor: 70,
      target: 70,
    });
  });

  it("a table of one round is at its end: the target is the floor", () => {
    const scenario = small({ us: { walkAway: walkAwayAt(30) }, protocol: { rounds: 1 } });
    expect(seat(scenario).as("us").view().own?.target).toBe(30);
  });
});

describe("tit for tat", () => {
  const us: Partial<Party> = { tactic: { kind: "tit_for_tat", exponent: [1, 1] }, walkAway: walkAwayAt(30) };
  const target = (table: ReturnType<typeof seat>) => table.as("us").view().own?.target;

  it("gives what the others have given in its own worth since their first offers, on average", () => {
    const table = seat(small({ us }));
    expect(target(table)).toBe(100);
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    expect(target(table)).toBe(100);
    table.as("us").passes().as("russia").offers({ start: "one_week", aid: "some" }).allAnswer("refuse");
    // Russia went from 0 to 50, Turkey stayed: 100 − 50/2.
    expect(target(table)).toBe(75);
  });

  it("counts an offer that got worse as nothing given, not as something taken back", () => {
    const table = seat(small({ us }));
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    table.as("us").passes().as("russia").offers({ start: "one_week", aid: "some" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    // Russia gave 50, Turkey went from 50 to 0: 100 − (50 + 0)/2.
    expect(target(table)).toBe(75);
  });

  it("never goes below its floor nor above its top", () => {
    const table = seat(small({ us, turkey: null, protocol: { rounds: 4 } }));
    table.as("us").passes().as("russia").offers({ start: "one_week", aid: "none" }).as("us").answers("refuse");
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" }).as("us").answers("refuse");
    expect(target(table)).toBe(100);
    table.as("us").passes().as("russia").offers({ start: "immediately", aid: "all" }).as("us").answers("refuse");
    expect(target(table)).toBe(30);
  });
});

describe("MiCRO", () => {
  it("goes one package down its own list for each new offer of the slowest of the others", () => {
    const us: Partial<Party> = {
      tactic: { kind: "micro", exponent: [1, 1] },
      // 60/40 apart, so that no two packages are worth the same
      values: [
        { weight: 60, options: [100, 50, 0], grounds: NO_GROUNDS },
        { weight: 40, options: [100, 40, 0], grounds: NO_GROUNDS },
      ],
    };
    const table = seat(small({ us, turkey: null, protocol: { rounds: 6 } }), { humans: ["russia"] });
    const worth = () => table.as("us").view().own?.target;
    // Worths of the US from the top: 100, 76, 70, 60, …
    expect(table).toHaveStanding("us", { start: "immediately", aid: "all" });
    table.as("russia").answers("refuse").as("russia").offers({ start: "first_march", aid: "none" });
    expect(table).toHaveStanding("us", { start: "immediately", aid: "some" });
    // Russia gives nothing new: the US stays.
    table.as("russia").answers("refuse").as("russia").passes();
    expect(table).toHaveStanding("us", { start: "immediately", aid: "some" });
    expect(worth()).toBe(76);
    table.as("russia").offers({ start: "first_march", aid: "some" });
    expect(table).toHaveStanding("us", { start: "one_week", aid: "all" });
  });
});

describe("MiCRO among equals", () => {
  it("goes through packages of the same worth one by one too", () => {
    const us: Partial<Party> = { tactic: { kind: "micro", exponent: [1, 1] } };
    const table = seat(small({ us, turkey: null, protocol: { rounds: 6 } }), { humans: ["russia"] });
    const offers = [
      ["first_march", "none"],
      ["first_march", "some"],
      ["one_week", "none"],
    ] as const;
    for (const [start, aid] of offers) table.as("russia").answers("refuse").as("russia").offers({ start, aid });
    const made = table
      .sent("OFFER")
      .flatMap(({ event }) => (event.type === "OFFER" && event.party === US ? [event.package] : []));
    // Worths 100, 75, 75, 50, 50: of equals the later first, as the list rises by worth and then by index.
    expect(made).toEqual([0, 3, 1, 6]);
  });
});

describe("pressure", () => {
  it("moves the clock on: half of it at full pressure", () => {
    const events = [eventOf("push", { effects: { pressure: [{ party: US, by: 1 }] } })];
    const table = seat(small({ events, protocol: { rounds: 5 } })).untilRound(2);
    // t = ¼, pressure 1·0.9: τ = 0.25 + 0.75·0.45 = 0.5875
    expect(table.as("us").view().own?.target).toBeCloseTo(41.25, 12);
  });
});
