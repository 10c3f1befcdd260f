import { describe, expect, it } from "vitest";
import { REPLY } from "../../src/table/context.ts";
import type { OwnSide } from "../../src/table/view.ts";
import { answer, replyWord } from "../../src/tactics/respond.ts";
import { positionOf } from "../setup/scenarios.ts";
import { RUSSIA, START, small, US, walkAwayAt } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

describe("a machine's answer", () => {
  it("says no more than yes when it accepts", () => {
    const yes = { accepts: true, named: [], red: [] };
    expect(answer(US, yes)).toEqual({ type: "ANSWER", party: US, ...yes });
  });

  it("names what weighs most against the package, and the red lines it crosses", () => {
    const no = { accepts: false, named: [2, 3], red: [1] };
    expect(answer(US, no)).toEqual({ type: "ANSWER", party: US, ...no });
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
