import { optionIn } from "../../bargaining/space.ts";
import { addAt, at } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import { conductToEnd } from "../../play/conduct.ts";
import type { TableEvent } from "../../table/events.ts";
import type { TableModel } from "../../table/model.ts";
import { netWorth, resultWorth } from "../../table/rules/worth.ts";
import { startBatch } from "../../table/run/batch.ts";
import type { Runner } from "../../table/run/runner.ts";
import type { Prepared } from "../runs/simulate.ts";

/** Where the parties stood when the time ran out, and how often. */
export interface Standstill {
  /** Position by party. */
  readonly positions: readonly number[];
  runs: number;
  /** Walk-aways at the end by party, summed over those runs. */
  readonly walkAways: Float64Array;
}

/** What runs have touched so far: counts of runs, never of times within a run. */
export interface RunCounts {
  /** With the same seeds each; `runs` are those of all together. */
  experiments: number;
  runs: number;
  signed: number;
  expired: number;
  broken: number;
  /** By party and position. */
  readonly held: readonly Float64Array[];
  readonly happened: Float64Array;
  /** As the context numbers scheduled moves and levers. */
  readonly scheduledMoves: Float64Array;
  readonly levers: Float64Array;
  /** Of the signed texts, by slot. */
  readonly options: Float64Array;
  /** By party: the result is better than its walk-away. */
  readonly better: Float64Array;
  /** By the positions as a word. */
  readonly standstills: Map<string, Standstill>;
}

/** No run counted yet. @param experiments whose runs are to be counted together */
export function emptyCounts(model: TableModel, experiments: number): RunCounts {
  return {
    experiments,
    runs: 0,
    signed: 0,
    expired: 0,
    broken: 0,
    held: model.partyModels.map(({ positions }) => new Float64Array(positions.length)),
    happened: new Float64Array(model.scenario.events.length),
    scheduledMoves: new Float64Array(model.scheduledMoves),
    levers: new Float64Array(model.levers),
    options: new Float64Array(model.space.slots),
    better: new Float64Array(model.parties),
    standstills: new Map(),
  };
}

function countStandstill(counts: RunCounts, { state }: Runner): void {
  const { positions, context } = state;
  const key = positions.join();
  const found = counts.standstills.get(key) ?? {
    positions: [...positions],
    runs: 0,
    walkAways: new Float64Array(positions.length),
  };
  found.runs++;
  for (const [party, worth] of context.walkAway.entries()) addAt(found.walkAways, party, worth);
  counts.standstills.set(key, found);
}

function countEnd(model: TableModel, counts: RunCounts, runner: Runner): void {
  const { floor, context } = runner.state;
  counts.runs++;
  if (floor === "signed") counts.signed++;
  else if (floor === "broken") counts.broken++;
  else counts.expired++;
  if (floor === "expired") countStandstill(counts, runner);
  for (const [event, has] of context.happened.entries()) if (has === 1) addAt(counts.happened, event, 1);
  for (const [move, done] of context.deedsDone.entries()) if (done === 1) addAt(counts.scheduledMoves, move, 1);
  for (const [lever, uses] of context.leverUses.entries()) if (uses > 0) addAt(counts.levers, lever, 1);
  if (context.signed >= 0) {
    for (const [issue, first] of model.space.firstSlot.entries()) {
      addAt(counts.options, first + optionIn(model.space, context.signed, issue), 1);
    }
  }
  for (const { index, party } of model.partyModels) {
    const walkAway = at(context.walkAway, index);
    const noDeal = netWorth(party, model.scenario.protocol, context.round, walkAway, 0);
    if (resultWorth(model, context, index) - noDeal > equalWithin(model.scenario.scale)) addAt(counts.better, index, 1);
  }
}

/**
 * Plays one run and counts what it touched.
 * @returns what the result was worth to each party, in the scenario's scale
 */
export function observeRun({ compiled, seats }: Prepared, seed: string, counts: RunCounts): number[] {
  const { model } = compiled;
  const table = startBatch(compiled, runSeed(seed));
  const held = counts.held.map((positions) => new Array<boolean>(positions.length).fill(false));
  const markPositions = (): void => {
    for (const [party, position] of table.state.positions.entries()) {
      const list = held[party];
      if (list && position >= 0) list[position] = true;
    }
  };
  const runner: Runner = {
    get state() {
      return table.state;
    },
    send(event: TableEvent) {
      table.send(event);
      // Positions move nowhere else.
      if (event.type === "RECONSIDER") markPositions();
    },
  };
  markPositions();
  conductToEnd({ model, runner, seats });
  for (const [party, list] of held.entries()) {
    for (const [position, was] of list.entries()) if (was) addAt(at(counts.held, party), position, 1);
  }
  countEnd(model, counts, table);
  return model.partyModels.map((_, party) => resultWorth(model, table.state.context, party));
}
