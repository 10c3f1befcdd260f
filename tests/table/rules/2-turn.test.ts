import { describe, expect, it } from "vitest";
import type { Condition, Position } from "../../../src/scenario/types.ts";
import { NO_EFFECTS, NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { eventOf, RUSSIA, START, small, US } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

const always: Condition = { kind: "always" };
const roundFrom = (round: number): Condition => ({ kind: "round_from", round });
const to = (index: number, when: Condition = always) => ({ to: index, when, grounds: NO_GROUNDS });

/** Four positions; by default each leads on to the next at once. */
function chart(...moves: Position["moves"][]): Position[] {
  return ["first", "second", "third", "fourth"].map((id, index) =>
    positionOf(id, { moves: moves[index] ?? (index < 3 ? [to(index + 1)] : []) }),
  );
}

describe("a party's chart", () => {
  it("makes at most one move a turn, when the party's own turn begins", () => {
    const table = seat(small({ russia: { positions: chart() } }));
    expect(table).toAwait("us");
    expect(table).toHavePosition("russia", "first");
    table.as("us").passes();
    expect(table).toHavePosition("russia", "second");
    table.untilRound(2);
    expect(table).toHavePosition("russia", "second");
    table.as("us").passes();
    expect(table).toHavePosition("russia", "third");
  });

  it("takes the first move of the file whose condition holds", () => {
    const moves = [to(1, roundFrom(2)), to(2), to(3)];
    const table = seat(small({ us: { positions: chart(moves) } }));
    expect(table).toHavePosition("us", "third");
    const later = seat(small({ us: { positions: chart([to(1, roundFrom(2)), to(2, roundFrom(2))]) } }));
    expect(later.untilRound(2)).toHavePosition("us", "second");
  });

  it("stays while no condition holds", () => {
    const table = seat(small({ us: { positions: chart([to(1, roundFrom(5))]) } })).untilRound(4);
    expect(table).toHavePosition("us", "first");
    expect(table.untilRound(5)).toHavePosition("us", "second");
  });

  it("does not move on what others do before its turn comes", () => {
    const offered: Condition = { kind: "offered", by: RUSSIA, terms: [{ issue: START, options: [1] }] };
    const table = seat(small({ us: { positions: chart([to(1, offered)], []) } }));
    table.as("us").passes().as("russia").offers({ start: "one_week" });
    expect(table).toHavePosition("us", "first");
    table.allAnswer("refuse").as("turkey").passes();
    expect(table).toAwait("us");
    expect(table).toHavePosition("us", "second");
  });

  it("means others by `anyone`, the mediator with its text among them, never the party itself", () => {
    const offered: Condition = { kind: "offered", by: -1, terms: [{ issue: START, options: [1] }] };
    const positions = chart([to(1, offered)], []);
    const scenario = small({ us: { positions }, un: {}, protocol: { mediator: { party: 3, asks: 2, textFrom: 2 } } });
    const table = seat(scenario);
    table.as("us").offers({ start: "one_week" }).allAnswer("refuse").untilRound(2);
    expect(table).toHavePosition("us", "first");
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    table.as("un").puts({ start: "one_week", aid: "all" }).allAnswer("refuse");
    expect(table).toHavePosition("us", "second");
  });

  it("moves once more before a final vote, all parties at once, voters and mediator", () => {
    const positions = chart([to(1, roundFrom(2))], [to(2)], []);
    const scenario = small({
      us: { positions },
      un: { positions },
      protocol: { rounds: 2, mediator: { party: 3, asks: 2, textFrom: 2 } },
    });
    const table = seat(scenario).untilRound(2);
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    expect(table).toHavePosition("us", "second");
    table.as("un").puts({ start: "one_week" }).allAnswer("refuse");
    expect(table).toAwait("us", "russia", "turkey");
    expect(table).toHavePosition("us", "third");
    expect(table).toHavePosition("un", "third");
  });

  it("is sent by an event to the position that it names, at its next turn, before its own moves and once", () => {
    const events = [eventOf("order_from_home", { effects: { moves: [{ party: RUSSIA, to: 3 }] } })];
    const table = seat(
      small({ russia: { positions: chart([to(1, roundFrom(2))], [], [], [to(0)]) }, events }),
    ).untilRound(2);
    expect(table).toHavePosition("russia", "first");
    table.as("us").passes();
    expect(table).toHavePosition("russia", "fourth");
    table.untilRound(3).as("us").passes();
    expect(table).toHavePosition("russia", "first");
  });

  it("is shown to the others as the position under which the party last spoke", () => {
    const table = seat(small({ us: { positions: chart() } }));
    expect(table.as("russia").view().parties[US]?.position).toBe(-1);
    table.as("us").passes();
    expect(table.as("russia").view().parties[US]?.position).toBe(1);
    table.untilRound(2);
    expect(table).toHavePosition("us", "third");
    expect(table.as("russia").view().parties[US]?.position).toBe(1);
    expect(table.as("us").view().own?.position).toBe(2);
  });
});

describe("a turn", () => {
  it("is one statement: after it the next party is awaited", () => {
    const table = seat(small());
    table.as("us").passes();
    expect(table).toAwait("russia");
    expect(table).toBeClosed("us", { kind: "pass" }, "not_your_turn");
  });

  it("allows two asides before the statement, and no more", () => {
    const lever = { id: "blame", title: {}, on: RUSSIA, effects: NO_EFFECTS, cost: 0, uses: 9, grounds: NO_GROUNDS };
    const table = seat(small({ us: { levers: [lever] } }));
    table.as("us").commitsTo({ start: "immediately" }).as("us").presses("blame");
    expect(table).toBeClosed("us", { kind: "press", lever: "blame" }, "asides_used");
    expect(table).toBeClosed("us", { kind: "commit", option: { aid: "all" } }, "asides_used");
    expect(table).toBeClosed("us", { kind: "sound_out", of: "russia", option: { aid: "all" } }, "asides_used");
    expect(table).toBeOpen("us", { kind: "pass" });
    table.untilRound(2);
    expect(table).toBeOpen("us", { kind: "press", lever: "blame" });
  });

  it("allows a party one sounding, a mediator two", () => {
    const table = seat(small({ un: {} }));
    const about = { kind: "sound_out", of: "russia", option: { start: "one_week" } } as const;
    table.as("us").soundsOut("russia", { start: "one_week" });
    expect(table).toBeClosed("us", { ...about, of: "turkey" }, "soundings_used");
    expect(table).toBeOpen("us", { kind: "commit", option: { aid: "all" } });
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    table.as("un").soundsOut("russia", { start: "one_week" }).as("un").soundsOut("us", { start: "one_week" });
    expect(table).toBeClosed("un", { ...about, of: "turkey" }, "asides_used");
  });
});
