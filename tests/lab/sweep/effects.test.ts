import { expect, test } from "vitest";
import { combination, combinations, type Sweep } from "../../../src/lab/sweep/definition.ts";
import type { Metric } from "../../../src/lab/sweep/metrics.ts";
import { type Effect, hasEffects, SweepEffects } from "../../../src/lab/sweep/summary.ts";
import { sweepOf } from "./sample.ts";

const VARY = "scenario: x\nvary: { protocol.rounds: [4, 5], minutes: [5, 10, 15] }\nrepetitions: 3\n";
const METRIC: Metric = { name: "rounds", group: "rounds", title: "Rounds", about: "", of: () => 0 };

/** Figures that are 10 for the second value of `protocol.rounds`, its index for `minutes`, and 0.1 for each repetition. */
function effectsOf(sweep: Sweep): Effect[] {
  const effects = new SweepEffects(sweep, [METRIC]);
  for (let number = 0; number < combinations(sweep); number++) {
    const [rounds = 0, minutes = 0] = combination(sweep, number);
    effects.add({
      combination: number,
      byMetric: [Float64Array.from([0, 1, 2], (run) => 10 * rounds + minutes + run / 10)],
    });
  }
  return effects.effects();
}

const means = (effect: Effect | undefined): (number | undefined)[] =>
  (effect?.estimates[0] ?? []).map(({ mean }) => mean);

test("in a full factorial, a value's effect is the mean over all values of the others", () => {
  const [rounds, minutes] = effectsOf(sweepOf(VARY));
  expect([rounds?.combinations, minutes?.combinations]).toEqual([3, 2]);
  expect(means(rounds).map((mean) => mean?.toFixed(6))).toEqual(["1.100000", "11.100000"]);
  expect(means(minutes).map((mean) => mean?.toFixed(6))).toEqual(["5.100000", "6.100000", "7.100000"]);
});

test("one at a time, the others stay at their baseline", () => {
  const [rounds, minutes] = effectsOf(sweepOf(`${VARY}design: one_at_a_time\n`));
  expect([rounds?.combinations, minutes?.combinations]).toEqual([1, 1]);
  expect(means(rounds).map((mean) => mean?.toFixed(6))).toEqual(["0.100000", "10.100000"]);
  expect(means(minutes).map((mean) => mean?.toFixed(6))).toEqual(["0.100000", "1.100000", "2.100000"]);
});

test("what is independent is the repetitions, however many combinations share them", () => {
  for (const { estimates } of effectsOf(sweepOf(VARY))) {
    // Three repetitions, 0.1 apart: s = 0.1, so the error is 0.1/√3.
    for (const { n, standardError: error } of estimates[0] ?? []) {
      expect(n).toBe(3);
      expect(error).toBeCloseTo(0.1 / Math.sqrt(3), 12);
    }
  }
});

test("figures that would not fit into memory are left out", () => {
  expect(hasEffects(sweepOf(VARY), [METRIC])).toBe(true);
  expect(hasEffects({ ...sweepOf(VARY), repetitions: 100_000_000 }, [METRIC])).toBe(false);
});
