import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import type { TableEvent } from "../../../src/table/events.ts";
import { type TableModel, tableModel } from "../../../src/table/model.ts";
import { type CompiledTable, compileTable, startBatch } from "../../../src/table/run/batch.ts";
import { machineOf, startLive } from "../../../src/table/run/live.ts";
import { witness } from "../../../src/table/run/runner.ts";
import { type FloorState, isEnded } from "../../../src/table/state.ts";
import { diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { nextEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

interface Pair {
  readonly model: TableModel;
  readonly machine: ReturnType<typeof machineOf>;
  readonly compiled: CompiledTable;
}

interface Seen {
  readonly types: Set<TableEvent["type"]>;
  readonly floors: Set<FloorState>;
}

function pairOf(model: TableModel): Pair {
  return { model, machine: machineOf(model), compiled: compileTable(model) };
}

/** Events that are sent to a table once it has ended: nothing may come of them. */
const AFTERWARDS = 20;

/** Sends the same random events to both runners; throws at the first entry or state that differs. */
function compare({ model, machine, compiled }: Pair, seed: string, seen?: Seen): void {
  const live = startLive(model, runSeed(seed), machine);
  const batch = startBatch(compiled, runSeed(seed));
  const dice = diceOf(seed);
  // Some tables are left alone by everything illegal, so that they get far.
  const wildness = dice.pick([0, 0.2, 0.6]);
  let left = AFTERWARDS;
  for (let step = 0; step < 600 && left > 0; step++) {
    if (isEnded(live.state.floor)) left--;
    const event = nextEvent(model, live.state, dice, wildness);
    seen?.types.add(event.type);
    seen?.floors.add(live.state.floor);
    const told = witness(model, live, event);
    const same = isDeepStrictEqual(witness(model, batch, event), told) && isDeepStrictEqual(batch.state, live.state);
    if (!same) {
      expect(batch.state, `step ${step}, ${JSON.stringify(event)}`).toEqual(live.state);
      throw new Error(`step ${step}: the entries of ${JSON.stringify(event)} differ`);
    }
  }
}

test("live and batch agree on Munich, entry by entry and state by state", () => {
  const pair = pairOf(tableModel(munich()));
  const seen: Seen = { types: new Set(), floors: new Set() };
  for (let run = 0; run < 400; run++) compare(pair, `munich/${run}`, seen);
  expect(seen.types.size).toBe(15);
  // Turn by turn through every state of the floor, to all three ends.
  expect(seen.floors.size).toBe(11);
});

test("live and batch agree on any scenario, entry by entry and state by state", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const pair = pairOf(tableModel(scenario));
      for (let run = 0; run < 6; run++) compare(pair, `${seed}/${run}`);
    }),
    // A scenario of thousands of packages takes seconds; the usual ones milliseconds.
    { numRuns: 400, interruptAfterTimeLimit: 15_000 },
  );
});

test("runs of one compiled table share nothing", () => {
  const model = tableModel(munich());
  const compiled = compileTable(model);
  const [one, other] = [startBatch(compiled, runSeed("same")), startBatch(compiled, runSeed("same"))];
  const opening = structuredClone(other.state);
  const dice = diceOf("alone");
  for (let step = 0; step < 200; step++) one.send(nextEvent(model, one.state, dice));
  expect(other.state).toEqual(opening);
});

test("a table keeps nothing of the events that it was sent", () => {
  const model = tableModel(munich());
  const compiled = compileTable(model);
  for (const start of [() => startBatch(compiled, runSeed("kept")), () => startLive(model, runSeed("kept"))]) {
    const runner = start();
    const dice = diceOf("kept");
    for (let step = 0; step < 200; step++) {
      const event = nextEvent(model, runner.state, dice, 0.1);
      runner.send(event);
      const before = structuredClone(runner.state);
      if (event.type === "ANSWER") {
        (event.named as number[]).fill(99).push(99);
        (event.red as number[]).fill(99).push(99);
      }
      expect(runner.state).toEqual(before);
    }
  }
});
