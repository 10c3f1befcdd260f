import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import { canonicalJson } from "../../../src/exact/json.ts";
import { nextStep } from "../../../src/play/conduct.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import type { TableEvent } from "../../../src/table/events.ts";
import { type TableModel, tableModel } from "../../../src/table/model.ts";
import { closedBecause } from "../../../src/table/rules/legality.ts";
import { compileTable, startBatch } from "../../../src/table/run/batch.ts";
import type { Runner } from "../../../src/table/run/runner.ts";
import { type TranscriptEntry, witness } from "../../../src/table/run/runner.ts";
import { isEnded } from "../../../src/table/state.ts";
import { keepView } from "../../../src/table/view/keep.ts";
import { type View, viewFor } from "../../../src/table/view/view.ts";
import { type Dice, diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { privatelyChanged } from "../../setup/private-side.ts";
import { legalEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

interface Table {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly entries: TranscriptEntry[];
}

function open(scenario: Scenario, seed: string): Table {
  const model = tableModel(scenario);
  return { model, runner: startBatch(compileTable(model), runSeed(seed)), entries: [] };
}

function tell({ model, runner, entries }: Table, event: TableEvent): void {
  entries.push(witness(model, runner, event));
}

function look({ model, runner, entries }: Table, seat: number): View {
  return keepView(viewFor(model, runner.state, seat, entries));
}

/** A view to the byte; lists of numbers of any type are written out. */
function bytes(table: Table, seat: number): string {
  const plain = JSON.stringify(look(table, seat), (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return [...(value as unknown as Iterable<number>)];
    // JSON has no infinity; without candidates there is no top.
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  return canonicalJson(JSON.parse(plain));
}

/** What comes next: seats with dice do anything legal, the others are machines; null: the table has ended. */
function upcoming(table: Table, dice: Dice, random: readonly boolean[]): TableEvent | null {
  const { model, runner } = table;
  const seats = random.map((by) => (by ? ({ by: "human" } as const) : ({ by: "machine" } as const)));
  const step = nextStep({ model, runner, seats });
  if (step.kind !== "waiting") return step.event;
  return step.waiting.kind === "over" ? null : legalEvent(model, runner.state, dice.pick(step.waiting.parties), dice);
}

/**
 * Plays one scenario, and tells the same to a second table that differs in what one party privately wants. Returns how many
 * views were compared.
 */
function sameViews(scenario: Scenario, changed: number, seed: string, steps: number): number {
  const dice = diceOf(seed);
  const table = open(scenario, seed);
  const twin = open(privatelyChanged(scenario, changed, dice), seed);
  const random = scenario.parties.map(() => dice.chance(0.4));
  const others = [-1, ...scenario.parties.keys()].filter((seat) => seat !== changed);
  let compared = 0;
  for (let step = 0; step < steps; step++) {
    const event = upcoming(table, dice, random);
    if (!event) break;
    if (!["RECONSIDER", "COUNT", "NEXT", "INTERVAL"].includes(event.type)) {
      const closed = closedBecause(twin.model, twin.runner.state, event as never);
      expect(closed, `what is legal hangs on what party ${changed} wants: ${JSON.stringify(event)}`).toBeNull();
    }
    tell(table, event);
    tell(twin, event);
    for (const seat of others) {
      if (!isDeepStrictEqual(look(table, seat), look(twin, seat))) {
        const where = `seat ${seat} after ${JSON.stringify(event)}`;
        expect(JSON.parse(bytes(twin, seat)), where).toEqual(JSON.parse(bytes(table, seat)));
        throw new Error(`${where}: the views differ in what JSON does not show`);
      }
      compared++;
    }
    // Slow beside the comparison of values, which is as strict: once a turn will do.
    if (event.type === "NEXT") for (const seat of others) expect(bytes(twin, seat)).toBe(bytes(table, seat));
  }
  return compared;
}

test("what one party wants changes nothing in the views of the others, on any scenario", () => {
  let compared = 0;
  fc.assert(
    fc.property(anyScenario, fc.nat(), fc.string(), (scenario, index, seed) => {
      compared += sameViews(scenario, index % scenario.parties.length, seed, 60);
    }),
    { numRuns: 150, interruptAfterTimeLimit: 8_000 },
  );
  expect(compared).toBeGreaterThan(1000);
});

test("what one party wants changes nothing in the views of the others, in Munich", () => {
  const scenario = munich();
  for (const changed of scenario.parties.keys()) {
    sameViews(scenario, changed, `views ${changed}`, 100);
  }
});

test("the law is not empty: the same change is seen by the party's own side", () => {
  const scenario = munich();
  const twin = privatelyChanged(scenario, 0, diceOf("seen"));
  expect(bytes(open(twin, "seen"), 0)).not.toBe(bytes(open(scenario, "seen"), 0));
});

test("a sealed answer shows to nobody but its own side until all are in", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const dice = diceOf(seed);
      const table = open(scenario, seed);
      const everyone = scenario.parties.map(() => true);
      for (let step = 0; step < 80; step++) {
        const event = upcoming(table, dice, everyone);
        if (!event) break;
        const others =
          event.type === "ANSWER" ? [-1, ...scenario.parties.keys()].filter((seat) => seat !== event.party) : [];
        const before = others.map((seat) => look(table, seat));
        tell(table, event);
        if (table.runner.state.floor === "answers") expect(others.map((seat) => look(table, seat))).toEqual(before);
      }
    }),
    { numRuns: 250, interruptAfterTimeLimit: 5_000 },
  );
});

test("a sounding that does not leak shows to nobody but those who take part", () => {
  let soundings = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), (any, seed) => {
      const scenario = { ...any, protocol: { ...any.protocol, leak: 0 } };
      const dice = diceOf(seed);
      const table = open(scenario, seed);
      const everyone = scenario.parties.map(() => true);
      for (let step = 0; step < 60; step++) {
        const event = upcoming(table, dice, everyone);
        if (!event) break;
        const { soundedBy, soundedOf } = table.runner.state.context;
        const taking =
          event.type === "SOUND_OUT" ? [event.party, event.of] : event.type === "REPLY" ? [soundedBy, soundedOf] : null;
        const others = taking ? [-1, ...scenario.parties.keys()].filter((seat) => !taking.includes(seat)) : [];
        const before = others.map((seat) => look(table, seat));
        tell(table, event);
        expect(others.map((seat) => look(table, seat))).toEqual(before);
        if (taking) soundings++;
      }
    }),
    { numRuns: 250, interruptAfterTimeLimit: 5_000 },
  );
  expect(soundings).toBeGreaterThan(20);
});

test("once all is open, everyone sees every side and every reason", () => {
  const table = open(munich(), "open");
  const dice = diceOf("open");
  for (;;) {
    const event = upcoming(table, dice, [true, false, false, false]);
    if (!event) break;
    tell(table, event);
  }
  const { model, runner, entries } = table;
  expect(isEnded(runner.state.floor)).toBe(true);
  const view = keepView(viewFor(model, runner.state, 0, entries, true));
  expect(view.sides.map(({ partyModel: mandate }) => mandate.index)).toEqual([0, 1, 2, 3]);
  const told = view.log.flatMap((line) => (line.kind === "answers" ? line.answers : []));
  expect(told.length).toBeGreaterThan(0);
  for (const answer of told) expect(answer.reasons !== null).toBe(!answer.bound && !answer.absent);
});
