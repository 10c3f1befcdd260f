import { describe, expect, it } from "vitest";
import type { PartyEvent } from "../../../src/table/events.ts";
import type { Closed } from "../../../src/table/rules/closed.ts";
import { closedBecause } from "../../../src/table/rules/legality.ts";
import { NO_EFFECTS, NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { RUSSIA, small, TURKEY, US } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

/** What a program might send although no person could: numbers out of range, other people's deeds, answers out of turn. */
const because = ({ play }: Table, event: PartyEvent): Closed | null => closedBecause(play.model, play.state, event);

const offer = (pack: number, position = 0, party = US): PartyEvent => ({
  type: "OFFER",
  party,
  package: pack,
  position,
});

const deeds = [{ kind: "ask_text", when: { kind: "always" }, grounds: NO_GROUNDS }] as const;
const lever = { id: "l", title: {}, on: RUSSIA, effects: NO_EFFECTS, cost: 0, uses: 1, grounds: NO_GROUNDS };
const scenario = small({
  us: { levers: [lever] },
  russia: { positions: [positionOf("open", { does: deeds })] },
  un: {},
});

describe("what the rules close to a program", () => {
  it("a party that does not exist", () => {
    const table = seat(scenario);
    for (const party of [-1, 4, 0.5, Number.NaN]) expect(because(table, offer(0, 0, party))).toBe("no_such_party");
    const about = { type: "SOUND_OUT", party: US, issue: 0, option: 0, package: -1, deed: -1 } as const;
    for (const of of [-1, 9, US, 3]) expect(because(table, { ...about, of })).toBe("no_such_party");
    expect(because(table, { type: "TAKE_UP", party: US, of: 9, position: 0 })).toBe("no_such_party");
  });

  it("a package that is none", () => {
    const table = seat(scenario);
    for (const pack of [-1, 9, 1.5, Number.NaN]) expect(because(table, offer(pack))).toBe("not_a_package");
    expect(because(table, offer(8))).toBeNull();
  });

  it("a position that the party does not have, none included", () => {
    const table = seat(scenario);
    for (const position of [1, -1, -2, 0.5]) expect(because(table, offer(0, position))).toBe("bad_position");
    expect(because(table, offer(0, 0))).toBeNull();
  });

  it("another party's deed, and one that is none", () => {
    const table = seat(scenario);
    for (const deed of [0, 7, -2, 0.5]) {
      expect(because(table, { type: "ASK_TEXT", party: US, position: 0, deed })).toBe("bad_deed");
    }
    table.as("us").passes();
    expect(because(table, { type: "ASK_TEXT", party: RUSSIA, position: 0, deed: 0 })).toBeNull();
  });

  it("an option or a lever that is none", () => {
    const table = seat(scenario);
    const option = (issue: number, chosen: number): PartyEvent => ({
      type: "COMMIT",
      party: US,
      issue,
      option: chosen,
      deed: -1,
    });
    for (const [issue, chosen] of [
      [-1, 0],
      [2, 0],
      [0, 3],
      [0, -1],
      [0, 0.5],
    ] as const) {
      expect(because(table, option(issue, chosen))).toBe("no_such_option");
    }
    for (const index of [-1, 1]) {
      expect(because(table, { type: "PRESS", party: US, lever: index, deed: -1 })).toBe("no_such_lever");
    }
  });

  it("an answer or a reply that nobody waits for", () => {
    const table = seat(scenario);
    const answer: PartyEvent = { type: "ANSWER", party: RUSSIA, accepts: true, named: [], red: [] };
    expect(because(table, answer)).toBe("no_answer_awaited");
    expect(because(table, { type: "REPLY", party: RUSSIA, word: 1 })).toBe("no_reply_awaited");
    table.as("us").offers({});
    expect(because(table, answer)).toBeNull();
  });

  it("a refusal that names more than two issues, one twice, one that is none, or another's red line", () => {
    const table = seat(scenario);
    table.as("us").offers({});
    const refusal = (named: number[], red: number[] = [], accepts = false): PartyEvent => ({
      type: "ANSWER",
      party: RUSSIA,
      accepts,
      named,
      red,
    });
    for (const named of [[0, 0], [2], [-1], [0.5]]) expect(because(table, refusal(named))).toBe("bad_names");
    expect(because(table, refusal([], [0]))).toBe("bad_names");
    expect(because(table, refusal([0], [], true))).toBe("bad_names");
    expect(because(table, refusal([0, 1]))).toBeNull();
  });

  it("a word that is none of the four", () => {
    const table = seat(scenario);
    const about = { type: "SOUND_OUT", party: US, of: TURKEY, issue: 0, option: 0, package: -1, deed: -1 } as const;
    expect(because(table, about)).toBeNull();
    const asked = {
      ...table.play.state,
      floor: "sounded" as const,
      context: { ...table.play.state.context, soundedOf: TURKEY },
    };
    for (const word of [0, 5, -1, 1.5, Number.NaN]) {
      expect(closedBecause(table.play.model, asked, { type: "REPLY", party: TURKEY, word })).toBe("bad_reply");
    }
    expect(closedBecause(table.play.model, asked, { type: "REPLY", party: TURKEY, word: 4 })).toBeNull();
    expect(closedBecause(table.play.model, asked, offer(0))).toBe("reply_awaited");
  });

  it("everything, once the table is over", () => {
    const table = seat(scenario);
    table.as("us").walksOut();
    expect(because(table, offer(0))).toBe("table_closed");
    expect(because(table, { type: "ANSWER", party: RUSSIA, accepts: true, named: [], red: [] })).toBe("table_closed");
  });

  it("and changes nothing when it is tried all the same", () => {
    const table = seat(scenario);
    const before = JSON.stringify(table.play.state);
    expect(table.play.act("russia", { kind: "pass" })).toBe("not_your_turn");
    expect(JSON.stringify(table.play.state)).toBe(before);
    expect(table.play.actions).toEqual([]);
  });
});
