import { expect, test } from "vitest";
import { openPlay } from "../../src/play/play.ts";
import { resultWorth, worthNow } from "../../src/table/rules/worth.ts";
import { ownResult, ownWorth } from "../../src/tactics/appraise.ts";
import { MUNICH } from "../setup/shipped.ts";
import { RUSSIA, small, US } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

test("the result that a view shows is the result of the table, signed or not", { timeout: 60_000 }, () => {
  const outcomes = new Set<string>();
  for (let n = 0; n < 40; n++) {
    const discounted = MUNICH.parties.map((party) => ({ ...party, discount: 0.8 }));
    const play = openPlay({ scenario: { ...MUNICH, parties: discounted }, seed: `worth ${n}`, runner: "batch" });
    play.advance();
    const view = play.view(null, true);
    outcomes.add(view.floor);
    for (const [index, side] of view.sides.entries()) {
      expect(ownResult(view, side)).toBe(resultWorth(play.model, play.state.context, index));
    }
  }
  expect(outcomes.size).toBeGreaterThan(1);
});

test("what a package is worth in a view is what it is worth at the table, commitments counted", () => {
  const table = seat(small());
  table.as("us").commitsTo({ start: "immediately" });
  const { model, state } = table.play;
  for (const [id, party] of [
    ["us", US],
    ["russia", RUSSIA],
  ] as const) {
    const view = table.as(id).view();
    for (let pack = 0; pack < model.space.size; pack++) {
      expect(view.own && ownWorth(view, view.own, pack)).toBe(worthNow(model, state.context, party, pack));
    }
  }
});
