import { optionIn } from "../../bargaining/space.ts";
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
  readonly walkAways: number[];
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
  readonly held: readonly number[][];
  readonly happened: number[];
  /** As the context numbers deeds and levers. */
  readonly deeds: number[];
  readonly levers: number[];
  /** Of the signed texts, by slot. */
  readonly options: number[];
  /** By party: the result is better than its walk-away. */
  readonly better: number[];
  /** By the positions as a word. */
  readonly standstills: Map<string, Standstill>;
}

/** Nothing seen yet. @param experiments that it is to hold */
export function emptyCounts(model: TableModel, experiments: number): RunCounts {
  const zeros = (length: number): number[] => new Array<number>(length).fill(0);
  return {
    experiments,
    runs: 0,
    signed: 0,
    expired: 0,
    broken: 0,
    held: model.partyModels.map(({ positions }) => zeros(positions.length)),
    happened: zeros(model.scenario.events.length),
    deeds: zeros(model.scheduledMoves),
    levers: zeros(model.levers),
    options: zeros(model.space.slots),
    better: zeros(model.parties),
    standstills: new Map(),
  };
}

function increment(counts: number[], at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

function countStandstill(seen: RunCounts, { state }: Runner): void {
  const { positions, context } = state;
  const key = positions.join();
  const found = seen.standstills.get(key) ?? { positions: [...positions], runs: 0, walkAways: positions.map(() => 0) };
  found.runs++;
  for (const [party, at] of context.walkAway.entries())
    found.walkAways[party] = (found.walkAways[party] as number) + at;
  seen.standstills.set(key, found);
}

function countEnd(model: TableModel, seen: RunCounts, runner: Runner): void {
  const { floor, context } = runner.state;
  seen.runs++;
  if (floor === "signed") seen.signed++;
  else if (floor === "broken") seen.broken++;
  else seen.expired++;
  if (floor === "expired") countStandstill(seen, runner);
  for (const [event, is] of context.happened.entries()) if (is === 1) increment(seen.happened, event);
  for (const [deed, is] of context.deedsDone.entries()) if (is === 1) increment(seen.deeds, deed);
  for (const [lever, uses] of context.leverUses.entries()) if (uses > 0) increment(seen.levers, lever);
  if (context.signed >= 0) {
    for (const [issue, first] of model.space.firstSlot.entries()) {
      increment(seen.options, first + optionIn(model.space, context.signed, issue));
    }
  }
  for (const { index, party } of model.partyModels) {
    const walkAway = context.walkAway[index] as number;
    const noDeal = netWorth(party, model.scenario.protocol, context.round, walkAway, 0);
    if (resultWorth(model, context, index) - noDeal > equalWithin(model.scenario.scale)) increment(seen.better, index);
  }
}

/**
 * Plays one run and notes what it touched.
 * @returns what the result was worth to each party, in the scenario's scale
 */
export function observeRun({ compiled, seats }: Prepared, seed: string, seen: RunCounts): number[] {
  const { model } = compiled;
  const table = startBatch(compiled, runSeed(seed));
  const held = seen.held.map((counts) => counts.map(() => false));
  const look = (): void => {
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
      if (event.type === "RECONSIDER") look();
    },
  };
  look();
  conductToEnd({ model, runner, seats });
  for (const [party, list] of held.entries()) {
    for (const [position, was] of list.entries()) if (was) increment(seen.held[party] as number[], position);
  }
  countEnd(model, seen, table);
  return model.partyModels.map((_, party) => resultWorth(model, table.state.context, party));
}
