import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeInYear, spreadApart } from "../../../src/pages/start/year.tsx";

describe("the line of the year", () => {
  test("goes from the first of February to the last of December", () => {
    expect(placeInYear("2016-02-01")).toBe(0);
    expect(placeInYear("2016-12-31")).toBe(100);
    expect(placeInYear("2016-02-20") - placeInYear("2016-02-19")).toBeCloseTo(100 / 334);
  });

  test("gives days side by side a place of their own and leaves the others where they are", () => {
    expect(spreadApart([3, 5, 5.3, 27], 1.5)).toEqual([3, 5, 6.5, 27]);
  });

  test("keeps the order, and the room, whatever the days", () => {
    const days = fc.array(fc.double({ min: 0, max: 100, noNaN: true })).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.double({ min: 0.1, max: 5, noNaN: true }), (places, room) => {
        const spread = spreadApart(places, room);
        spread.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(places[index] ?? 0);
          if (index > 0) expect(place - (spread[index - 1] ?? 0)).toBeGreaterThan(room - 1e-9);
        });
      }),
    );
  });
});
