import { describe, expect, it } from "vitest";
import type { Party } from "../../../src/scenario/types.ts";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, eventOf, RUSSIA, START, small, TURKEY, US } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

const WEEK = { start: "one_week", aid: "some" };
const UN = 3;

function mediated(textFrom = 6, asks = 2, rounds = 6) {
  return small({ un: {}, protocol: { rounds, mediator: { party: UN, asks, textFrom } } });
}

/** Everyone but the mediator passes. */
function round(table: Table, ...askers: string[]): Table {
  for (const party of ["us", "russia", "turkey"]) {
    if (askers.includes(party)) table.as(party).asksForText();
    else table.as(party).passes();
  }
  return table;
}

describe("a text", () => {
  it("is due once enough parties have asked for one", () => {
    const table = round(seat(mediated()), "us");
    expect(table).toBeClosed("un", { kind: "text", package: WEEK }, "text_not_due");
    table.as("un").passes();
    // The wish of the US is kept over the round.
    expect(table).toBeClosed("us", { kind: "ask_text" }, "already_asked");
    round(table, "turkey");
    expect(table.as("un").view().textDue).toBe(true);
    table.as("un").puts(WEEK);
    expect(table).toAwait("us", "russia", "turkey");
  });

  it("uses the wishes up: the next needs as many again", () => {
    const table = round(seat(mediated()), "us", "russia");
    table.as("un").puts(WEEK).allAnswer("refuse");
    expect(table).toBeOpen("us", { kind: "ask_text" });
    round(table, "us");
    expect(table).toBeClosed("un", { kind: "text", package: WEEK }, "text_not_due");
  });

  it("is due in every round from the one that the file names", () => {
    const table = round(seat(mediated(2)));
    expect(table).toBeClosed("un", { kind: "text", package: WEEK }, "text_not_due");
    table.as("un").passes();
    round(table).as("un").puts(WEEK).allAnswer("refuse");
    round(table).as("un").puts(WEEK).allAnswer("accept");
    expect(table).toHaveSigned(WEEK);
  });

  it("is put by the mediator alone, who may also wait", () => {
    const table = seat(mediated(1));
    expect(table).toBeClosed("us", { kind: "text", package: WEEK }, "only_the_mediator");
    round(table).as("un").passes();
    expect(table).toAwait("us");
  });

  it("cannot be asked for where nobody mediates", () => {
    expect(seat(small())).toBeClosed("us", { kind: "ask_text" }, "no_mediator");
  });

  it("binds by the votes of the parties; an author of the same package is bound", () => {
    const table = seat(mediated(1));
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").passes().as("turkey").passes().as("un").puts(WEEK);
    expect(table).toAwait("russia", "turkey");
    table.allAnswer("accept");
    expect(table).toHaveSigned(WEEK);
  });

  it("is shown as the mediator's standing offer", () => {
    const table = round(seat(mediated(1)));
    table.as("un").puts(WEEK).allAnswer("refuse");
    expect(table).toHaveStanding("un", WEEK);
    expect(table.as("us").view().lastText).toBe(4);
  });

  it("is written by a machine mediator without what a refusal called a red line", () => {
    const redLine = (issue: number, option: number): Partial<Party> => ({
      redLines: [{ title: null, when: [{ issue, options: [option] }], grounds: NO_GROUNDS }],
    });
    const scenario = small({
      un: {},
      russia: redLine(START, 1),
      protocol: { mediator: { party: UN, asks: 2, textFrom: 1 } },
    });
    // The US has offered one week and nobody anything else: one week suits best what the mediator knows.
    const startOfText = (red: readonly number[]): number => {
      const table = seat(scenario, { humans: ["us", "russia", "turkey"] });
      table.as("us").offers(WEEK).as("russia").answers("refuse", { red }).as("turkey").answers("refuse");
      table.as("russia").passes().as("turkey").passes();
      expect(table.as("us").view().redCalled).toEqual(red.map(() => [{ issue: START, options: [1] }]));
      const { onFloor } = table.as("us").view();
      return Math.floor((onFloor?.package ?? -1) / 3);
    };
    expect(startOfText([])).toBe(1);
    expect(startOfText([0])).toBe(0);
  });
});

describe("the final vote", () => {
  /** Two rounds; the text is put in the last one and refused by Turkey. */
  function refused(scenario = mediated(2, 2, 2)): Table {
    const table = seat(scenario);
    round(table).as("un").passes();
    return round(table).as("un").puts(WEEK).allAnswer("refuse");
  }

  it("asks everyone once more about the mediator's last text when the rounds are over", () => {
    const table = refused();
    expect(table).toAwait("us", "russia", "turkey");
    expect(table.as("us").view()).toMatchObject({ finalVote: true, onFloor: { package: 4, as: 3 } });
    table.allAnswer("accept");
    expect(table).toHaveSigned(WEEK);
    expect(table.told("answers").at(-1)).toMatchObject({ final: true, signed: true });
  });

  it("ends the table when it fails: expired", () => {
    expect(refused().allAnswer("refuse")).toHaveExpired();
  });

  it("does not take place without a text", () => {
    expect(seat(mediated(6, 2, 2)).toTheEnd()).toHaveExpired();
    const table = seat(small({ protocol: { rounds: 1 } })).toTheEnd();
    expect(table).toHaveExpired();
    expect(table.sent("ANSWER")).toEqual([]);
  });

  it("takes the last of several texts, however early", () => {
    const table = seat(mediated(1, 2, 3));
    round(table).as("un").puts({ start: "immediately", aid: "all" }).allAnswer("refuse");
    round(table).as("un").puts(WEEK).allAnswer("refuse");
    round(table).as("un").passes();
    expect(table.as("us").view().onFloor?.package).toBe(4);
  });

  it("does not take place when an event has taken an option of the text off the table since", () => {
    const events = [
      eventOf("gone", {
        when: { kind: "round_from", round: 2 },
        effects: { removeOptions: [{ issue: AID, option: 1 }] },
      }),
    ];
    const table = seat({ ...mediated(1, 2, 2), events });
    round(table).as("un").puts(WEEK).allAnswer("refuse");
    round(table).as("un").passes();
    expect(table).toHaveExpired();
  });

  it("asks a machine for its floor, where it held out for its target before", () => {
    // Nobody gives, so tit-for-tat holds out for 100 to the end; the text is worth 50 to each of the three.
    const stubborn = {
      tactic: { kind: "tit_for_tat", exponent: [1, 1] },
      positions: [positionOf("open", { holdsAtLeast: 50 })],
    } as const;
    const scenario = small({
      us: stubborn,
      russia: stubborn,
      turkey: stubborn,
      un: {},
      protocol: { rounds: 2, mediator: { party: UN, asks: 2, textFrom: 2 } },
    });
    const table = seat(scenario, { humans: ["un"] });
    table.as("un").passes().as("un").puts(WEEK);
    const [inRound, final] = table.told("answers", true).filter(({ by }) => by === UN);
    expect(inRound?.answers.map(({ accepts, reasons }) => [accepts, reasons?.target])).toEqual(
      Array.from({ length: 3 }, () => [false, 100]),
    );
    expect(final?.answers.map(({ accepts, reasons }) => [accepts, reasons?.target])).toEqual(
      Array.from({ length: 3 }, () => [true, 50]),
    );
    expect(table).toHaveSigned(WEEK);
  });
});

describe("who answers", () => {
  it("counts a party that stands for the text already as bound in the final vote too", () => {
    const table = seat(mediated(1, 2, 1));
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").passes().as("turkey").passes();
    table.as("un").puts(WEEK).allAnswer("refuse");
    expect(table).toAwait("russia", "turkey");
    table.allAnswer("accept");
    expect(
      table
        .told("answers")
        .at(-1)
        ?.answers.map(({ party, bound }) => [party, bound]),
    ).toEqual([
      [US, true],
      [RUSSIA, false],
      [TURKEY, false],
    ]);
  });
});
