import { describe, expect, test } from "vitest";
import type { Possible } from "../../../src/pages/futures/jobs.ts";
import { createWorkerApi } from "../../../src/pages/futures/worker-tasks.ts";
import { asItEnded, betterForAll, stepsBetween, zoneAtTheEnd } from "../../../src/pages/result/outcome.ts";
import { openPlay } from "../../../src/play/play.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import type { View } from "../../../src/table/view/view.ts";
import { MUNICH } from "../munich.ts";

function ended(scenario: Scenario, seed: string): View {
  const play = openPlay({ scenario, seed, runner: "batch" });
  play.advance();
  return play.view(null, true);
}

function worked(view: View): Possible {
  const work = createWorkerApi();
  const scenario = asItEnded(MUNICH, view);
  const job = {
    kind: "possible",
    scenario,
    round: view.round,
    signed: view.signed,
    language: "en",
    width: 720,
    runs: 1,
  };
  work.begin(1, job as Parameters<typeof work.begin>[1]);
  return work.whole(1, [work.part(1, 0, 1)]) as Possible;
}

describe("what was possible", () => {
  test.each(["a", "b", "c", "d"])("agrees with the result beside it (seed %s)", (seed) => {
    const view = ended(MUNICH, seed);
    const { analysis, signed, plot } = worked(view);
    expect(analysis.zone.size).toEqual({
      low: zoneAtTheEnd(view, MUNICH.scale).length,
      high: zoneAtTheEnd(view, MUNICH.scale).length,
    });
    expect(analysis.reservations).toEqual(view.sides.map(({ walkAway }) => walkAway));
    expect(signed === null).toBe(view.signed < 0);
    expect(plot).toMatch(/^<svg /);
    if (!signed) return;
    const beaten = analysis.frontier.points.some(
      ({ utilities }) =>
        analysis.voters.every((party) => (utilities[party] as number) >= (signed[party] as number) - 1e-9) &&
        analysis.voters.some((party) => (utilities[party] as number) > (signed[party] as number) + 1e-7),
    );
    expect(beaten).toBe(betterForAll(view, MUNICH.scale).length > 0);
  });

  test("what an event has taken off the table is in no package that suits all", () => {
    const view = ended(MUNICH, "a");
    const before = worked(view);
    const option = 1;
    const removed = view.removed.map((gone, slot) => (slot === option ? 1 : gone));
    const after = worked({ ...view, removed });
    expect(Number(after.analysis.zone.size.low)).toBeLessThan(Number(before.analysis.zone.size.low));
    expect(after.analysis.deadOptions).toContainEqual({ issue: 0, option });
  });

  test("steps are counted over all issues", () => {
    const view = ended(MUNICH, "a");
    expect(
      stepsBetween(
        view,
        0,
        view.rules.space.sizes.map(() => 0),
      ),
    ).toBe(0);
    expect(
      stepsBetween(
        view,
        0,
        view.rules.space.sizes.map((size) => size - 1),
      ),
    ).toBe(view.rules.space.sizes.reduce((sum, size) => sum + size - 1, 0));
  });
});
