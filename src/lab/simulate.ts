import { runSeed } from "../exact/chance.ts";
import { conductToEnd } from "../play/conduct.ts";
import type { Setup } from "../play/play.ts";
import { type Seat, seatsOf, withTactics } from "../play/seats.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Compiled, compile, runBatch } from "../table/batch.ts";
import type { TableState } from "../table/context.ts";
import type { Entry } from "../table/entry.ts";
import { tableModel } from "../table/model.ts";
import { emptyBlock, noteRun, type RunBlock } from "./rows.ts";
import { openTally, type SimulationResult } from "./tally.ts";

export type { Agreement, SimulationResult } from "./tally.ts";

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

/** A scenario that is ready to be run many times. */
export interface Prepared {
  readonly compiled: Compiled;
  readonly seats: readonly Seat[];
}

/** Runs that {@link simulate} plays before it counts them: a block's memory, not the result, hangs on it. */
const STRETCH = 4096;

/** The seed of run i of a batch. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}/${run}`;
}

/** A scenario with its seats, compiled for many runs. @throws RangeError when it cannot be played or a seat is human */
export function prepare({ scenario, seats }: Pick<Simulation, "scenario" | "seats">): Prepared {
  const list = seatsOf(scenario, seats);
  if (list.some((seat) => seat.by === "human")) throw new RangeError("a human cannot sit in a batch of runs");
  return { compiled: compile(withTactics(tableModel(scenario), list)), seats: list };
}

/**
 * Plays one run to its end in the batch runner, and returns the state it ended in.
 * @param note told of every entry of the transcript as it happens; left out, nothing is written down, which is faster
 */
export function runOnce({ compiled, seats }: Prepared, seed: string, note?: (entry: Entry) => unknown): TableState {
  const runner = runBatch(compiled, runSeed(seed));
  conductToEnd({ model: compiled.model, runner, seats, ...(note ? { note } : {}) });
  return runner.state;
}

/**
 * Plays runs `from` to `to` − 1. However a batch is cut into stretches, its blocks put one after the other are the same.
 * @param seedOf the seed of a run by its number
 * @param note told of every entry of every transcript
 */
export function playRuns(
  prepared: Prepared,
  seedOf: (run: number) => string,
  from: number,
  to: number,
  note?: (run: number, entry: Entry) => unknown,
): RunBlock {
  const { model } = prepared.compiled;
  const block = emptyBlock(model, from, to);
  for (let run = from; run < to; run++) {
    const told = note && ((entry: Entry): unknown => note(run, entry));
    noteRun(block, run - from, model, runOnce(prepared, seedOf(run), told));
  }
  return block;
}

/**
 * Plays a scenario many times. The same simulation gives the same result, to the byte.
 * @throws RangeError when the scenario cannot be played, `runs` is not a positive integer, or a seat is human
 */
export function simulate(simulation: Simulation): SimulationResult {
  const { runs, seed } = simulation;
  if (!Number.isSafeInteger(runs) || runs < 1) throw new RangeError(`runs must be a whole number from 1, not ${runs}`);
  const prepared = prepare(simulation);
  const tally = openTally(prepared.compiled.model, runs);
  for (let from = 0; from < runs; from += STRETCH) {
    tally.add(playRuns(prepared, (run) => seedOfRun(seed, run), from, Math.min(from + STRETCH, runs)));
  }
  return tally.result(simulation.scenario, seed);
}
