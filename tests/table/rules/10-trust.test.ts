import { describe, expect, it } from "vitest";
import type { Lever, Party } from "../../../src/scenario/types.ts";
import { NO_EFFECTS, NO_GROUNDS } from "../../setup/scenarios.ts";
import { RUSSIA, small, TURKEY, US } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

/** How far one party trusts another, as its own side sees it, to the hundredth. */
function trust(table: Table, from: string, of: number): number {
  return Math.round((table.as(from).view().own?.trust[of] ?? Number.NaN) * 100) / 100;
}

/** Why the trust of a party changed, in order, as its own log tells it. */
function why(table: Table, from: string): string[] {
  return table
    .as(from)
    .view()
    .log.flatMap((line) => (line.kind === "trust" ? [`${line.of} ${line.why}`] : []));
}

function trusting(...towards: number[]): Partial<Party> {
  return { trust: towards };
}

/** What the US puts to Russia, which then answers an offer of Turkey. */
function afterReply(
  reply: "would_sign" | "never",
  about: Record<string, string>,
  given?: Record<string, string>,
): Table {
  const table = seat(small());
  table.as("us").soundsOut("russia", about, { reply, ...(given && { given }) });
  return table.as("us").passes().as("russia").passes();
}

describe("trust", () => {
  it("begins at ½ or where the file puts it, and is seen by its own side alone", () => {
    const table = seat(small({ russia: trusting(0.3, 0.9, 0.7) }));
    expect(table.as("us").view().own?.trust).toEqual([1, 0.5, 0.5]);
    expect(table.as("russia").view().own?.trust).toEqual([0.3, 1, 0.7]);
    expect(table.as("turkey").view().sides).toEqual([]);
  });

  it("rises with a step towards one, falls with a step back, each in one's own worth", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").untilRound(2);
    expect(trust(table, "russia", US)).toBe(0.5);
    // Worth 25 instead of 0 to Russia, 25 instead of 50 to Turkey.
    table.as("us").offers({ start: "one_week", aid: "all" }).allAnswer("refuse");
    expect([trust(table, "russia", US), trust(table, "turkey", US)]).toEqual([0.54, 0.44]);
    expect([why(table, "russia"), why(table, "turkey"), why(table, "us")]).toEqual([["0 step"], ["0 step_back"], []]);
  });

  it("rises twice as much with a step that answers one's own", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse");
    table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse").untilRound(2);
    table.as("us").offers({ start: "one_week", aid: "all" }).allAnswer("refuse");
    table.as("russia").offers({ start: "one_week", aid: "none" }).allAnswer("refuse");
    expect(trust(table, "us", RUSSIA)).toBe(0.58);
    expect(why(table, "us")).toEqual(["1 answered"]);
    // The US has answered nothing: Russia's first offer was no step.
    expect(trust(table, "russia", US)).toBe(0.54);
  });

  it("passes over what is worth no more or less than half a hundredth of the scale, and what is put again", () => {
    const table = seat(small());
    table.as("us").offers({ start: "one_week", aid: "some" }).allAnswer("refuse").untilRound(2);
    // For Russia nothing changes by that: 25 + 25 is 0 + 50.
    table.as("us").offers({ start: "immediately", aid: "none" }).allAnswer("refuse").untilRound(3);
    table.as("us").offers({ start: "immediately", aid: "none" });
    expect(trust(table, "russia", US)).toBe(0.5);
  });

  it("counts a text of the mediator as a step of his", () => {
    const table = seat(small({ un: {}, protocol: { mediator: { party: 3, asks: 2, textFrom: 1 } } }));
    for (const text of [
      { start: "immediately", aid: "all" },
      { start: "first_march", aid: "all" },
    ]) {
      for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
      table.as("un").puts(text).allAnswer("refuse");
    }
    expect([trust(table, "us", 3), trust(table, "russia", 3)]).toEqual([0.44, 0.54]);
  });
});

describe("a reply", () => {
  it("is kept by accepting or offering what one would sign, once the answers are opened", () => {
    const table = afterReply("would_sign", { start: "first_march" });
    table.as("turkey").offers({ start: "first_march", aid: "some" }).as("russia").answers("accept");
    expect(trust(table, "us", RUSSIA)).toBe(0.5);
    table.as("us").answers("refuse");
    expect(trust(table, "us", RUSSIA)).toBe(0.6);
    expect(why(table, "us")).toEqual(["1 kept"]);
    // Turkey has heard no word of Russia's.
    expect(trust(table, "turkey", RUSSIA)).toBe(0.5);
    const offered = afterReply("would_sign", { start: "first_march" }).untilRound(2).as("us").passes();
    expect(trust(offered.as("russia").offers({ start: "first_march", aid: "none" }), "us", RUSSIA)).toBe(0.6);
  });

  it("is belied by refusing what one would sign, of an option where the refusal names its issue", () => {
    const refuses = (named: string) => {
      const table = afterReply("would_sign", { start: "first_march" });
      table
        .as("turkey")
        .offers({ start: "first_march", aid: "all" })
        .as("russia")
        .answers("refuse", { named: [named] });
      return trust(table.as("us").answers("refuse"), "us", RUSSIA);
    };
    expect(refuses("start")).toBe(0.3);
    expect(refuses("aid")).toBe(0.5);
    const whole = afterReply("would_sign", { start: "first_march", aid: "all" });
    whole.as("turkey").offers({ start: "first_march", aid: "all" }).as("russia").answers("refuse", { named: [] });
    expect(trust(whole.as("us").answers("refuse"), "us", RUSSIA)).toBe(0.3);
  });

  it("is belied by offering or accepting what one would never sign, kept by refusing it", () => {
    const offered = afterReply("never", { start: "immediately" }).untilRound(2).as("us").passes();
    offered.as("russia").offers({ start: "immediately", aid: "none" });
    expect(trust(offered, "us", RUSSIA)).toBe(0.3);
    expect(why(offered, "us")).toEqual(["1 belied"]);
    const refused = afterReply("never", { start: "immediately", aid: "none" });
    refused.as("turkey").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    expect(trust(refused, "us", RUSSIA)).toBe(0.6);
  });

  it("counts once, and only where its condition is met too", () => {
    const table = afterReply("would_sign", { start: "first_march" }, { aid: "none" });
    table.as("turkey").offers({ start: "first_march", aid: "some" }).allAnswer("accept");
    expect(trust(table, "us", RUSSIA)).toBe(0.5);
    const twice = afterReply("never", { start: "immediately" }).untilRound(2).as("us").passes();
    twice
      .as("russia")
      .offers({ start: "immediately", aid: "none" })
      .allAnswer("refuse")
      .untilRound(3)
      .as("us")
      .passes();
    twice.as("russia").offers({ start: "immediately", aid: "some" }).allAnswer("refuse");
    expect(why(twice, "us").filter((line) => line.endsWith("belied"))).toHaveLength(1);
  });

  it("takes the place of an earlier one to the same question; `hard`, `could live with` and no answer bind to nothing", () => {
    const table = seat(small());
    table.as("us").soundsOut("russia", { start: "immediately" }, { reply: "never" }).untilRound(2);
    table.as("us").soundsOut("russia", { start: "immediately" }, { reply: "would_sign" }).as("us").passes();
    expect(trust(table.as("russia").offers({ start: "immediately", aid: "all" }), "us", RUSSIA)).toBe(0.6);
    for (const reply of ["could_live_with", "hard", "no_answer"] as const) {
      const loose = seat(small());
      loose.as("us").soundsOut("russia", { start: "immediately" }, { reply }).as("us").passes();
      expect(trust(loose.as("russia").offers({ start: "immediately", aid: "all" }), "us", RUSSIA)).toBe(0.5);
    }
  });
});

describe("trust falls", () => {
  it("with everybody when a commitment is broken, once, by an offer or by an answer", () => {
    const table = seat(small());
    table.as("us").commitsTo({ start: "immediately" }).as("us").offers({ start: "one_week", aid: "all" });
    expect([trust(table, "russia", US), trust(table, "turkey", US)]).toEqual([0.35, 0.35]);
    table.allAnswer("refuse").untilRound(2).as("us").passes().as("russia").offers({ start: "one_week", aid: "none" });
    table.as("us").answers("accept").as("turkey").answers("refuse");
    expect(why(table, "turkey")).toEqual(["0 commitment_broken"]);
    const accepted = seat(small());
    accepted.as("us").commitsTo({ start: "immediately" }).as("us").passes();
    accepted.as("russia").offers({ start: "one_week", aid: "none" }).as("us").answers("accept");
    expect(trust(accepted, "russia", US)).toBe(0.5);
    expect(trust(accepted.as("turkey").answers("refuse"), "russia", US)).toBe(0.35);
  });

  it("in who has asked when a sounding leaks, most with who was asked", () => {
    const table = seat(small({ protocol: { leak: 1 } }));
    table.as("us").soundsOut("russia", { start: "one_week" });
    expect([trust(table, "russia", US), trust(table, "turkey", US)]).toEqual([0.4, 0.45]);
  });

  it("with the party on which a lever is used, and never below 0", () => {
    const lever: Lever = {
      ...{ id: "blame", title: {}, on: RUSSIA, effects: NO_EFFECTS, cost: 0, uses: 2, grounds: NO_GROUNDS },
    };
    const table = seat(small({ us: { levers: [lever] }, russia: trusting(0.2, 1, 0.5) }));
    table.as("us").presses("blame");
    expect([trust(table, "russia", US), trust(table, "turkey", US)]).toEqual([0.05, 0.5]);
    expect(trust(table.as("us").presses("blame"), "russia", US)).toBe(0);
  });
});

describe("what trust does", () => {
  it("makes a machine that is asked frank, evasive or silent", () => {
    const heard = (russia: Partial<Party>) => {
      const table = seat(small({ russia }), { humans: ["us", "turkey"] });
      return table.as("us").soundsOut("russia", { start: "first_march" }).as("us").heard();
    };
    expect(heard(trusting(0.4, 1, 0.5))).toBe("would_sign");
    expect(heard(trusting(0.39, 1, 0.5))).toBe("could_live_with");
    expect(heard(trusting(0.19, 1, 0.5))).toBe("no_answer");
  });

  it("weighs replies in estimates, not offers", () => {
    const believed = (us: Partial<Party>) => {
      const table = seat(small({ us }));
      table.as("us").soundsOut("russia", { start: "first_march" }, { reply: "would_sign" });
      return [...(table.as("us").view().estimates[RUSSIA] ?? [])].slice(0, 3);
    };
    expect(believed(trusting(1, 1, 0.5))).toEqual([0, 0.25, 0.5]);
    expect(believed(trusting(1, 0.2, 0.5))).toEqual([0, 0.05, 0.1]);
    const table = seat(small({ us: trusting(1, 0, 0) }));
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" });
    expect([...(table.as("us").view().estimates[RUSSIA] ?? [])]).toEqual([0, 0.25, 0.5, 0, 0.25, 0.5]);
  });

  it("is told to the truster alone, and to all once everything is open", () => {
    const table = seat(small({ protocol: { leak: 1 } }));
    table.as("us").soundsOut("russia", { start: "one_week" });
    expect(
      table
        .as("turkey")
        .view()
        .log.filter(({ kind }) => kind === "trust"),
    ).toMatchObject([{ from: TURKEY, of: US, by: -0.05, why: "leak" }]);
    expect(table.told("trust")).toEqual([]);
    expect(table.told("trust", true)).toHaveLength(2);
  });
});
