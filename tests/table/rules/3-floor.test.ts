import { describe, expect, it } from "vitest";
import { RUSSIA, small, TURKEY, US } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

const WEEK = { start: "one_week", aid: "some" };

describe("what is on the floor", () => {
  it("is one package: nothing else can be moved until all have answered", () => {
    const table = seat(small());
    table.as("us").offers(WEEK);
    expect(table).toAwait("russia", "turkey");
    expect(table).toBeClosed(
      "russia",
      { kind: "offer", package: { start: "first_march", aid: "none" } },
      "answers_awaited",
    );
    expect(table).toBeClosed("us", { kind: "pass" }, "answers_awaited");
    expect(table.as("turkey").view().onFloor).toEqual({ package: 4, by: US, as: 0 });
  });

  it("is answered by every other voter, and by nobody else", () => {
    const table = seat(small({ un: {} }));
    table.as("us").offers(WEEK);
    expect(table).toAwait("russia", "turkey");
    for (const party of ["us", "un"]) {
      expect(table).toBeClosed(party, { kind: "answer", accepts: true }, "no_answer_awaited");
    }
    table.as("turkey").answers("accept");
    expect(table).toBeClosed("turkey", { kind: "answer", accepts: true }, "no_answer_awaited");
    expect(table).toAwait("russia");
  });

  it("keeps every answer sealed until the last is in: no view changes meanwhile", () => {
    const redLines = [{ title: null, when: [{ issue: 0, options: [1] }], grounds: { cite: [], why: null } }];
    const table = seat(small({ turkey: { redLines }, un: {} }));
    table.as("us").offers(WEEK);
    const seats = ["us", "russia", "un", null];
    const look = (): string[] => seats.map((one) => JSON.stringify(table.play.view(one)));
    const before = look();
    table.as("turkey").answers("refuse", { named: ["aid"], red: [0] });
    expect(look()).toEqual(before);
    expect(table.told("answers")).toEqual([]);
    table.as("russia").answers("accept");
    expect(look()).not.toEqual(before);
    expect(table.told("answers")[0]?.answers).toMatchObject([
      { party: RUSSIA, accepts: true, named: [] },
      { party: TURKEY, accepts: false, named: [1], red: [0] },
    ]);
  });

  it("asks humans before machines, so that no human answers in the light of a machine's answer, and tells the table in party order", () => {
    const table = seat(small(), { humans: ["us", "turkey"] });
    table.as("us").offers({ start: "immediately", aid: "all" });
    expect(table).toAwait("turkey");
    expect(table.sent("ANSWER")).toEqual([]);
    table.as("turkey").answers("refuse");
    expect(table.sent("ANSWER").map(({ event }) => "party" in event && event.party)).toEqual([RUSSIA, TURKEY]);
  });

  it("signs at once when the binding rule holds after the last answer", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("accept");
    expect(table).toHaveSigned(WEEK);
    expect(table).toAwait();
    expect(table.told("end")).toMatchObject([{ outcome: "signed", round: 1 }]);
  });

  it("otherwise leaves it as the mover's standing offer", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).as("russia").answers("accept").as("turkey").answers("refuse");
    expect(table).toHaveStanding("us", WEEK);
    expect(table).toAwait("russia");
    expect(table.as("turkey").view().onFloor).toBeNull();
  });

  it("lets a mover offer what it likes less than its own earlier offer: the new one stands", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").untilRound(2);
    table.as("us").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    expect(table).toHaveStanding("us", { start: "first_march", aid: "none" });
  });
});

describe("taking up a standing offer", () => {
  it("binds its author and asks the others again", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").takesUp("us");
    expect(table).toAwait("turkey");
    table.as("turkey").answers("accept");
    expect(table).toHaveSigned(WEEK);
    expect(table.told("answers")[1]?.answers).toMatchObject([
      { party: US, accepts: true, bound: true },
      { party: TURKEY, accepts: true, bound: false },
    ]);
  });

  it("makes it the taker's own standing offer when it is refused", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").takesUp("us").as("turkey").answers("refuse");
    expect(table).toHaveStanding("russia", WEEK);
    expect(table).toHaveStanding("us", WEEK);
  });

  it("closes a table of two at once: everyone is bound", () => {
    const table = seat(small({ turkey: null }));
    table.as("us").offers(WEEK).as("russia").answers("refuse").as("russia").takesUp("us");
    expect(table).toHaveSigned(WEEK);
  });

  it("frees an author who has made another offer since", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse");
    table.as("russia").passes().as("turkey").takesUp("us").as("russia").answers("refuse");
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse");
    // Turkey still stands for the week; the US no longer does.
    table.as("russia").takesUp("turkey");
    expect(table).toAwait("us");
    table.as("us").answers("refuse");
    expect(table).not.toHaveSigned();
  });

  it("takes the mediator's last text too", () => {
    const table = seat(small({ un: {}, protocol: { mediator: { party: 3, asks: 2, textFrom: 1 } } }));
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    table.as("un").puts(WEEK).allAnswer("refuse").as("us").takesUp("un");
    expect(table).toAwait("russia", "turkey");
  });

  it("needs a standing offer of another", () => {
    const table = seat(small());
    expect(table).toBeClosed("us", { kind: "take_up", of: "russia" }, "nothing_to_take_up");
    table.as("us").offers(WEEK).allAnswer("refuse").untilRound(2);
    expect(table).toBeClosed("us", { kind: "take_up", of: "us" }, "own_offer");
  });
});

describe("being bound", () => {
  it("binds every party whose own standing offer is the package on the floor, whoever moves it", () => {
    const table = seat(small({ protocol: { rounds: 3 } }));
    table.as("us").offers(WEEK).allAnswer("refuse");
    table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    table.as("turkey").offers(WEEK);
    expect(table).toAwait("russia");
    table.as("russia").answers("accept");
    expect(table).toHaveSigned(WEEK);
  });
});

describe("the same again", () => {
  it("is a pass: an offer that stands already is not put on the floor", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").untilRound(2).as("us").offers(WEEK);
    expect(table).toAwait("russia");
    expect(table.told("answers")).toHaveLength(1);
    expect(table.told("statement").at(-1)).toMatchObject({ party: US, says: "PASS", package: -1 });
  });

  it("is a pass too when another's offer is what one stands for already", () => {
    const table = seat(small());
    table.as("us").offers(WEEK).allAnswer("refuse").as("russia").takesUp("us").as("turkey").answers("refuse");
    table.as("turkey").passes().as("us").takesUp("russia");
    expect(table).toAwait("russia");
    expect(table.told("answers")).toHaveLength(2);
    expect(table.told("statement").at(-1)).toMatchObject({ party: US, says: "PASS", package: -1, of: -1 });
  });
});
