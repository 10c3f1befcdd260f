import { describe, expect, it } from "vitest";
import type { Condition, Lever } from "../../../src/scenario/types.ts";
import { resultWorth } from "../../../src/table/rules/worth.ts";
import { NO_EFFECTS, NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, eventOf, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

/** Russia holds out for 75 of a top of 100 in round 1 (linear, 6 rounds: target 100), and would rather leave than take 40. */
const FIRM = { walkAway: walkAwayAt(40), positions: [positionOf("open", { holdsAtLeast: 70 })] };

describe("sounding out", () => {
  it("is answered at once in one of four words, by the target and floor of the moment", () => {
    // worth to Russia: first_march + none 100 (target), first_march + some 75 (≥ floor 70), one_week + some 50 (≥ walk-away 40), else less
    const asked = (start: string, aid: string) => {
      const table = seat(small({ russia: FIRM }));
      return table.as("us").soundsOut("russia", { start, aid }).as("us").heard();
    };
    expect(asked("first_march", "none")).toBe("would_sign");
    expect(asked("first_march", "some")).toBe("could_live_with");
    expect(asked("one_week", "some")).toBe("hard");
    expect(asked("immediately", "all")).toBe("never");
  });

  it("never hears yes across a red line, whatever the worth", () => {
    const redLines = [{ title: null, when: [{ issue: AID, options: [2] }], grounds: NO_GROUNDS }];
    const table = seat(small({ russia: { ...FIRM, redLines } }));
    table.as("us").soundsOut("russia", { start: "first_march", aid: "none" });
    expect(table.as("us").heard()).toBe("never");
  });

  it("judges an option in the own standing offer with that one option changed", () => {
    const table = seat(small({ russia: FIRM }));
    table
      .as("us")
      .passes()
      .as("russia")
      .offers({ start: "first_march", aid: "some" })
      .allAnswer("refuse")
      .as("turkey")
      .passes();
    // Round 2: target 94. With aid none the standing offer is worth 100, with one_week 50.
    table.as("us").soundsOut("russia", { aid: "none" });
    expect(table.as("us").heard()).toBe("would_sign");
    table.untilRound(3).as("us").soundsOut("russia", { start: "one_week" });
    expect(table.as("us").heard()).toBe("hard");
  });

  it("judges an option in the best package it asks for before there is a standing offer", () => {
    const table = seat(small({ russia: FIRM }));
    table.as("us").soundsOut("russia", { start: "one_week" });
    expect(table.as("us").heard()).toBe("could_live_with");
  });

  it("is private: the others see neither the question nor that there was one", () => {
    const told = seat(small());
    const silent = seat(small());
    told.as("us").soundsOut("russia", { start: "one_week" });
    for (const party of ["turkey", null]) {
      expect(told.play.view(party)).toEqual(silent.play.view(party));
    }
    expect(told.as("russia").view().log).toMatchObject([{ kind: "sounding", party: US, of: RUSSIA, leaked: false }]);
  });

  it("counts as half an offer of the asker, for the asked alone", () => {
    const table = seat(small());
    table.as("us").soundsOut("russia", { start: "one_week" });
    const ofUs = table.as("russia").view().estimates[US];
    // Two issues of weight ½: one_week at half an offer, its neighbours half as near; aid is flat.
    expect([...(ofUs ?? [])]).toEqual([0.125, 0.25, 0.125, 0.25, 0.25, 0.25]);
    expect([...(table.as("turkey").view().estimates[US] ?? [])]).toEqual([0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it("teaches the asker: a yes counts as an offer, `could live with` as half of one", () => {
    const yes = seat(small({ russia: FIRM }));
    yes.as("us").soundsOut("russia", { start: "first_march" });
    expect(yes.as("us").heard()).toBe("would_sign");
    expect([...(yes.as("us").view().estimates[RUSSIA] ?? [])].slice(0, 3)).toEqual([0, 0.25, 0.5]);
    const half = seat(small({ russia: FIRM }));
    half.as("us").soundsOut("russia", { start: "one_week" });
    expect([...(half.as("us").view().estimates[RUSSIA] ?? [])].slice(0, 3)).toEqual([0.125, 0.25, 0.125]);
  });

  it("leaks with the table's probability: then all learn who asked whom about what, and not the reply", () => {
    const table = seat(small({ protocol: { leak: 1 } }));
    table.as("us").soundsOut("russia", { start: "one_week" });
    expect(table.as("turkey").view().log).toMatchObject([
      { kind: "sounding", party: US, of: RUSSIA, issue: START, option: 1, leaked: true, reply: 0 },
    ]);
    expect(table.as("turkey").view().estimates[US]?.[1]).toBe(0.25);
    expect(table.as("turkey").view().estimates[US]?.[0]).toBe(0.125);
    expect(table.as("us").heard()).not.toBeNull();
  });

  it("leaks about as often as the file says, fixed by the seed", () => {
    const leaked = (seed: string) => {
      const table = seat(small({ protocol: { leak: 0.2 } }), { seed, runner: "batch" });
      return table.as("us").soundsOut("russia", { start: "one_week" }).sent("SOUND_OUT")[0]?.leaked ?? false;
    };
    const seeds = Array.from({ length: 400 }, (_, n) => `s${n}`);
    const first = seeds.map(leaked);
    expect(first.filter(Boolean).length / seeds.length).toBeGreaterThan(0.15);
    expect(first.filter(Boolean).length / seeds.length).toBeLessThan(0.25);
    expect(seeds.slice(0, 20).map(leaked)).toEqual(first.slice(0, 20));
  });

  it("never leaks when the mediator asks", () => {
    const table = seat(small({ un: {}, protocol: { leak: 1 } }));
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    table.as("un").soundsOut("russia", { start: "one_week" });
    expect(
      table
        .as("turkey")
        .view()
        .log.some(({ kind }) => kind === "sounding"),
    ).toBe(false);
  });

  it("makes `asked` hold for the party that was asked, and for nobody who only heard of it", () => {
    const asked = (owner: number): Condition => ({
      kind: "asked",
      by: US,
      owner,
      terms: [{ issue: START, options: [1] }],
    });
    const positions = (owner: number) => [
      positionOf("before", { moves: [{ to: 1, when: asked(owner), grounds: NO_GROUNDS }] }),
      positionOf("after"),
    ];
    const scenario = small({
      russia: { positions: positions(RUSSIA) },
      turkey: { positions: positions(TURKEY) },
      protocol: { leak: 1 },
    });
    const table = seat(scenario);
    table.as("us").soundsOut("russia", { start: "one_week" }).untilRound(2);
    expect(table).toHavePosition("russia", "after");
    expect(table).toHavePosition("turkey", "before");
    table.as("us").soundsOut("turkey", { start: "one_week" }).untilRound(3);
    expect(table).toHavePosition("turkey", "after");
  });

  it("is open about a voter of the table and what may still be signed, and nothing else", () => {
    const events = [eventOf("gone", { effects: { removeOptions: [{ issue: START, option: 0 }] } })];
    const table = seat(small({ un: {}, events }));
    const about = (of: string, option: Record<string, string>) => ({ kind: "sound_out", of, option }) as const;
    expect(table).toBeClosed("us", about("un", { start: "one_week" }), "no_such_party");
    expect(table).toBeClosed("us", about("us", { start: "one_week" }), "no_such_party");
    table.untilRound(2);
    expect(table).toBeClosed("us", about("russia", { start: "immediately" }), "option_removed");
  });
});

describe("a commitment", () => {
  const us = { audienceCost: 6, walkAway: walkAwayAt(10) };

  it("makes every package without the option worth less to its maker, while one negotiates and in the result", () => {
    const table = seat(small({ us }));
    table.as("us").commitsTo({ start: "immediately" });
    table.as("us").offers({ start: "one_week", aid: "all" });
    expect(table.as("us").view().own?.commitments).toEqual([0, -1]);
    table.allAnswer("accept");
    const { model, state } = table.play;
    expect(resultWorth(model, state.context, US)).toBe(75 - 6);
    expect(resultWorth(model, state.context, RUSSIA)).toBe(25);
  });

  it("costs nothing in a package that keeps it, nor when nothing is signed", () => {
    const kept = seat(small({ us }));
    kept.as("us").commitsTo({ start: "immediately" }).as("us").offers({ start: "immediately", aid: "none" });
    kept.allAnswer("accept");
    expect(resultWorth(kept.play.model, kept.play.state.context, US)).toBe(50);
    const none = seat(small({ us }));
    none.as("us").commitsTo({ start: "immediately" }).toTheEnd();
    expect(resultWorth(none.play.model, none.play.state.context, US)).toBe(10);
  });

  it("costs once for each broken one", () => {
    const table = seat(small({ us }));
    table.as("us").commitsTo({ start: "immediately" }).as("us").commitsTo({ aid: "all" });
    table.as("us").offers({ start: "one_week", aid: "some" }).allAnswer("accept");
    expect(resultWorth(table.play.model, table.play.state.context, US)).toBe(50 - 12);
  });

  it("is public, and stands: no second one on the same issue", () => {
    const table = seat(small({ us }));
    table.as("us").commitsTo({ start: "immediately" });
    expect(table.as("turkey").view().parties[US]?.commitments).toEqual([0, -1]);
    expect(table.told("commitment")).toMatchObject([{ party: US, issue: START, option: 0 }]);
    expect(table).toBeClosed("us", { kind: "commit", option: { start: "one_week" } }, "already_committed");
  });

  it("gives the issue full weight in what the others believe, as if the party had never moved on it", () => {
    const table = seat(small({ us }));
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").untilRound(2);
    table.as("us").offers({ start: "first_march", aid: "all" }).allAnswer("refuse").untilRound(3);
    const weight = () => {
      const [a = 0, b = 0, c = 0, d = 0] = table.as("russia").view().estimates[US] ?? [];
      return Math.max(a, b, c) / (Math.max(a, b, c) + d);
    };
    expect(weight()).toBeCloseTo(1 / 3 / (1 / 3 + 1), 12);
    table.as("us").commitsTo({ start: "immediately" });
    expect(weight()).toBeCloseTo(1 / 2, 12);
  });

  it("may be lifted by an event, and then costs nothing and may be made anew", () => {
    const events = [eventOf("lifted", { effects: { releaseCommitments: [{ party: US, issue: START }] } })];
    const table = seat(small({ us, events }));
    table.as("us").commitsTo({ start: "immediately" }).untilRound(2);
    expect(table.as("us").view().own?.commitments).toEqual([-1, -1]);
    expect(table).toBeOpen("us", { kind: "commit", option: { start: "one_week" } });
    table.as("us").offers({ start: "one_week", aid: "all" }).allAnswer("accept");
    expect(resultWorth(table.play.model, table.play.state.context, US)).toBe(75);
  });
});

describe("pressing", () => {
  const lever: Lever = {
    id: "blame",
    title: {},
    on: RUSSIA,
    effects: { ...NO_EFFECTS, pressure: [{ party: RUSSIA, by: 0.7 }], walkAway: [{ party: US, by: -4 }] },
    cost: 3,
    uses: 2,
    grounds: NO_GROUNDS,
  };
  const us = { levers: [lever], walkAway: walkAwayAt(20) };

  it("has its effects at once, and pressure never leaves 0–1", () => {
    const table = seat(small({ us }));
    table.as("us").presses("blame");
    expect(table.play.state.context.pressure[RUSSIA]).toBe(0.7);
    expect(table.play.state.context.walkAway[US]).toBe(16);
    table.as("us").presses("blame");
    expect(table.play.state.context.pressure[RUSSIA]).toBe(1);
    expect(table.as("turkey").view().parties[RUSSIA]?.pressure).toBe("extreme");
  });

  it("can be used as often as the file says", () => {
    const table = seat(small({ us }));
    table.as("us").presses("blame").untilRound(2).as("us").presses("blame").untilRound(3);
    expect(table).toBeClosed("us", { kind: "press", lever: "blame" }, "lever_used_up");
    expect(table.as("us").view().own?.leverUses).toEqual([2]);
  });

  it("takes its cost off the result, with and without a signature", () => {
    const table = seat(small({ us }));
    table.as("us").presses("blame").as("us").presses("blame").as("us").offers({ start: "immediately", aid: "all" });
    table.allAnswer("accept");
    expect(resultWorth(table.play.model, table.play.state.context, US)).toBe(100 - 6);
    const none = seat(small({ us }));
    none.as("us").presses("blame").toTheEnd();
    expect(resultWorth(none.play.model, none.play.state.context, US)).toBe(16 - 3);
  });

  it("is told to the whole table", () => {
    const table = seat(small({ us }));
    expect(table.as("us").presses("blame").told("press")).toMatchObject([{ party: US, lever: 0 }]);
  });
});
