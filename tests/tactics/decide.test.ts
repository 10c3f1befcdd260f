import { describe, expect, it } from "vitest";
import type { Lever, Party, ScheduledMove } from "../../src/scenario/types.ts";
import { REPLY } from "../../src/table/state.ts";
import type { OwnSide } from "../../src/table/view/own-side.ts";
import { answerEvent, decide, replyWord } from "../../src/tactics/decide.ts";
import { NO_EFFECTS, NO_GROUNDS, positionOf } from "../setup/scenarios.ts";
import { AID, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../setup/small.ts";
import { seat, type Table } from "../setup/table.ts";

const when = { kind: "always" } as const;
const soundOut = (party: number): ScheduledMove => ({
  kind: "sound_out",
  party,
  issue: START,
  option: 1,
  when,
  grounds: NO_GROUNDS,
});
const commit: ScheduledMove = { kind: "commit", issue: AID, option: 0, when, grounds: NO_GROUNDS };
const press: ScheduledMove = { kind: "press", lever: 0, when, grounds: NO_GROUNDS };
const askText: ScheduledMove = { kind: "ask_text", when, grounds: NO_GROUNDS };
const walkOut: ScheduledMove = { kind: "walk_out", when, grounds: NO_GROUNDS };
const lever: Lever = { id: "l", title: {}, on: RUSSIA, effects: NO_EFFECTS, cost: 1, uses: 1, grounds: NO_GROUNDS };

const does = (...list: ScheduledMove[]): Partial<Party> => ({
  levers: [lever],
  positions: [positionOf("open", { does: list })],
});
const doneBy = (table: Table, party: number): string[] =>
  table.play.entries.flatMap(({ event }) =>
    "party" in event && event.party === party && !["RECONSIDER", "ANSWER", "REPLY"].includes(event.type)
      ? [event.type]
      : [],
  );

describe("what a machine does in its turn", () => {
  it("asides first, in file order, two a turn and each once; then its statement", () => {
    const scenario = small({ us: does(commit, soundOut(RUSSIA), press), protocol: { rounds: 2 } });
    const table = seat(scenario, { humans: ["russia", "turkey"] });
    expect(doneBy(table, US)).toEqual(["COMMIT", "SOUND_OUT", "OFFER"]);
    table.toTheEnd();
    expect(doneBy(table, US).slice(3)).toEqual(["PRESS", "OFFER"]);
  });

  it("passes over an aside that the rules close now, and comes back to it", () => {
    const table = seat(small({ us: does(soundOut(RUSSIA), soundOut(TURKEY), press), protocol: { rounds: 2 } }), {
      humans: ["russia", "turkey"],
    });
    expect(doneBy(table, US)).toEqual(["SOUND_OUT", "PRESS", "OFFER"]);
    table.toTheEnd();
    expect(doneBy(table, US).slice(3, 4)).toEqual(["SOUND_OUT"]);
  });

  it("does nothing of it before its condition holds, and only in the position that says so", () => {
    const late: ScheduledMove = { ...commit, when: { kind: "round_from", round: 3 } };
    const table = seat(small({ us: does(late) }), { humans: ["russia", "turkey"] });
    expect(doneBy(table.untilRound(2), US)).not.toContain("COMMIT");
    expect(table.toTheEnd().told("commitment")).toMatchObject([{ party: US, round: 3 }]);
    const positions = [positionOf("quiet"), positionOf("loud", { does: [commit] })];
    expect(doneBy(seat(small({ us: { positions } }), { humans: ["russia"] }), US)).toEqual(["OFFER"]);
  });

  it("asks for a text or walks out where its position says so, walking out before asking", () => {
    expect(doneBy(seat(small({ us: does(askText), un: {} }), { humans: ["russia"] }), US)).toEqual(["ASK_TEXT"]);
    expect(seat(small({ us: does(walkOut) }), { humans: ["russia"] })).toHaveBroken();
    expect(doneBy(seat(small({ us: does(askText, walkOut), un: {} }), { humans: ["russia"] }), US)).toEqual([
      "WALK_OUT",
    ]);
  });

  it("takes up a good offer rather than walk out or ask for a text", () => {
    const scenario = small({ us: does(askText, walkOut), un: {}, turkey: null, protocol: { order: [RUSSIA, US, 2] } });
    const table = seat(scenario, { humans: ["russia", "un"] });
    table.as("russia").offers({ start: "immediately", aid: "all" });
    // Its answer is yes already: nothing is left to take up.
    expect(table).toHaveSigned({ start: "immediately" });
    const poor = seat(small({ us: does(walkOut), protocol: { order: [RUSSIA, TURKEY, US] } }), {
      humans: ["russia", "turkey"],
    });
    poor.as("russia").offers({ start: "immediately", aid: "all" }).as("turkey").answers("refuse").as("turkey").passes();
    expect(doneBy(poor, US)).toEqual(["TAKE_UP"]);
  });

  it("passes when its next offer is the one that stands, or when there is nothing to offer", () => {
    const stubborn = {
      positions: [
        positionOf("open", {
          asks: [
            { issue: START, options: [0] },
            { issue: AID, options: [0] },
          ],
        }),
      ],
    };
    const table = seat(small({ us: stubborn, protocol: { rounds: 2 } }), { humans: ["russia", "turkey"] }).toTheEnd();
    expect(doneBy(table, US)).toEqual(["OFFER", "PASS"]);
    expect(doneBy(seat(small({ us: { walkAway: walkAwayAt(101) } }), { humans: ["russia"] }), US)).toEqual(["PASS"]);
  });

  it("puts a text as mediator when one is due, else passes", () => {
    const scenario = small({ un: {}, protocol: { rounds: 2, mediator: { party: 3, asks: 2, textFrom: 2 } } });
    const table = seat(scenario, { humans: ["us", "russia", "turkey"] });
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    expect(doneBy(table, 3)).toEqual(["PASS"]);
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    expect(doneBy(table, 3)).toEqual(["PASS", "TEXT"]);
  });
});

describe("what a machine answers", () => {
  it("accepts from its target up, when no red line is crossed", () => {
    const answers = (russia: Partial<Party>, aid: string) => {
      const scenario = small({ russia, protocol: { rounds: 3, order: [TURKEY, US, RUSSIA] } });
      const table = seat(scenario, { humans: ["us", "turkey"] });
      table.as("turkey").offers({ start: "first_march", aid });
      const [answer] =
        table
          .allAnswer("refuse")
          .told("answers", true)
          .slice(-1)[0]
          ?.answers.filter(({ party }) => party === RUSSIA) ?? [];
      return [answer?.accepts, answer?.reasons?.target];
    };
    // Round 1: it holds out for the best that it asks, whatever that is.
    expect(answers({}, "none")).toEqual([true, 100]);
    expect(answers({}, "some")).toEqual([false, 100]);
    const modest = { positions: [positionOf("week", { asks: [{ issue: START, options: [1] }] })] };
    // `asks` binds offers, not answers: 1 March is not what it asks for, and it is worth 75.
    expect(answers(modest, "some")).toEqual([true, 75]);
    const redLines = [{ title: null, when: [{ issue: AID, options: [2] }], grounds: NO_GROUNDS }];
    expect(answers({ ...modest, redLines }, "none")).toEqual([false, 50]);
  });

  it("names in a refusal at most the two issues that weigh most against the package", () => {
    const table = seat(small(), { humans: ["us", "turkey"] });
    table.as("us").offers({ start: "immediately", aid: "some" }).as("turkey").answers("refuse");
    const russia = table.told("answers")[0]?.answers.find(({ party }) => party === RUSSIA);
    // Against 1 March and no aid: −50 on the start, −25 on aid.
    expect(russia).toMatchObject({ accepts: false, named: [START, AID], red: [] });
  });

  it("throws when nothing is awaited of the seat, or nobody sits in it", () => {
    const table = seat(small());
    expect(() => decide(table.as("russia").view())).toThrow("nothing is awaited");
    expect(() => decide(table.play.view(null))).toThrow("onlooker");
  });

  it("is a pure function of the view: the same again", () => {
    const view = seat(small({ us: does(commit) }))
      .as("us")
      .view();
    expect(decide(view)).toEqual(decide(view));
    expect(decide(structuredClone(view))).toEqual(decide(view));
  });
});

describe("a machine's answer", () => {
  it("says no more than yes when it accepts", () => {
    const yes = { accepts: true, named: [], red: [] };
    expect(answerEvent(US, yes)).toEqual({ type: "ANSWER", party: US, ...yes });
  });

  it("names what weighs most against the package, and the red lines it crosses", () => {
    const no = { accepts: false, named: [2, 3], red: [1] };
    expect(answerEvent(US, no)).toEqual({ type: "ANSWER", party: US, ...no });
  });
});

describe("the reply to a sounding", () => {
  // Six rounds, linear: in round 1 the target is 100; floor 70, walk-away 40.
  const russia = { walkAway: walkAwayAt(40), positions: [positionOf("open", { holdsAtLeast: 70 })] };
  const view = seat(small({ russia })).as("russia").view();
  const word = (target: number, pack: number, sides: Partial<OwnSide> = {}) => {
    const own = { ...(view.own as OwnSide), target, ...sides };
    return replyWord(view, own, { by: US, of: RUSSIA, issue: -1, option: -1, package: pack });
  };

  it("has its four words at exactly the target, the floor and the walk-away", () => {
    // Worths to Russia: 8 is 100, 7 is 75, 4 is 50, 3 is 25.
    expect(word(75, 7)).toBe(REPLY.would_sign);
    expect(word(75.1, 7)).toBe(REPLY.could_live_with);
    expect(word(100, 7, { floor: 75 })).toBe(REPLY.could_live_with);
    expect(word(100, 7, { floor: 75.1 })).toBe(REPLY.hard);
    expect(word(100, 4, { walkAway: 50 })).toBe(REPLY.hard);
    expect(word(100, 4, { walkAway: 50.1 })).toBe(REPLY.never);
    expect(word(100, 3)).toBe(REPLY.never);
  });

  it("judges an option in the best package it asks for while nothing stands", () => {
    const own = view.own as OwnSide;
    const about = (option: number) => replyWord(view, own, { by: US, of: RUSSIA, issue: START, option, package: -1 });
    expect([0, 1, 2].map(about)).toEqual([REPLY.hard, REPLY.could_live_with, REPLY.would_sign]);
  });
});
