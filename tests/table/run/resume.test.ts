import fc from "fast-check";
import { expect, test } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import { tableModel } from "../../../src/table/model.ts";
import { compileFrom, compileTable, resume, startBatch } from "../../../src/table/run/batch.ts";
import { isEnded } from "../../../src/table/state.ts";
import { diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { nextEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

test("a table that is resumed anywhere goes on as the one that was never interrupted, whatever is sent", () => {
  let resumed = 0;
  const scenarios = fc.oneof({ arbitrary: anyScenario, weight: 19 }, { arbitrary: fc.constant(munich()), weight: 1 });
  fc.assert(
    fc.property(scenarios, fc.string(), fc.nat(40), (scenario, seed, before) => {
      const dice = diceOf(seed);
      const model = tableModel(scenario);
      const whole = startBatch(compileTable(model), runSeed(seed));
      for (let step = 0; step < before && !isEnded(whole.state.floor); step++) {
        whole.send(nextEvent(model, whole.state, dice, 0.1));
      }
      const remembered = structuredClone(whole.state.context);
      const part = resume(compileFrom(model, whole.state), remembered);
      const kept = structuredClone(remembered);
      expect(part.state).toEqual(whole.state);
      for (let step = 0; step < 40; step++) {
        const event = nextEvent(model, whole.state, dice, 0.1);
        whole.send(event);
        part.send(event);
        expect([part.state.floor, part.state.positions]).toEqual([whole.state.floor, whole.state.positions]);
      }
      expect(part.state).toEqual(whole.state);
      expect(remembered).toEqual(kept);
      resumed++;
    }),
    { numRuns: 120, interruptAfterTimeLimit: 6_000 },
  );
  expect(resumed).toBeGreaterThan(20);
});

test("a position that the table lacks is named", () => {
  const model = tableModel(munich());
  const { state } = startBatch(compileTable(model), runSeed("x"));
  const positions = state.positions.map(() => 99);
  expect(() => compileFrom(model, { ...state, positions })).toThrow("us has no position 99 to go on from");
});
