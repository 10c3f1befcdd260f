import fc from "fast-check";
import { expect, test } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import { nextStep } from "../../../src/play/conduct.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import type { TableEvent } from "../../../src/table/events.ts";
import { type TableModel, tableModel } from "../../../src/table/model.ts";
import { compileTable, startBatch } from "../../../src/table/run/batch.ts";
import { type Runner, type TranscriptEntry, witness } from "../../../src/table/run/runner.ts";
import { keepView } from "../../../src/table/view/keep.ts";
import { type View, viewFor } from "../../../src/table/view/view.ts";
import { decide } from "../../../src/tactics/decide.ts";
import { type Dice, diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { legalEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

// Non-interference is held of kept views (view.test.ts). A kept view is the lazy one part by part, so it holds of both.

/** The names of all parts of an object that works them out when asked: its getters, and what it holds openly. */
function partsOf(lazy: object, hidden: readonly string[]): string[] {
  const described = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(lazy) as object);
  const getters = Object.keys(described).filter((name) => described[name]?.get);
  return [...getters, ...Object.keys(lazy)].filter((name) => !hidden.includes(name)).sort();
}

/** What the classes keep for themselves: where they look, and what they have worked out. */
const HIDDEN = [
  ...["model", "state", "context", "party", "entries", "open"],
  ...["aspiration", "takesPartInSounding"],
  ...["ownCache", "partiesCache", "estimatesCache", "aspirationCache", "dueCache"],
];

/** A copy of all that a lazy view shows, taken part by part without {@link keepView}. */
function written(lazy: unknown): unknown {
  if (typeof lazy !== "object" || lazy === null || ArrayBuffer.isView(lazy)) return structuredClone(lazy);
  if (Array.isArray(lazy)) return lazy.map(written);
  const proto: unknown = Object.getPrototypeOf(lazy);
  if (proto === Object.prototype) return lazy;
  return Object.fromEntries(
    partsOf(lazy, HIDDEN).map((name) => [name, written((lazy as Record<string, unknown>)[name])]),
  );
}

function mutableParts(kept: unknown, shared: ReadonlySet<unknown>, path = "view"): string[] {
  if (typeof kept !== "object" || kept === null || ArrayBuffer.isView(kept) || shared.has(kept)) return [];
  const inside = Object.entries(kept).flatMap(([key, part]) => mutableParts(part, shared, `${path}.${key}`));
  return Object.isFrozen(kept) ? inside : [path, ...inside];
}

/** What belongs to the model is shared by all views. */
function sharedBy({ scenario, partyModels }: TableModel, view: View): Set<unknown> {
  const sides = view.own ? [view.own, ...view.sides] : view.sides;
  return new Set<unknown>([
    view.rules,
    ...partyModels,
    ...sides.map(({ candidates }) => candidates),
    ...scenario.parties.flatMap(({ redLines, positions }) => [
      ...redLines.map(({ when }) => when),
      ...positions.flatMap(({ does }) => does),
    ]),
  ]);
}

interface Table {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly entries: TranscriptEntry[];
}

function opened(scenario: Scenario, seed: string): Table {
  const model = tableModel(scenario);
  return { model, runner: startBatch(compileTable(model), runSeed(seed)), entries: [] };
}

/** Dice and machines play on; false: the table has ended. */
function oneStep({ model, runner, entries }: Table, dice: Dice, random: readonly boolean[]): boolean {
  const seats = random.map((by) => (by ? ({ by: "human" } as const) : ({ by: "machine" } as const)));
  const step = nextStep({ model, runner, seats });
  let event: TableEvent;
  if (step.kind !== "waiting") event = step.event;
  else if (step.waiting.kind === "over") return false;
  else event = legalEvent(model, runner.state, dice.pick(step.waiting.parties), dice);
  entries.push(witness(model, runner, event));
  return true;
}

/** Holds the lazy view beside its kept copy after every event; returns how many answers were owed. */
function compare(scenario: Scenario, seed: string, steps: number): number {
  const table = opened(scenario, seed);
  const { model, runner, entries } = table;
  const dice = diceOf(seed);
  const random = scenario.parties.map(() => dice.chance(0.5));
  let owed = 0;
  for (let step = 0; step < steps; step++) {
    for (const seat of [-1, ...scenario.parties.keys()]) {
      const open = seat < 0 && step % 5 === 0;
      const kept = keepView(viewFor(model, runner.state, seat, entries, open));
      const lazy = viewFor(model, runner.state, seat, entries, open);
      expect(kept).toEqual(written(lazy));
      expect(mutableParts(kept, sharedBy(model, kept))).toEqual([]);
      if (!kept.own?.answer) continue;
      const { advice, answer } = kept.own;
      // The short answer and the itemised one are worked out apart.
      expect([advice?.accepts, advice?.package]).toEqual([answer.accepts, kept.onFloor?.package]);
      expect(decide(kept)).toEqual(decide(lazy));
      owed++;
    }
    if (!oneStep(table, dice, random)) break;
  }
  return owed;
}

test("a kept view is complete, frozen, and what the lazy one shows, on any scenario", () => {
  let owed = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      owed += compare(scenario, seed, 60);
    }),
    { numRuns: 120, interruptAfterTimeLimit: 8_000 },
  );
  expect(owed).toBeGreaterThan(20);
});

test("a kept view is complete, frozen, and what the lazy one shows, in Munich", () => {
  let owed = 0;
  for (let run = 0; run < 6; run++) owed += compare(munich(), `now ${run}`, 200);
  expect(owed).toBeGreaterThan(20);
});

test("a kept view stays as it was while the tables of its model go on", () => {
  const model = tableModel(munich());
  const compiled = compileTable(model);
  const dice = diceOf("kept");
  const tables = ["one", "other"].map((seed) => ({
    model,
    runner: startBatch(compiled, runSeed(seed)),
    entries: [] as TranscriptEntry[],
  }));
  const kept: { readonly view: View; readonly asItWas: unknown }[] = [];
  for (let step = 0; step < 60; step++) {
    for (const table of tables) {
      oneStep(table, dice, [true, false, false, false]);
      for (const { index } of model.partyModels) {
        const view = keepView(viewFor(model, table.runner.state, index, table.entries));
        kept.push({ view, asItWas: structuredClone({ ...view, rules: null, own: { ...view.own, partyModel: null } }) });
      }
    }
  }
  for (const { view, asItWas } of kept) {
    expect({ ...view, rules: null, own: { ...view.own, partyModel: null } }).toEqual(asItWas);
  }
});

test("tables of one model that are looked at in turn do not show in each other's views", () => {
  const scenario = munich();
  const model = tableModel(scenario);
  const compiled = compileTable(model);
  const seats = model.partyModels.map(() => ({ by: "machine" }) as const);
  const runners = ["one", "other"].map((seed) => startBatch(compiled, runSeed(seed)));
  for (let step = 0; step < 60; step++) {
    for (const runner of runners) {
      const upcoming = nextStep({ model, runner, seats });
      if (upcoming.kind !== "waiting") runner.send(upcoming.event);
      for (const { index } of model.partyModels) {
        // What is believed is remembered by model: another object remembers nothing yet.
        const afresh = viewFor({ ...model }, runner.state, index);
        expect(viewFor(model, runner.state, index).estimates).toEqual(afresh.estimates);
      }
    }
  }
});
