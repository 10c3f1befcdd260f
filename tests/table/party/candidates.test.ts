import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { tableModel } from "../../../src/table/model.ts";
import { byWorth, candidatesOf, firstWorthAtLeast } from "../../../src/table/party/candidates.ts";
import { openingContext } from "../../../src/table/state.ts";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, START, small, US } from "../../setup/small.ts";

const worths = fc.oneof(
  // Many ties, then any numbers, then all in one step but for one far out.
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 300 }),
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 300 }),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 300 }).map((list) => [...list, 1e300]),
  fc.array(fc.constantFrom(0, Number.MIN_VALUE, -Number.MIN_VALUE), { maxLength: 100 }),
);

test("packages come by rising worth, equal worths by index, whatever the worths", () => {
  fc.assert(
    fc.property(worths, fc.integer({ min: 1, max: 3 }), (list, every) => {
      const table = Float64Array.from(list);
      const listed = Int32Array.from(list.keys()).filter((pack) => pack % every === 0);
      const wanted = [...listed].sort((a, b) => (table[a] as number) - (table[b] as number) || a - b);
      expect([...byWorth(listed, table)]).toEqual(wanted);
    }),
  );
});

const asksWeek = positionOf("week", { asks: [{ issue: START, options: [1] }] });

describe("what a party may offer", () => {
  const model = tableModel(small({ us: { positions: [positionOf("open"), asksWeek], audienceCost: 30 } }));
  const context = openingContext(model, [1, 2]);

  it("is every package by rising worth, equal worths by index", () => {
    const shelf = candidatesOf(model, context, US, 0);
    expect([...shelf.packages]).toEqual([8, 5, 7, 2, 4, 6, 1, 3, 0]);
    expect([...shelf.worths]).toEqual([0, 25, 25, 50, 50, 50, 75, 75, 100]);
  });

  it("is only what the position asks for", () => {
    expect([...candidatesOf(model, context, US, 1).packages]).toEqual([5, 4, 3]);
  });

  it("follows a commitment: packages without the option go down by the audience cost", () => {
    const committed = { ...context, commitments: context.commitments.with(AID, 0) };
    const shelf = candidatesOf(model, committed, US, 1);
    expect([...shelf.packages]).toEqual([5, 4, 3]);
    expect([...shelf.worths]).toEqual([-5, 20, 75]);
    expect([...candidatesOf(model, context, US, 1).worths]).toEqual([25, 50, 75]);
  });

  it("leaves out what events have taken off the table, and its own red lines", () => {
    const thinned = { ...context, removed: context.removed.with(0, 1) };
    expect([...candidatesOf(model, thinned, US, 0).packages]).toEqual([8, 5, 7, 4, 6, 3]);
    const redLines = [
      {
        title: null,
        when: [
          { issue: START, options: [2] },
          { issue: AID, options: [2] },
        ],
        grounds: NO_GROUNDS,
      },
    ];
    const strict = tableModel(small({ us: { redLines } }));
    expect([...candidatesOf(strict, openingContext(strict, [1, 2]), US, 0).packages]).toEqual([5, 7, 2, 4, 6, 1, 3, 0]);
  });

  it("is found by worth: the first that is worth at least so much", () => {
    const shelf = candidatesOf(model, context, US, 0);
    expect([-1, 0, 1, 25, 50, 50.1, 100, 101].map((worth) => firstWorthAtLeast(shelf, worth))).toEqual([
      0, 0, 1, 1, 3, 6, 8, 9,
    ]);
  });
});
