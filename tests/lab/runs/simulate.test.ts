import fc from "fast-check";
import { expect, test } from "vitest";
import { prepare, runOnce, type Simulation, seedOfRun, simulate } from "../../../src/lab/runs/simulate.ts";
import { openPlay } from "../../../src/play/play.ts";
import { scenarioHash } from "../../../src/play/seal.ts";
import { tacticOf } from "../../../src/play/seats.ts";
import { resultWorth } from "../../../src/table/rules/worth.ts";
import { munich } from "../../setup/munich.ts";
import { anyScenario } from "../../setup/scenarios.ts";

test("the same simulation gives the same bytes", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const simulation: Simulation = { scenario, runs: 8, seed };
      // A copy: nothing may hang on what an earlier simulation left behind.
      const again: Simulation = { ...simulation, scenario: structuredClone(scenario) };
      expect(JSON.stringify(simulate(again))).toBe(JSON.stringify(simulate(simulation)));
    }),
    { numRuns: 60, interruptAfterTimeLimit: 4_000 },
  );
});

test("run i of seed S is the play of the seed S/i, to the last number of its state", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), fc.nat({ max: 20 }), (scenario, seed, run) => {
      const play = openPlay({ scenario, seed: seedOfRun(seed, run) });
      play.advance();
      expect(runOnce(prepare({ scenario }), `${seed}/${run}`)).toEqual(play.state);
    }),
    { numRuns: 100, interruptAfterTimeLimit: 4_000 },
  );
});

test("the figures are those of its runs", () => {
  const scenario = munich();
  const runs = 12;
  const result = simulate({
    scenario,
    runs,
    seed: "figures",
    seats: { us: { by: "machine", tactic: tacticOf("conceder") } },
  });
  const plays = Array.from({ length: runs }, (_, run) => {
    const seats = { us: { by: "machine", tactic: tacticOf("conceder") } } as const;
    const play = openPlay({ scenario, seed: `figures/${run}`, seats });
    play.advance();
    return play;
  });
  const count = (floor: string): number => plays.filter(({ state }) => state.floor === floor).length;
  expect(result.outcomes).toEqual({ signed: count("signed"), broken: count("broken"), expired: count("expired") });
  for (const [index, { id }] of scenario.parties.entries()) {
    const worths = plays.map(({ model, state }) => resultWorth(model, state.context, index));
    expect(result.utilities[id]?.mean).toBeCloseTo(worths.reduce((sum, worth) => sum + worth, 0) / runs, 9);
  }
  expect(result.rounds.mean).toBeCloseTo(plays.reduce((sum, { state }) => sum + state.context.round, 0) / runs, 9);
  expect(result.agreements.reduce((sum, agreement) => sum + agreement.count, 0)).toBe(count("signed"));
  expect(result).toMatchObject({ runs, seed: "figures", scenario: { id: scenario.id, hash: scenarioHash(scenario) } });
});

test("agreements are ordered by count, and shares are of all runs", () => {
  const { agreements, runs } = simulate({ scenario: munich(), runs: 60, seed: "order" });
  const counts = agreements.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  for (const { count, share } of agreements) expect(share).toBe(count / runs);
});

test("what cannot be run is an error", () => {
  const scenario = munich();
  for (const runs of [0, -1, 1.5, Number.NaN, Infinity]) {
    expect(() => simulate({ scenario, runs, seed: "x" })).toThrow(RangeError);
  }
  expect(() => simulate({ scenario, runs: 1, seed: "x", seats: { us: { by: "human" } } })).toThrow(
    "a human cannot sit",
  );
  expect(() => simulate({ scenario, runs: 1, seed: "x", seats: { france: { by: "machine" } } })).toThrow('"france"');
});
