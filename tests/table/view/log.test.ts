import { describe, expect, it } from "vitest";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { eventOf, RUSSIA, small, TURKEY, US } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

const WEEK = { start: "one_week", aid: "some" };

describe("the record of the table", () => {
  it("tells a round in order: statement, answers, statement, …, news, end", () => {
    const table = seat(small({ events: [eventOf("news")], protocol: { rounds: 2 } }));
    table.as("us").offers(WEEK).allAnswer("refuse").untilRound(2).as("us").passes();
    table.as("russia").takesUp("us").allAnswer("accept");
    expect(table.play.view(null).log.map(({ kind, turn, round }) => [kind, turn, round])).toEqual([
      ["statement", 1, 1],
      ["answers", 1, 1],
      ["statement", 2, 1],
      ["statement", 3, 1],
      ["news", 3, 2],
      ["statement", 4, 2],
      ["statement", 5, 2],
      ["answers", 5, 2],
      ["end", 5, 2],
    ]);
  });

  it("tells of a taken-up offer whose it was and what it holds", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").takesUp("us");
    expect(table.told("statement").at(-1)).toMatchObject({ party: RUSSIA, says: "TAKE_UP", of: US, package: 4 });
  });

  it("gives reasons to the answerer's own side alone, and to all once it is open", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse");
    const reasons = (party: string | null, open = false) =>
      table.play
        .view(party, open)
        .log.flatMap((line) => (line.kind === "answers" ? line.answers.map((one) => one.reasons !== null) : []));
    expect(reasons("us")).toEqual([false, false]);
    expect(reasons("russia")).toEqual([true, false]);
    expect(reasons("turkey")).toEqual([false, true]);
    expect(reasons(null)).toEqual([false, false]);
    expect(reasons(null, true)).toEqual([true, true]);
  });

  it("tells of a move of position to its own side alone", () => {
    const moves = [{ to: 1, when: { kind: "always" } as const, grounds: NO_GROUNDS }];
    const table = seat(small({ us: { positions: [positionOf("one", { moves }), positionOf("two")] } }));
    const told = (party: string | null, open = false) =>
      table.play.view(party, open).log.filter(({ kind }) => kind === "move");
    expect(told("us")).toMatchObject([{ party: US, from: 0, to: 1 }]);
    expect(told("russia")).toEqual([]);
    expect(told(null)).toEqual([]);
    expect(told(null, true)).toHaveLength(1);
  });

  it("tells of a sounding to those who took part, with the reply", () => {
    const table = seat(small());
    table.as("us").soundsOut("russia", { start: "one_week" });
    const told = (party: string | null) => table.play.view(party).log.filter(({ kind }) => kind === "sounding");
    for (const party of ["us", "russia"]) expect(told(party)).toMatchObject([{ party: US, of: RUSSIA, leaked: false }]);
    expect(told("us")).toEqual(told("russia"));
    expect(told("us")[0]).not.toMatchObject({ reply: 0 });
    expect(told("turkey")).toEqual([]);
    expect(told(null)).toEqual([]);
  });

  it("says how the table ended", () => {
    const broken = seat(small());
    expect(broken.as("us").walksOut().told("end")).toMatchObject([{ outcome: "broken" }]);
    expect(seat(small()).toTheEnd().told("end")).toMatchObject([{ outcome: "expired", round: 6 }]);
  });

  it("says under which position somebody spoke", () => {
    const table = seat(small({ us: { positions: [positionOf("one"), positionOf("two")] } }));
    table.as("us").does({ kind: "pass", position: "two" });
    expect(table.told("statement")).toMatchObject([{ party: US, position: 1 }]);
    expect(table.as("turkey").view().parties[US]?.position).toBe(1);
    expect(table.as("us").view().own?.position).toBe(0);
    expect(TURKEY).toBe(2);
  });
});
