import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/scenario/types.ts";
import { eventOf, RUSSIA, small, US, walkAwayAt } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

const roundFrom = (round: number): Condition => ({ kind: "round_from", round });

describe("the order of a round", () => {
  it("is the order of the file, the mediator last, the same in every round", () => {
    const scenario = small({ un: {}, protocol: { order: [2, 0, 1, 3], rounds: 3 } });
    const table = seat(scenario).toTheEnd();
    const movers = table.sent("PASS").map(({ event, round }) => ["party" in event ? event.party : -1, round]);
    expect(movers).toEqual([1, 2, 3].flatMap((round) => [2, 0, 1, 3].map((party) => [party, round])));
  });

  it("passes over a party that has walked out", () => {
    const table = seat(small({ protocol: { binding: { needs: [US], atLeast: 1 } } }));
    table.as("us").passes().as("russia").walksOut().as("turkey").passes();
    expect(table).toAwait("us");
    table.as("us").passes();
    expect(table).toAwait("turkey");
  });

  it("counts turns through the whole play", () => {
    const table = seat(small({ protocol: { rounds: 2 } })).toTheEnd();
    expect(table.sent("PASS").map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("the interval", () => {
  it("comes before every round but the first", () => {
    const table = seat(small({ protocol: { rounds: 4 }, events: [eventOf("news")] })).toTheEnd();
    expect(table.sent("INTERVAL").map(({ round }) => round)).toEqual([2, 3, 4]);
    expect(table.told("news").map(({ round }) => round)).toEqual([2]);
  });

  it("brings events in file order, each once", () => {
    const events = [eventOf("late", { when: roundFrom(3) }), eventOf("first"), eventOf("second")];
    const table = seat(small({ events })).toTheEnd();
    expect(table.told("news").map(({ event, round }) => [event, round])).toEqual([
      [1, 2],
      [2, 2],
      [0, 3],
    ]);
  });

  it("lets an event see what earlier events of the same interval have done, and not what later ones will do", () => {
    const followsOn = (event: number): Condition => ({ kind: "event", event });
    const events = [
      eventOf("too_early", { when: followsOn(1) }),
      eventOf("cause"),
      eventOf("echo", { when: followsOn(1) }),
    ];
    const table = seat(small({ events })).untilRound(2);
    expect(table.told("news").map(({ event }) => event)).toEqual([1, 2]);
    table.untilRound(3);
    expect(table.told("news").map(({ event }) => event)).toEqual([1, 2, 0]);
  });

  it("draws chance anew in each interval while the condition holds, by the seed alone", () => {
    const rounds = 8;
    const events = [eventOf("maybe", { chance: 0.5, when: roundFrom(3) })];
    const when = (seed: string, others: string[] = []): number[] => {
      const table = seat(small({ events, protocol: { rounds } }), { seed });
      for (const of of others) table.as("us").soundsOut(of, { start: "one_week" });
      return table
        .toTheEnd()
        .told("news")
        .map(({ round }) => round);
    };
    const seeds = Array.from({ length: 200 }, (_, n) => `s${n}`);
    const rounds1 = seeds.map((seed) => when(seed)[0] ?? 0);
    const share = (round: number): number => rounds1.filter((one) => one === round).length / seeds.length;
    expect(share(2)).toBe(0);
    expect(share(3)).toBeGreaterThan(0.4);
    expect(share(3)).toBeLessThan(0.6);
    expect(share(4)).toBeGreaterThan(0.15);
    expect(share(4)).toBeLessThan(0.35);
    // One more sounding shifts no other draw.
    expect(seeds.slice(0, 20).map((seed) => when(seed, ["russia"])[0] ?? 0)).toEqual(rounds1.slice(0, 20));
  });

  it("moves walk-aways by their drift after the events, and then takes a tenth off every pressure", () => {
    const events = [
      eventOf("push", {
        effects: { pressure: [{ party: RUSSIA, by: 0.5 }], walkAway: [{ party: US, by: -10 }] },
      }),
    ];
    const table = seat(small({ us: { walkAway: walkAwayAt(40, -2) }, events })).untilRound(2);
    const { walkAway, pressure } = table.play.state.context;
    expect(walkAway[US]).toBe(28);
    expect(pressure[RUSSIA]).toBe(0.45);
    table.untilRound(3);
    expect(table.play.state.context.walkAway[US]).toBe(26);
    expect(table.play.state.context.pressure[RUSSIA]).toBeCloseTo(0.405, 12);
  });
});
