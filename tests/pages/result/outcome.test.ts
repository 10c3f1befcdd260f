import { describe, expect, test } from "vitest";
import { betterForAll, signedBelow, zoneAtTheEnd } from "../../../src/pages/result/outcome.ts";
import { coursesOf, largestStep, standAt } from "../../../src/pages/result/who-moved.tsx";
import { openPlay, type Play } from "../../../src/play/play.ts";
import type { View } from "../../../src/table/view/view.ts";
import { MUNICH } from "../munich.ts";

function ended(seed: string, accepts: boolean | null = null): Play {
  const seats = accepts === null ? {} : { us: { by: "human" as const } };
  const play = openPlay({ scenario: MUNICH, seed, seats, runner: "batch" });
  while (play.advance().kind !== "over") {
    play.act("us", play.view("us").owesAnswer ? { kind: "answer", accepts: accepts === true } : { kind: "pass" });
  }
  return play;
}

const machines: View[] = Array.from({ length: 30 }, (_, n) => ended(`end ${n}`).view(null, true));

describe("the zone at the end", () => {
  test("holds whatever machines have signed: they sign nothing worse than no deal", () => {
    const signed = machines.filter((view) => view.signed >= 0);
    expect(signed.length).toBeGreaterThan(3);
    for (const view of signed) {
      expect(zoneAtTheEnd(view, MUNICH.scale)).toContain(view.signed);
      expect(signedBelow(view, MUNICH.scale)).toEqual([]);
    }
  });

  test("every package in it is worth no deal at least to all who must sign", () => {
    const view = machines[0] as View;
    for (const pack of zoneAtTheEnd(view, MUNICH.scale)) {
      for (const party of view.rules.protocol.binding.needs) {
        const side = view.sides[party];
        expect(side?.partyModel.worth[pack]).toBeGreaterThanOrEqual(side?.walkAway ?? Infinity);
      }
    }
  });

  test("whoever accepts everything is told of the trap", { timeout: 60_000 }, () => {
    const trapped = Array.from({ length: 20 }, (_, n) => ended(`trap ${n}`, true).view("us", true)).filter(
      (view) => view.signed >= 0 && signedBelow(view, MUNICH.scale).includes(view.seat),
    );
    expect(trapped.length).toBeGreaterThan(0);
    for (const view of trapped) {
      expect(view.own?.partyModel.worth[view.signed]).toBeLessThan(view.own?.walkAway ?? 0);
    }
  });

  test("a package that is better for all is worse for none", () => {
    for (const view of machines.filter(({ signed }) => signed >= 0)) {
      for (const pack of betterForAll(view, MUNICH.scale)) {
        for (const party of view.rules.voters) {
          const worth = view.sides[party]?.partyModel.worth;
          expect(worth?.[pack]).toBeGreaterThanOrEqual(worth?.[view.signed] ?? Infinity);
        }
      }
    }
  });
});

describe("who moved, and when", () => {
  test("a course has what a party stood for, in its own worth", () => {
    for (const view of machines) {
      for (const course of coursesOf(view)) {
        for (const { package: pack, worth } of course.stands) {
          expect(worth).toBe(view.sides[course.party]?.partyModel.worth[pack]);
        }
        expect(standAt(course, view.round)).toEqual(course.stands[course.stands.length - 1] ?? null);
        expect(standAt(course, 0)).toBeNull();
      }
    }
  });

  test("no step is larger than the largest", () => {
    for (const view of machines) {
      const courses = coursesOf(view);
      const steps = courses.flatMap(({ stands }) =>
        stands.slice(1).map(({ worth }, at) => (stands[at]?.worth ?? 0) - worth),
      );
      expect(largestStep(view, courses, MUNICH.scale)?.gave ?? 0).toBeCloseTo(Math.max(0, ...steps), 9);
    }
  });
});
