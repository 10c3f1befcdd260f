import { describe, expect, test } from "vitest";
import { at } from "../../../src/exact/at.ts";
import type { Possible } from "../../../src/pages/futures/jobs.ts";
import { stepsBetween } from "../../../src/pages/futures/was-possible.tsx";
import type { TableEnd } from "../../../src/play/end.ts";
import type { View } from "../../../src/table/view/view.ts";
import { endedView } from "../../setup/ended-view.ts";
import { MUNICH } from "../../setup/shipped.ts";
import { workedOut } from "../../setup/workers.ts";

const endOf = ({ sides, removed, signed }: View): TableEnd => ({
  walkAways: sides.map(({ walkAway }) => walkAway),
  removed,
  signed,
});

function possible({ round }: View, end: TableEnd): Promise<Possible> {
  return workedOut<"possible">({ kind: "possible", scenario: MUNICH, end, round, language: "en", width: 720, runs: 1 });
}

describe("what was possible", () => {
  test.each(["a", "b", "c", "d"])("is one answer about zone and efficiency (seed %s)", async (seed) => {
    const view = endedView(seed);
    const { analysis, zoneSize, bestInZone, better, signed, plot } = await possible(view, endOf(view));
    expect(analysis.zone.size).toEqual({ low: zoneSize, high: zoneSize });
    expect(analysis.reservations).toEqual(view.sides.map(({ walkAway }) => walkAway));
    for (const party of view.rules.protocol.binding.needs) {
      expect(at(bestInZone, party)).toBeGreaterThanOrEqual(at(analysis.reservations, party));
    }
    expect(signed === null).toBe(view.signed < 0);
    expect(plot).toMatch(/^<svg /);
    if (!signed) return;
    const gainsOf = (utilities: readonly number[]) =>
      analysis.voters.map((party) => at(utilities, party) - at(signed, party));
    const beaten = analysis.frontier.points.some(({ utilities }) => {
      const gains = gainsOf(utilities);
      return gains.every((gain) => gain >= -1e-7) && gains.some((gain) => gain > 1e-7);
    });
    expect(beaten).toBe(better > 0);
  });

  test("has nothing in it that an event has taken off the table", async () => {
    const view = endedView("a");
    const end = endOf(view);
    const before = await possible(view, end);
    const option = 1;
    const after = await possible(view, {
      ...end,
      removed: end.removed.map((gone, slot) => (slot === option ? 1 : gone)),
    });
    expect(after.zoneSize).toBeLessThan(before.zoneSize);
    expect(after.analysis.zone.size.low).toEqual(after.zoneSize);
    expect(after.analysis.deadOptions).toContainEqual({ issue: 0, option });
  });

  test("counts steps over all issues", () => {
    const view = endedView("a");
    const { sizes } = view.rules.space;
    const first = sizes.map(() => 0);
    const last = sizes.map((size) => size - 1);
    expect(stepsBetween(view, 0, first)).toBe(0);
    expect(stepsBetween(view, 0, last)).toBe(sizes.reduce((sum, size) => sum + size - 1, 0));
  });
});
