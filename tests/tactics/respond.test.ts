import { describe, expect, it } from "vitest";
import { REPLY } from "../../src/table/context.ts";
import type { Reasons } from "../../src/table/reasons.ts";
import type { OwnSide } from "../../src/table/view.ts";
import { answer, replyWord } from "../../src/tactics/respond.ts";
import { positionOf } from "../setup/scenarios.ts";
import { RUSSIA, START, small, US, walkAwayAt } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

const reasons = (accepts: boolean, parts: Reasons["parts"], red: number[] = []): Reasons => ({
  package: 0,
  against: 8,
  worth: 0,
  target: 1,
  walkAway: 0,
  parts,
  red,
  accepts,
  change: null,
});

describe("a machine's answer", () => {
  it("says no more than yes when it accepts", () => {
    const parts = [{ kind: "issue", issue: 0, value: -1 }] as const;
    expect(answer(US, reasons(true, parts))).toEqual({ type: "ANSWER", party: US, accepts: true, named: [], red: [] });
  });

  it("names the two issues that weigh most against the package, the heavier first, and the red lines it crosses", () => {
    const parts = [
      { kind: "issue", issue: 0, value: -3 },
      { kind: "issue", issue: 1, value: 9 },
      { kind: "issue", issue: 2, value: -7 },
      { kind: "issue", issue: 3, value: -5 },
      { kind: "linkage", linkage: 0, value: -50 },
      { kind: "slack", value: -60 },
    ] as const;
    expect(answer(US, reasons(false, parts, [1]))).toMatchObject({ accepts: false, named: [2, 3], red: [1] });
  });

  it("names nothing when no issue weighs against it", () => {
    expect(answer(US, reasons(false, [{ kind: "slack", value: -1 }]))).toMatchObject({ named: [], red: [] });
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
