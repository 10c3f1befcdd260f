import { describe, expect, it } from "vitest";
import { bestOf, type ZoneQuestion, zoneOf } from "../../src/bargaining/zone.ts";

const question: ZoneQuestion = {
  size: 4,
  worths: [Float64Array.of(90, 60, 40, 10), Float64Array.of(0, 50, 60, 100), Float64Array.of(50, 20, 50, 50)],
  reds: [Uint8Array.of(0, 0, 0, 0), Uint8Array.of(0, 0, 1, 0), Uint8Array.of(0, 0, 0, 0)],
  reservations: [40, 50, 30],
  binds: (accepts) => [0, 1, 2].every(accepts),
};

describe("the zone of possible agreement", () => {
  const two = { ...question, binds: (accepts: (party: number) => boolean) => accepts(0) && accepts(1) };

  it("is every package that enough parties would rather sign than have no deal", () => {
    expect(zoneOf(two)).toEqual([1]);
    expect(zoneOf(question)).toEqual([]);
  });

  it("has in it what is worth exactly the walk-away", () => {
    expect(zoneOf({ ...two, reservations: [60, 50, 0] })).toEqual([1]);
    expect(zoneOf({ ...two, reservations: [60.01, 50, 0] })).toEqual([]);
  });

  it("has nothing in it across a red line of somebody whose acceptance counts", () => {
    expect(zoneOf({ ...two, reds: question.reds.map(() => Uint8Array.of(0, 0, 0, 0)) })).toEqual([1, 2]);
  });

  it("knows the best of some packages for a party, and of none", () => {
    expect(bestOf([1, 2], question.worths[0] as Float64Array)).toBe(60);
    expect(bestOf([], question.worths[0] as Float64Array)).toBe(-Infinity);
  });
});
