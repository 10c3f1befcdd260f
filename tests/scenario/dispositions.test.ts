import { expect, test } from "vitest";
import { runSeed } from "../../src/exact/chance.ts";
import { dispositionIndex, drawDispositions, withDispositions } from "../../src/scenario/dispositions.ts";
import { DISPOSED, SAMPLE, scenarioOf } from "./sample.ts";

const scenario = scenarioOf(DISPOSED);

test("a scenario with a disposition is an ordinary one with its numbers; the list stays in it", () => {
  const [north, south] = withDispositions(scenario, [-1, 0, -1]).parties;
  const eager = scenario.parties[1]?.dispositions[0];
  expect(north).toBe(scenario.parties[0]);
  expect(south?.values).toEqual(eager?.values);
  expect(south?.redLines).toEqual(eager?.redLines);
  expect(south?.linkages).toEqual(eager?.linkages);
  expect(south?.tactic).toEqual(eager?.tactic);
  expect(south?.walkAway.at).toBe(10);
  expect(south?.positions.map(({ id, holdsAtLeast }) => [id, holdsAtLeast])).toEqual([
    ["wait", 60],
    ["give", null],
    ["angry", null],
  ]);
  expect(south?.dispositions).toBe(scenario.parties[1]?.dispositions);
});

test("where nothing is drawn it is the same scenario", () => {
  expect(withDispositions(scenario, [-1, -1, -1])).toBe(scenario);
  const plain = scenarioOf(SAMPLE);
  expect(drawDispositions(plain, runSeed("any"))).toEqual([-1, -1, -1]);
  expect(withDispositions(plain, [-1, -1, -1])).toBe(plain);
});

test("dispositions are drawn by their chances, fixed by the seed, and a named one changes no other", () => {
  const drawn = Array.from({ length: 4_000 }, (_, run) => drawDispositions(scenario, runSeed(`run ${run}`)));
  const eager = drawn.filter(([, south]) => south === 0).length;
  // A standard deviation of 31.
  expect(Math.abs(eager - 1_600)).toBeLessThan(125);
  expect(drawDispositions(scenario, runSeed("run 7"))).toEqual(drawn[7]);
  const two = { ...scenario, parties: scenario.parties.map((one) => ({ ...one, dispositions: south() })) };
  for (const seed of ["a", "b", "c"].map(runSeed)) {
    const [free = -1, , other] = drawDispositions(two, seed);
    expect(drawDispositions(two, seed, [-1, 1, -1])).toEqual([free, 1, other]);
  }
});

function south() {
  return scenario.parties[1]?.dispositions ?? [];
}

test("a disposition that is not there: what there is", () => {
  const [north, disposed] = scenario.parties;
  expect(disposed && dispositionIndex(disposed, "slow")).toBe(1);
  expect(() => disposed && dispositionIndex(disposed, "hasty")).toThrow(
    'south has no disposition "hasty"; it has eager, slow',
  );
  expect(() => north && dispositionIndex(north, "slow")).toThrow("it has none");
});
