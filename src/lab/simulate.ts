import { runSeed } from "../exact/chance.ts";
import { type PackageIds, packageIds } from "../play/action.ts";
import { conductToEnd } from "../play/conduct.ts";
import { ENGINE } from "../play/engine.ts";
import { type Setup, seatsOf } from "../play/play.ts";
import { scenarioHash } from "../play/seal.ts";
import { withTactics } from "../play/seats.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Compiled, compile, runBatch } from "../table/batch.ts";
import type { TableState } from "../table/context.ts";
import { type TableModel, tableModel } from "../table/model.ts";
import { resultWorth } from "../table/worth.ts";
import { mean, quantile, type Summary, summarise } from "./statistics.ts";

/** What to run. */
export interface Simulation {
  readonly scenario: Scenario;
  /** Number of runs, ≥ 1. */
  readonly runs: number;
  /** Run i (from 0) has the seed `seed/i`. */
  readonly seed: string;
  /** By party id; parties left out are machines with the file's tactics. Humans cannot sit here. */
  readonly seats?: Setup["seats"];
}

/** One text that was signed, how often, and what it is worth by itself: before commitments, levers and discount. */
export interface Agreement {
  readonly package: PackageIds;
  readonly count: number;
  /** Of all runs, 0–1. */
  readonly share: number;
  readonly utilities: Readonly<Record<string, number>>;
}

/** What many runs came to. Worths are in the scenario's scale. */
export interface SimulationResult {
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly engine: string;
  readonly seed: string;
  readonly runs: number;
  readonly outcomes: { readonly signed: number; readonly broken: number; readonly expired: number };
  /** All of them, most frequent first, then by package. */
  readonly agreements: readonly Agreement[];
  /** Of the result to each party; no deal counts as the walk-away of the last round. */
  readonly utilities: Readonly<Record<string, Summary>>;
  readonly rounds: { readonly mean: number; readonly q50: number };
}

/** The seed of run i of a batch. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}/${run}`;
}

/** A scenario with its seats, compiled for many runs. @throws RangeError when it cannot be played or a seat is human */
export function prepare({ scenario, seats }: Pick<Simulation, "scenario" | "seats">) {
  const list = seatsOf(scenario, seats);
  if (list.some((seat) => seat.by === "human")) throw new RangeError("a human cannot sit in a batch of runs");
  return { compiled: compile(withTactics(tableModel(scenario), list)), seats: list };
}

/** Plays one run to its end in the batch runner, and returns the state it ended in. */
export function runOnce(prepared: { compiled: Compiled; seats: ReturnType<typeof seatsOf> }, seed: string): TableState {
  const { compiled, seats } = prepared;
  const runner = runBatch(compiled, runSeed(seed));
  conductToEnd({ model: compiled.model, runner, seats });
  return runner.state;
}

function agreementsOf(model: TableModel, counts: ReadonlyMap<number, number>, runs: number): Agreement[] {
  return [...counts]
    .sort(([packA, a], [packB, b]) => b - a || packA - packB)
    .map(([pack, count]) => ({
      package: packageIds(model, pack),
      count,
      share: count / runs,
      utilities: Object.fromEntries(model.mandates.map(({ party, worth }) => [party.id, worth[pack] as number])),
    }));
}

/**
 * Plays a scenario many times. The same simulation gives the same result, to the byte.
 * @throws RangeError when the scenario cannot be played, `runs` is not a positive integer, or a seat is human
 */
export function simulate(simulation: Simulation): SimulationResult {
  const { scenario, runs, seed } = simulation;
  if (!Number.isSafeInteger(runs) || runs < 1) throw new RangeError(`runs must be a whole number from 1, not ${runs}`);
  const prepared = prepare(simulation);
  const { model } = prepared.compiled;
  const outcomes = { signed: 0, broken: 0, expired: 0 };
  const counts = new Map<number, number>();
  const worths = model.mandates.map(() => new Float64Array(runs));
  const rounds = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    const { floor, context } = runOnce(prepared, seedOfRun(seed, run));
    outcomes[floor as keyof typeof outcomes]++;
    if (context.signed >= 0) counts.set(context.signed, (counts.get(context.signed) ?? 0) + 1);
    for (const [party, values] of worths.entries()) values[run] = resultWorth(model, context, party);
    rounds[run] = context.round;
  }
  const utilities = model.mandates.map(
    ({ party }, index) => [party.id, summarise(worths[index] as Float64Array)] as const,
  );
  return {
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    engine: ENGINE,
    seed,
    runs,
    outcomes,
    agreements: agreementsOf(model, counts, runs),
    utilities: Object.fromEntries(utilities),
    rounds: { mean: mean(rounds), q50: quantile(rounds.slice().sort(), 0.5) },
  };
}
