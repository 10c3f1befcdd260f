import { describe, expect, test } from "vitest";
import { coursesOf, largestStep, standAt } from "../../../src/pages/result/who-moved.tsx";
import { endedView } from "../../setup/ended-view.ts";
import { MUNICH } from "../../setup/shipped.ts";

const machines = Array.from({ length: 30 }, (_, n) => endedView(`end ${n}`));

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
