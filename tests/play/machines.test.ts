import fc from "fast-check";
import { expect, test } from "vitest";
import { isPackage, meets } from "../../src/bargaining/space.ts";
import { runSeed } from "../../src/exact/chance.ts";
import { nextStep, sendEvent } from "../../src/play/conduct.ts";
import type { Seat } from "../../src/play/seats.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import type { PartyEvent } from "../../src/table/events.ts";
import { type PartyModel, type TableModel, tableModel } from "../../src/table/model.ts";
import { aspirationOf } from "../../src/table/party/target.ts";
import { closedBecause } from "../../src/table/rules/legality.ts";
import { isRemoved, worthNow } from "../../src/table/rules/worth.ts";
import { compileTable, startBatch } from "../../src/table/run/batch.ts";
import type { TranscriptEntry } from "../../src/table/run/runner.ts";
import { ANSWER, isEnded, type TableState } from "../../src/table/state.ts";
import { diceOf } from "../setup/dice.ts";
import { munich } from "../setup/munich.ts";
import { legalEvent } from "../setup/random-play.ts";
import { anyScenario } from "../setup/scenarios.ts";

/** Far more than any table of six rounds and five parties, or Munich, can take. */
const STEPS = 3_000;

interface Watched {
  readonly model: TableModel;
  /** What a machine does, with the state in which it decided. */
  readonly decided: (event: PartyEvent, state: TableState) => void;
}

interface Ended {
  readonly model: TableModel;
  readonly state: TableState;
  readonly entries: readonly TranscriptEntry[];
}

/** Plays to the end with dice in some seats and machines in the others. */
function play(
  scenario: Scenario,
  seed: string,
  watch: (model: TableModel) => Watched["decided"] = () => () => {},
): Ended {
  const dice = diceOf(seed);
  const model = tableModel(scenario);
  const decided = watch(model);
  const seats: Seat[] = scenario.parties.map(() => (dice.chance(0.35) ? { by: "human" } : { by: "machine" }));
  const entries: TranscriptEntry[] = [];
  const runner = startBatch(compileTable(model), runSeed(seed));
  const table = { model, runner, seats, note: (entry: TranscriptEntry) => entries.push(entry) };
  for (let step = 0; step < STEPS; step++) {
    const upcoming = nextStep(table);
    if (upcoming.kind === "waiting") {
      if (upcoming.waiting.kind === "over") break;
      sendEvent(table, legalEvent(model, runner.state, dice.pick(upcoming.waiting.parties), dice));
      continue;
    }
    if (upcoming.kind === "party") decided(upcoming.event, runner.state);
    sendEvent(table, upcoming.event);
  }
  return { model, state: runner.state, entries };
}

function inManyPlays(check: (scenario: Scenario, seed: string) => void, numRuns = 250): void {
  const scenario = munich();
  for (let run = 0; run < 25; run++) check(scenario, `machines ${run}`);
  fc.assert(fc.property(anyScenario, fc.string(), check), { numRuns, interruptAfterTimeLimit: 8_000 });
}

/** The package that a machine says yes to with this event; −1: none. */
function agreesTo(event: PartyEvent, { context }: TableState): number {
  switch (event.type) {
    case "ANSWER":
      return event.accepts ? context.floorPackage : -1;
    case "TAKE_UP":
      return context.standing[event.of] as number;
    case "OFFER":
      return event.package;
    default:
      return -1;
  }
}

test("a machine accepts, takes up and offers nothing below its walk-away of that turn, and nothing across a red line", () => {
  let agreed = 0;
  inManyPlays((scenario, seed) => {
    play(scenario, seed, (model) => (event, state) => {
      const pack = agreesTo(event, state);
      if (pack < 0) return;
      agreed++;
      const worth = worthNow(model, state.context, event.party, pack);
      expect(worth).toBeGreaterThanOrEqual(state.context.walkAway[event.party] as number);
      expect(model.partyModels[event.party]?.red[pack]).toBe(0);
      expect(isRemoved(model.space, state.context.removed, pack)).toBe(false);
    });
  });
  expect(agreed).toBeGreaterThan(300);
});

test("a machine's yes is worth its target, and its offers meet what its position asks", () => {
  inManyPlays((scenario, seed) => {
    play(scenario, seed, (model) => (event, state) => {
      const { target } = aspirationOf(model, state, event.party);
      if (event.type === "ANSWER") {
        const pack = state.context.floorPackage;
        const wanted =
          worthNow(model, state.context, event.party, pack) >= target &&
          model.partyModels[event.party]?.red[pack] === 0;
        expect(event.accepts).toBe(wanted);
      }
      if (event.type === "OFFER") {
        const { positions } = model.partyModels[event.party] as PartyModel;
        expect(meets(model.space, positions[event.position]?.asks ?? [], event.package)).toBe(true);
      }
    });
  });
});

test("what a machine does is always legal", () => {
  inManyPlays((scenario, seed) => {
    play(scenario, seed, (model) => (event, state) => expect(closedBecause(model, state, event)).toBeNull());
  });
});

test("every play ends, and nothing is awaited afterwards", () => {
  inManyPlays((scenario, seed) => {
    const { model, state } = play(scenario, seed);
    expect(isEnded(state.floor)).toBe(true);
    expect(state.context.round).toBeLessThanOrEqual(model.scenario.protocol.rounds);
  });
});

test("a text is signed exactly when those who accept it bind the table", () => {
  let signed = 0;
  inManyPlays((scenario, seed) => {
    const { model, state, entries } = play(scenario, seed);
    const { needs, atLeast, weights } = scenario.protocol.binding;
    for (const { count, floor } of entries) {
      if (!count) continue;
      const accepting = model.voters.filter((party) => count.answers[party] === ANSWER.accepts);
      const weight = accepting.reduce((sum, party) => sum + (weights[party] as number), 0);
      expect(floor === "signed").toBe(needs.every((party) => accepting.includes(party)) && weight >= atLeast);
      if (floor === "signed") expect(state.context.signed).toBe(count.package);
    }
    expect(state.context.signed >= 0).toBe(state.floor === "signed");
    if (state.floor !== "signed") return;
    signed++;
    expect(isPackage(model.space, state.context.signed)).toBe(true);
    expect(isRemoved(model.space, state.context.removed, state.context.signed)).toBe(false);
  });
  expect(signed).toBeGreaterThan(10);
});
