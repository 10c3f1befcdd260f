import { expect, test } from "vitest";
import { resultOf } from "../../../src/pages/result/worth.ts";
import { openPlay } from "../../../src/play/play.ts";
import { resultWorth } from "../../../src/table/worth.ts";
import { MUNICH } from "../munich.ts";

test("the result on the screen is the result of the table, signed or not", { timeout: 60_000 }, () => {
  const outcomes = new Set<string>();
  for (let n = 0; n < 40; n++) {
    const discounted = MUNICH.parties.map((party) => ({ ...party, discount: 0.8 }));
    const play = openPlay({ scenario: { ...MUNICH, parties: discounted }, seed: `worth ${n}`, runner: "batch" });
    play.advance();
    const view = play.view(null, true);
    outcomes.add(view.floor);
    for (const [index, side] of view.sides.entries()) {
      expect(resultOf(view, side)).toBeCloseTo(resultWorth(play.model, play.state.context, index), 10);
    }
  }
  expect(outcomes.size).toBeGreaterThan(1);
});
