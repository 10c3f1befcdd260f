import { describe, expect, it } from "vitest";
import { openingContext } from "../../src/table/context.ts";
import { tableModel } from "../../src/table/model.ts";
import { firstWorth, shelfOf } from "../../src/table/shelf.ts";
import { NO_GROUNDS, positionOf } from "../setup/scenarios.ts";
import { AID, START, small, US } from "../setup/small.ts";

const asksWeek = positionOf("week", { asks: [{ issue: START, options: [1] }] });

describe("what a party may offer", () => {
  const model = tableModel(small({ us: { positions: [positionOf("open"), asksWeek], audienceCost: 30 } }));
  const context = openingContext(model, [1, 2]);

  it("is every package by rising worth, equal worths by index", () => {
    const shelf = shelfOf(model, context, US, 0);
    expect([...shelf.packages]).toEqual([8, 5, 7, 2, 4, 6, 1, 3, 0]);
    expect([...shelf.worths]).toEqual([0, 25, 25, 50, 50, 50, 75, 75, 100]);
  });

  it("is only what the position asks for", () => {
    expect([...shelfOf(model, context, US, 1).packages]).toEqual([5, 4, 3]);
  });

  it("follows a commitment: packages without the option go down by the audience cost", () => {
    const committed = { ...context, commitments: context.commitments.with(AID, 0) };
    const shelf = shelfOf(model, committed, US, 1);
    expect([...shelf.packages]).toEqual([5, 4, 3]);
    expect([...shelf.worths]).toEqual([-5, 20, 75]);
    expect([...shelfOf(model, context, US, 1).worths]).toEqual([25, 50, 75]);
  });

  it("leaves out what events have taken off the table, and its own red lines", () => {
    const thinned = { ...context, removed: context.removed.with(0, 1) };
    expect([...shelfOf(model, thinned, US, 0).packages]).toEqual([8, 5, 7, 4, 6, 3]);
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
    expect([...shelfOf(strict, openingContext(strict, [1, 2]), US, 0).packages]).toEqual([5, 7, 2, 4, 6, 1, 3, 0]);
  });

  it("is found by worth: the first that is worth at least so much", () => {
    const shelf = shelfOf(model, context, US, 0);
    expect([-1, 0, 1, 25, 50, 50.1, 100, 101].map((worth) => firstWorth(shelf, worth))).toEqual([
      0, 0, 1, 1, 3, 6, 8, 9,
    ]);
  });
});
