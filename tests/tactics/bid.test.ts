import { describe, expect, it } from "vitest";
import type { Party } from "../../src/scenario/types.ts";
import type { OwnSide } from "../../src/table/view/own-side.ts";
import type { View } from "../../src/table/view/view.ts";
import { estimatedWorth, ownWorth } from "../../src/tactics/appraise.ts";
import { nextOffer, offerToTakeUp, WINDOW } from "../../src/tactics/bid.ts";
import { issueOf, NO_GROUNDS, partyOf, positionOf, scenarioOf } from "../setup/scenarios.ts";
import { eventOf, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../setup/small.ts";
import { seat, type Table } from "../setup/table.ts";

const own = (view: View): OwnSide => view.own as OwnSide;
const offerOf = (table: Table, party = "us"): number => nextOffer(table.as(party).view(), own(table.as(party).view()));

/** Holds the target of a party at a worth: the floor is the top of what it may ask, or the walk-away does it. */
const at = (worth: number): Partial<Party> => ({ walkAway: walkAwayAt(worth) });

describe("the next offer", () => {
  it("opens with the best that the position asks for", () => {
    expect(offerOf(seat(small()))).toBe(0);
    const positions = [positionOf("week", { asks: [{ issue: START, options: [1] }] })];
    expect(offerOf(seat(small({ us: { positions } })))).toBe(3);
  });

  it("is never below the target, while anything the position asks reaches it", () => {
    const table = seat(small({ us: at(30), protocol: { rounds: 6 } }));
    for (let round = 1; round <= 6; round++) {
      const view = table.untilRound(round).as("us").view();
      expect(ownWorth(view, own(view), nextOffer(view, own(view)))).toBeGreaterThanOrEqual(own(view).target);
    }
  });

  it("is, of what is worth enough, what the most demanding of the needed parties is thought to like best", () => {
    // One round: the target is the floor, 50. Russia has offered 1 March and all aid, Turkey one week and no aid.
    const table = seat(small({ us: at(50), protocol: { rounds: 1, order: [RUSSIA, TURKEY, US] } }));
    table.as("russia").offers({ start: "first_march", aid: "all" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "one_week", aid: "none" }).allAnswer("refuse");
    const view = table.as("us").view();
    const least = (pack: number) => Math.min(estimatedWorth(view, RUSSIA, pack), estimatedWorth(view, TURKEY, pack));
    const enough = [0, 1, 2, 3, 4, 6].map((pack) => [pack, least(pack)] as const);
    const [best] = [...enough].sort((a, b) => b[1] - a[1]);
    expect(offerOf(table)).toBe(best?.[0]);
    expect(offerOf(table)).not.toBe(0);
  });

  it("suits the needed alone; without needs everybody, less those who left", () => {
    const heard = (needs: number[]) => {
      const table = seat(
        small({ us: at(50), protocol: { rounds: 1, order: [RUSSIA, TURKEY, US], binding: { needs, atLeast: 2 } } }),
      );
      table.as("russia").offers({ start: "first_march", aid: "all" }).allAnswer("refuse");
      table.as("turkey").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
      return table;
    };
    expect(offerOf(heard([US, RUSSIA]))).toBe(6);
    expect(offerOf(heard([US, TURKEY]))).toBe(2);
    expect([6, 2]).not.toContain(offerOf(heard([])));
    const table = seat(
      small({ us: at(50), protocol: { rounds: 1, order: [RUSSIA, TURKEY, US], binding: { needs: [], atLeast: 2 } } }),
    );
    table.as("russia").offers({ start: "first_march", aid: "all" }).allAnswer("refuse").as("turkey").walksOut();
    expect(offerOf(table)).toBe(6);
  });

  it("prefers its own worth where the others are thought to care equally, then the lower index", () => {
    // Nothing is known of anybody: all estimates are equal.
    expect(offerOf(seat(small({ us: at(25), protocol: { rounds: 1 } })))).toBe(0);
    const flat: Partial<Party> = {
      ...at(50),
      values: [0, 1].map(() => ({ weight: 50, options: [100, 100, 100], grounds: NO_GROUNDS })),
    };
    expect(offerOf(seat(small({ us: flat, protocol: { rounds: 1 } })))).toBe(0);
  });

  it("keeps its commitments in mind, and what events have taken off the table", () => {
    const us = { ...at(40), audienceCost: 30 };
    const table = seat(small({ us, protocol: { rounds: 1, order: [RUSSIA, TURKEY, US] } }));
    table.as("russia").offers({ start: "first_march", aid: "all" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "first_march", aid: "all" }).allAnswer("refuse");
    expect(offerOf(table)).toBe(6);
    table.as("us").commitsTo({ start: "immediately" });
    // 1 March and all aid is worth 50 − 30 now; one week and all aid 75 − 30.
    expect(offerOf(table)).toBe(3);
    const events = [eventOf("gone", { effects: { removeOptions: [{ issue: START, option: 0 }] } })];
    expect(offerOf(seat(small({ events })).untilRound(2))).toBe(3);
  });

  it("looks through the 64 packages next to the target and no further", () => {
    expect(WINDOW).toBe(64);
    const options = Array.from({ length: 100 }, (_, n) => `o${n}`);
    const rises = options.map((_, n) => n + 1);
    const scenario = scenarioOf(
      [issueOf("a", options)],
      [partyOf("us", [rises]), partyOf("russia", [[...rises].reverse()])],
      {},
    );
    const { protocol } = scenario;
    const table = (best: string) => {
      const one = seat({ ...scenario, protocol: { ...protocol, rounds: 1, order: [1, 0] } });
      return one.as("russia").offers({ a: best }).allAnswer("refuse");
    };
    // The US would take anything: its window is o0 … o63.
    expect(offerOf(table("o40"))).toBe(40);
    expect(offerOf(table("o63"))).toBe(63);
    expect(offerOf(table("o90"))).toBe(63);
  });

  it("is the best that is asked where that falls short of the target, down to the walk-away; then there is none", () => {
    const asks = [{ issue: START, options: [2] }];
    const firm = (walkAway: number) => ({
      walkAway: walkAwayAt(walkAway),
      positions: [positionOf("open", { asks, holdsAtLeast: 90 })],
    });
    expect(offerOf(seat(small({ us: firm(50) })))).toBe(6);
    expect(offerOf(seat(small({ us: firm(51) })))).toBe(-1);
  });
});

describe("taking up", () => {
  const taken = (table: Table, bar: number): number => {
    const view = table.as("us").view();
    return offerToTakeUp(view, own(view), bar);
  };
  /** Russia stands for a package worth 50 to the US, Turkey for one worth 75. */
  function offered(us: Partial<Party> = {}): Table {
    const table = seat(small({ us }));
    table.as("us").passes().as("russia").offers({ start: "one_week", aid: "some" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "immediately", aid: "some" }).allAnswer("refuse");
    return table;
  }

  it("takes the best standing offer that is worth at least the own next offer", () => {
    expect(taken(offered(), 50)).toBe(TURKEY);
    expect(taken(offered(), 75)).toBe(TURKEY);
    expect(taken(offered(), 75.1)).toBe(-1);
  });

  it("never takes one below the walk-away or across a red line", () => {
    expect(taken(offered(at(80)), 0)).toBe(-1);
    const redLines = [{ title: null, when: [{ issue: START, options: [0] }], grounds: NO_GROUNDS }];
    expect(taken(offered({ redLines }), 0)).toBe(RUSSIA);
  });

  it("takes no offer that it stands for itself, nor one that is off the table", () => {
    const table = offered();
    table.as("us").takesUp("turkey").as("russia").answers("refuse").as("russia").passes().as("turkey").passes();
    expect(taken(table, 0)).toBe(RUSSIA);
    const events = [
      eventOf("gone", {
        when: { kind: "round_from", round: 2 },
        effects: { removeOptions: [{ issue: START, option: 0 }] },
      }),
    ];
    const thinned = seat(small({ events }));
    thinned
      .as("us")
      .passes()
      .as("russia")
      .passes()
      .as("turkey")
      .offers({ start: "immediately", aid: "some" })
      .allAnswer("refuse");
    expect(taken(thinned, 0)).toBe(-1);
  });

  it("takes the first of the file where two are worth the same", () => {
    const table = seat(small());
    table.as("us").passes().as("russia").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "one_week", aid: "some" }).allAnswer("refuse");
    expect(taken(table, 50)).toBe(RUSSIA);
  });
});
