import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import { nextStep } from "../../../src/play/conduct.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { tableModel } from "../../../src/table/model.ts";
import { answerIn } from "../../../src/table/party/reasons.ts";
import { compileTable, startBatch } from "../../../src/table/run/batch.ts";
import { type OwnSide, type View, viewFor } from "../../../src/table/view/view.ts";
import { viewNow } from "../../../src/table/view/view-now.ts";
import { decide } from "../../../src/tactics/decide.ts";
import { diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { legalEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

// Many plays in one test; how long they take hangs on what else the machine does.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// What viewFor shows obeys non-interference (views.test.ts); what viewNow shows is the same, so it does too.

/** Every part of a view by name, whether it is stored or worked out. */
function written(view: View, like: View): Record<string, unknown> {
  const part = (key: keyof View): unknown => {
    const { own } = view;
    if (key === "own" && own && like.own) {
      return Object.fromEntries(Object.keys(like.own).map((name) => [name, own[name as keyof OwnSide]]));
    }
    if (key !== "parties") return view[key];
    return view.parties.map(({ index, standing, position, pressure, gone, askedText, commitments }) => {
      return { index, standing, position, pressure, gone, askedText, commitments };
    });
  };
  return Object.fromEntries(Object.keys(like).map((key) => [key, part(key as keyof View)]));
}

/** Plays with dice and machines, and holds the two doors side by side after every event; returns how many answers were owed. */
function compare(scenario: Scenario, seed: string, steps: number): number {
  const model = tableModel(scenario);
  const runner = startBatch(compileTable(model), runSeed(seed));
  const dice = diceOf(seed);
  const seats = scenario.parties.map(() => ({ by: dice.chance(0.5) ? "human" : "machine" }) as const);
  let owed = 0;
  for (let step = 0; step < steps; step++) {
    for (const seat of [-1, ...scenario.parties.keys()]) {
      const whole = viewFor(model, runner.state, seat);
      expect(written(viewNow(model, runner.state, seat), whole)).toEqual(written(whole, whole));
      const advice = whole.own?.advice;
      const now = viewNow(model, runner.state, seat);
      // The short answer and the itemised one are worked out apart.
      expect(now.own?.answer ?? null).toEqual(advice ? answerIn(advice) : null);
      if (!advice) continue;
      expect(decide(now)).toEqual(decide(whole));
      owed++;
    }
    const upcoming = nextStep({ model, runner, seats });
    if (upcoming.kind !== "waiting") runner.send(upcoming.event);
    else if (upcoming.waiting.kind === "over") break;
    else runner.send(legalEvent(model, runner.state, dice.pick(upcoming.waiting.parties), dice));
  }
  return owed;
}

test("a machine sees what viewFor shows, part by part, on any scenario", () => {
  let owed = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      owed += compare(scenario, seed, 60);
    }),
    { numRuns: 120, interruptAfterTimeLimit: 8_000 },
  );
  expect(owed).toBeGreaterThan(200);
});

test("a machine sees what viewFor shows, part by part, in Munich", () => {
  let owed = 0;
  for (let run = 0; run < 6; run++) owed += compare(munich(), `now ${run}`, 200);
  expect(owed).toBeGreaterThan(20);
});

test("tables of one model that are looked at in turn do not show in each other's views", () => {
  const model = tableModel(munich());
  const compiled = compileTable(model);
  const seats = model.partyModels.map(() => ({ by: "machine" }) as const);
  const runners = ["one", "other"].map((seed) => startBatch(compiled, runSeed(seed)));
  for (let step = 0; step < 60; step++) {
    for (const runner of runners) {
      const upcoming = nextStep({ model, runner, seats });
      if (upcoming.kind !== "waiting") runner.send(upcoming.event);
      for (const { index } of model.partyModels) {
        const whole = viewFor(model, runner.state, index);
        expect(viewNow(model, runner.state, index).estimates).toEqual(whole.estimates);
      }
    }
  }
});

test("every part of one is a part of the other", () => {
  const model = tableModel(munich());
  const { state } = startBatch(compileTable(model), runSeed("parts"));
  const getters = (of: object): string[] => {
    const described = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(of) as object);
    return Object.keys(described).filter((name) => described[name]?.get && name !== "aspiration");
  };
  const [now, whole] = [viewNow(model, state, 0), viewFor(model, state, 0)];
  expect([...getters(now), "seat"].sort()).toEqual(Object.keys(whole).sort());
  expect([...getters(now.own as OwnSide), "partyModel"].sort()).toEqual(
    [...Object.keys(whole.own as OwnSide), "answer"].sort(),
  );
});
