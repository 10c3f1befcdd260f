import { describe, expect, it } from "vitest";
import type { ScheduledMove } from "../../../src/scenario/types.ts";
import { HEARD } from "../../../src/table/state.ts";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, RUSSIA, START, small, US, walkAwayAt } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

/** Russia holds out for 100 in round 1, has a floor of 70, and would rather leave than take 40. */
const FIRM = { walkAway: walkAwayAt(40), positions: [positionOf("open", { holdsAtLeast: 70 })] };

/** A table with a mediator whose turn it is. */
function mediated(humans = ["us", "russia", "turkey", "un"]): Table {
  const table = seat(small({ un: {}, russia: FIRM }), { humans });
  for (const party of ["us", "russia", "turkey"]) if (humans.includes(party)) table.as(party).passes();
  return table;
}

describe("a question under a condition", () => {
  it("is judged with both options changed", () => {
    const heard = (given?: Record<string, string>) => {
      const table = seat(small({ russia: FIRM }));
      return table
        .as("us")
        .soundsOut("russia", { start: "one_week" }, given ? { given } : {})
        .as("us")
        .heard();
    };
    // "One week, no aid" is worth 75 to Russia, with some aid 50, with all aid 25.
    expect(heard()).toBe("could_live_with");
    expect(heard({ aid: "some" })).toBe("hard");
    expect(heard({ aid: "all" })).toBe("never");
  });

  it("counts as half an offer of both options, and a yes to it as one could live with", () => {
    const table = seat(small({ russia: FIRM }));
    table.as("us").soundsOut("russia", { start: "first_march" }, { given: { aid: "none" }, reply: "would_sign" });
    const { halfOffered } = table.play.state.context;
    expect(halfOffered.filter((heard) => heard === HEARD.asked)).toHaveLength(2);
    // Half an offer, at a trust of ½; of the condition nothing is learnt.
    expect([...(table.as("us").view().estimates[RUSSIA] ?? [])]).toEqual([0, 0.0625, 0.125, 0.25, 0.25, 0.25]);
    const no = seat(small({ russia: FIRM }));
    no.as("us").soundsOut("russia", { start: "first_march" }, { given: { aid: "none" }, reply: "never" });
    expect([...(no.as("us").view().estimates[RUSSIA] ?? [])]).toEqual([0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it("is told with its condition, and names another issue and an option of it", () => {
    const table = seat(small());
    const about = { kind: "sound_out", of: "russia", option: { start: "one_week" } } as const;
    expect(table).toBeClosed("us", { ...about, given: { start: "immediately" } }, "no_such_option");
    table.as("us").soundsOut("russia", { start: "one_week" }, { given: { aid: "none" } });
    expect(table.as("russia").view().log).toMatchObject([{ issue: START, option: 1, givenIssue: AID, givenOption: 2 }]);
    expect(table.play.actions[0]?.action).toMatchObject({ option: { start: "one_week" }, given: { aid: "none" } });
  });
});

describe("a non-paper", () => {
  it("is shown to some, who reply in turn; each hears its own reply, the mediator all", () => {
    const table = mediated();
    table.as("un").shows(["russia", "us"], { start: "one_week", aid: "some" });
    expect(table).toAwait("us");
    expect(table.as("us").view().sounding).toMatchObject({ by: 3, of: US, shownTo: [US, RUSSIA] });
    table.as("us").replies("would_sign");
    expect(table).toAwait("russia");
    table.as("russia").replies("hard");
    expect(table).toAwait("un");
    const told = (party: string) => {
      const line = table
        .as(party)
        .view()
        .log.find(({ kind }) => kind === "non_paper");
      return line?.kind === "non_paper" ? line.replies : null;
    };
    expect([told("un"), told("us"), told("russia"), told("turkey")]).toEqual([[3, 1], [0, 1], [3, 0], null]);
    expect(table.told("non_paper")).toEqual([]);
    expect(table.play.state.context.standing[3]).toBe(-1);
  });

  it("is judged by machines like a package they are asked about", () => {
    const table = mediated(["un"]);
    table.as("un").shows(["russia", "turkey"], { start: "one_week", aid: "some" });
    expect(
      table
        .as("un")
        .view()
        .log.filter(({ kind }) => kind === "non_paper"),
    ).toMatchObject([{ replies: [3, 2] }]);
    expect(table).toAwait("un");
  });

  it("is the mediator's alone, to voters who are there, and one of the two soundings of its turn", () => {
    const table = mediated();
    const paper = { start: "one_week", aid: "some" };
    const shown = (...to: string[]) => ({ kind: "non_paper", package: paper, to }) as const;
    expect(seat(small({ un: {} }))).toBeClosed("us", shown("russia"), "only_the_mediator");
    for (const to of [["un"], ["us", "us"], []]) expect(table).toBeClosed("un", shown(...to), "no_such_party");
    table.as("un").shows(["us"], paper).as("us").replies("no_answer");
    table.as("un").soundsOut("russia", { start: "one_week" });
    expect(table).toBeClosed("un", shown("us"), "asides_used");
  });

  it("is floated by a machine mediator where its position says so: the text that it would put", () => {
    const paper: ScheduledMove = { kind: "non_paper", to: [US, RUSSIA], when: { kind: "always" }, grounds: NO_GROUNDS };
    const scenario = small({ un: { positions: [positionOf("open", { does: [paper] })] } });
    const table = seat(scenario, { humans: ["us", "russia", "turkey"] });
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    expect(table.sent("NON_PAPER")).toMatchObject([{ event: { to: [US, RUSSIA], package: 0 } }]);
    expect(table).toAwait("us");
    table.as("us").replies("would_sign").toTheEnd();
    expect(table.sent("NON_PAPER")).toHaveLength(1);
  });
});
