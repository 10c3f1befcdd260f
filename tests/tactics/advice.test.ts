import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withOption } from "../../src/bargaining/space.ts";
import { openPlay } from "../../src/play/play.ts";
import { adviceOn, endsTalks, remainingAfter, voteOn } from "../../src/tactics/advice.ts";
import { mediatorGuess } from "../../src/tactics/aides.ts";
import { ownWorth } from "../../src/tactics/appraise.ts";
import { NO_GROUNDS, positionOf } from "../setup/scenarios.ts";
import { MUNICH } from "../setup/shipped.ts";
import { AID, RUSSIA, START, small, TURKEY, US, walkAwayAt } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

/** Of the small table: start · 3 + aid. */
const pack = (start: number, aid: number): number => start * 3 + aid;

/** A US that asks for an immediate start, walks away below 60, holds out for 80 and signs no 1 March. */
const STRICT = {
  walkAway: walkAwayAt(60),
  positions: [positionOf("immediate", { asks: [{ issue: START, options: [0] }], holdsAtLeast: 80 })],
  redLines: [{ title: null, when: [{ issue: START, options: [2] }], grounds: NO_GROUNDS }],
} as const;

function advised(on: number) {
  const view = seat(small({ us: STRICT }), { humans: ["us"] })
    .as("us")
    .view();
  if (!view.own) throw new Error("the United States have a side");
  return adviceOn(view, view.own, on);
}

describe("a package is measured against no deal first, then against what the capital hopes for", () => {
  test.each([
    { start: 0, aid: 0, verdict: "within", toNoDeal: null, toHopes: null },
    // 75: better than no deal, short of the 100 that it begins with.
    { start: 0, aid: 1, verdict: "below_hopes", toNoDeal: null, toHopes: { issue: AID, option: 0 } },
    // 25: one step on the start alone is 50; two are 75.
    { start: 1, aid: 2, verdict: "below_no_deal", toNoDeal: { issue: AID, option: 0 }, toHopes: null },
    { start: 2, aid: 0, verdict: "red", toNoDeal: { issue: START, option: 1 }, toHopes: { issue: START, option: 0 } },
  ])("start $start, aid $aid: $verdict", ({ start, aid, ...told }) => {
    expect(advised(pack(start, aid))).toMatchObject({ ...told, noDeal: 60, hopes: 100 });
  });

  test("what the position asks for is told issue by issue", () => {
    expect(advised(pack(1, 0)).unmet).toEqual([{ issue: START, options: [0] }]);
    expect(advised(pack(0, 2)).unmet).toEqual([]);
  });

  test("in Munich every change that is told does what is said of it, and none is told where none does it", () => {
    const view = openPlay({ scenario: MUNICH, seed: "advice", seats: { us: { by: "human" } } }).view("us");
    const { own } = view;
    if (!own) throw new Error("the United States have a side");
    const { space } = view.rules;
    fc.assert(
      fc.property(fc.nat(space.size - 1), (any) => {
        const { toNoDeal, toHopes, noDeal, hopes, worth, red } = adviceOn(view, own, any);
        const reaches = (bar: number): boolean =>
          space.sizes.some((size, issue) =>
            Array.from({ length: size }, (_, option) => withOption(space, any, issue, option)).some(
              (changed) => changed !== any && own.partyModel.red[changed] !== 1 && ownWorth(view, own, changed) >= bar,
            ),
          );
        for (const [change, bar] of [
          [toNoDeal, noDeal],
          [toHopes, hopes],
        ] as const) {
          const open = worth < bar || red.length > 0;
          expect(change !== null).toBe(open && reaches(bar));
          if (change) {
            expect(ownWorth(view, own, withOption(space, any, change.issue, change.option))).toBeGreaterThanOrEqual(
              bar,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("what an acceptance does follows from the binding rule", () => {
  test("three of three: everybody is waited for, and who leaves ends the talks although it is not in `needs`", () => {
    const binding = { needs: [US, RUSSIA], atLeast: 3 };
    const table = seat(small({ protocol: { binding } }));
    table.as("us").offers({ start: "one_week", aid: "some" });
    const view = table.as("russia").view();
    const told = voteOn(view, pack(1, 1), US);
    expect(told).toEqual({ bound: [US], asked: [TURKEY], waitsFor: [TURKEY], signs: false, without: false });
    expect(endsTalks(view, TURKEY)).toBe(true);
  });

  test("two of three: an acceptance signs what its mover is bound to, and it can be signed without it", () => {
    const table = seat(small({ protocol: { binding: { needs: [], atLeast: 2 } } }));
    table.as("us").offers({ start: "one_week", aid: "some" });
    const view = table.as("russia").view();
    expect(voteOn(view, pack(1, 1), US)).toMatchObject({ waitsFor: [], signs: true, without: true });
    expect(endsTalks(view, TURKEY)).toBe(false);
    table.allAnswer("refuse");
    expect(voteOn(table.as("russia").view(), pack(1, 1), RUSSIA)).toMatchObject({ bound: [US], signs: true });
    table.as("russia").walksOut();
    expect(endsTalks(table.as("turkey").view(), TURKEY)).toBe(true);
  });
});

test("what is left to a seat: turns of its own, and a vote on a text that may come", () => {
  const table = seat(small({ protocol: { rounds: 2 } }));
  expect(remainingAfter(table.as("us").view())).toEqual({ turns: 1, finalVote: false });
  table.untilRound(2).as("us").offers({ start: "one_week" });
  expect(remainingAfter(table.as("us").view()).turns).toBe(0);
  expect(remainingAfter(table.as("russia").view()).turns).toBe(1);
});

test("a mediator is told what each side seems to find of its draft, who is furthest and what would help, from offers alone", () => {
  const table = seat(small({ turkey: null, un: {}, protocol: { mediator: { party: 2, asks: 1, textFrom: 1 } } }));
  const silent = mediatorGuess(table.as("un").view(), pack(1, 1));
  expect(silent).toMatchObject({ furthest: -1, change: null, agreed: [], open: [] });
  table.as("us").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
  table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
  const view = table.as("un").view();
  expect(mediatorGuess(view, pack(0, 2))).toMatchObject({
    furthest: RUSSIA,
    agreed: [AID],
    open: [START],
    widest: START,
    change: { issue: START, option: 1 },
  });
  expect(mediatorGuess(view, pack(0, 2)).sides.map(({ opinion }) => opinion.kind)).toEqual(["stands", "refused"]);
});
