import { describe, expect, it } from "vitest";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, eventOf, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

const WEEK = { start: "one_week", aid: "some" };

describe("an event that removes an option", () => {
  const events = [eventOf("gone", { effects: { removeOptions: [{ issue: START, option: 1 }] } })];

  it("closes every way to put it on the floor: offer, text, taking up, sounding, commitment", () => {
    const table = seat(small({ un: {}, events, protocol: { mediator: { party: 3, asks: 2, textFrom: 1 } } }));
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").passes().as("turkey").passes().as("un").passes();
    table.as("us").passes();
    expect(table).toBeClosed("russia", { kind: "offer", package: WEEK }, "option_removed");
    expect(table).toBeClosed("russia", { kind: "take_up", of: "us" }, "option_removed");
    expect(table).toBeClosed(
      "russia",
      { kind: "sound_out", of: "us", option: { start: "one_week" } },
      "option_removed",
    );
    expect(table).toBeClosed("russia", { kind: "sound_out", of: "us", package: WEEK }, "option_removed");
    expect(table).toBeClosed("russia", { kind: "commit", option: { start: "one_week" } }, "option_removed");
    table.as("russia").passes().as("turkey").passes();
    expect(table).toBeClosed("un", { kind: "text", package: WEEK }, "option_removed");
    expect(table).toBeOpen("un", { kind: "text", package: { start: "first_march", aid: "some" } });
  });

  it("leaves the standing offer standing, for all to see", () => {
    const table = seat(small({ events }));
    table.as("us").offers(WEEK).allAnswer("refuse").untilRound(2);
    expect(table).toHaveStanding("us", WEEK);
    expect(table.as("russia").view().removed).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it("takes it out of what a party may ask for: its top falls", () => {
    const best = [eventOf("gone", { effects: { removeOptions: [{ issue: START, option: 0 }] } })];
    const table = seat(small({ events: best }));
    expect(table.as("us").view().own?.top).toBe(100);
    table.untilRound(2);
    expect(table.as("us").view().own?.top).toBe(75);
    expect([...(table.as("us").view().own?.candidates.packages ?? [])]).toEqual([8, 5, 7, 4, 6, 3]);
  });

  it("does not lift a commitment to it", () => {
    const table = seat(small({ events }));
    table.as("us").commitsTo({ start: "one_week" }).untilRound(2);
    expect(table.as("us").view().parties[US]?.commitments).toEqual([1, -1]);
  });
});

describe("an event that moves walk-aways", () => {
  it("adds to them, for good", () => {
    const effects = {
      walkAway: [
        { party: US, by: 5 },
        { party: RUSSIA, by: -3 },
      ],
    };
    const table = seat(
      small({
        us: { walkAway: walkAwayAt(40) },
        russia: { walkAway: walkAwayAt(50) },
        events: [eventOf("news", { effects })],
      }),
    );
    table.untilRound(4);
    expect(table.play.state.context.walkAway).toEqual([45, 47, 0]);
  });

  it("raises the floor when it passes what the position holds out for", () => {
    const positions = [positionOf("open", { holdsAtLeast: 42 })];
    const events = [eventOf("news", { effects: { walkAway: [{ party: US, by: 5 }] } })];
    const table = seat(small({ us: { walkAway: walkAwayAt(40), positions }, events }));
    expect(table.as("us").view().own?.floor).toBe(42);
    expect(table.untilRound(2).as("us").view().own).toMatchObject({ walkAway: 45, floor: 45 });
  });
});

describe("an event that presses", () => {
  it("adds to the pressure, which stays within 0–1, and lowers the target of a party in time", () => {
    const pushed = [
      eventOf("push", {
        effects: {
          pressure: [
            { party: TURKEY, by: 0.5 },
            { party: US, by: -1 },
          ],
        },
      }),
    ];
    const table = seat(small({ events: pushed, protocol: { rounds: 5 } })).untilRound(2);
    expect(table.play.state.context.pressure).toEqual([0, 0, 0.45]);
    // t = ¼; τ = ¼ + ¾·0.45/2 = 0.41875 for Turkey, ¼ for the others; floor 0, top 100.
    expect(table.as("turkey").view().own?.target).toBeCloseTo(58.125, 12);
    expect(table.as("us").view().own?.target).toBeCloseTo(75, 12);
    expect(table.as("us").view().parties[TURKEY]?.pressure).toBe("some");
  });
});

describe("an event that lifts a commitment or sends a party to a position", () => {
  it("may hit somebody who has none, or is there already", () => {
    const effects = { releaseCommitments: [{ party: US, issue: AID }], moves: [{ party: RUSSIA, to: 0 }] };
    const moves = [{ to: 1, when: { kind: "round_from", round: 2 } as const, grounds: NO_GROUNDS }];
    const positions = [positionOf("first", { moves }), positionOf("second")];
    const table = seat(small({ russia: { positions }, events: [eventOf("news", { effects })] })).untilRound(2);
    table.as("us").passes();
    // The order is obeyed in place of the move that was due; the move comes a turn later.
    expect(table).toHavePosition("russia", "first");
    table.untilRound(3).as("us").passes();
    expect(table).toHavePosition("russia", "second");
  });
});

describe("what an event is", () => {
  it("shows in every seat's record when it happens", () => {
    const table = seat(small({ events: [eventOf("news")] })).untilRound(2);
    for (const party of ["us", "russia", "turkey", null]) {
      expect(table.play.view(party).log.filter(({ kind }) => kind === "news")).toEqual([
        { kind: "news", event: 0, turn: 3, round: 2 },
      ]);
      expect(table.play.view(party).happened).toEqual([0]);
    }
  });
});
