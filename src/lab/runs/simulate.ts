import { at, numberAt } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { quantile } from "../../exact/quantile.ts";
import { type PackageIds, packageIds } from "../../play/action.ts";
import { conductToEnd } from "../../play/conduct.ts";
import type { Setup } from "../../play/play.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import { type Seat, seatsOf, withTactics } from "../../play/seats.ts";
import { OUTCOMES, type Outcome } from "../../scenario/codes.ts";
import type { Scenario } from "../../scenario/types.ts";
import { type TableModel, tableModel } from "../../table/model.ts";
import { type CompiledTable, compileTable, startBatch } from "../../table/run/batch.ts";
import type { TranscriptEntry } from "../../table/run/runner.ts";
import type { TableState } from "../../table/state.ts";
import { mean, type Summary, summarise } from "../statistics/statistics.ts";
import { emptyBlock, type RunBlock, writeRun } from "./rows.ts";

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
  /** There when the work was stopped: `runs` are the first of those that were asked for. */
  readonly partial?: true;
  readonly outcomes: { readonly signed: number; readonly broken: number; readonly expired: number };
  /** All of them, most frequent first, then by package. */
  readonly agreements: readonly Agreement[];
  /** Of the result to each party; no deal counts as the walk-away of the last round. */
  readonly utilities: Readonly<Record<string, Summary>>;
  readonly rounds: { readonly mean: number; readonly q50: number };
}

/** Gathers blocks of runs to what they came to together. */
export interface Tally {
  /** How many runs it has counted so far. */
  readonly runs: number;
  /** Adds a block. Sums are in the order in which blocks come: add them in the order of runs. @throws RangeError when it is full */
  add(block: RunBlock): void;
  /**
   * What the runs so far came to; partial when they are fewer than the tally has room for.
   * @param scenario as it was read, before seats brought their tactics
   */
  result(scenario: Scenario, seed: string): SimulationResult;
}

function agreementsOf(model: TableModel, counts: ReadonlyMap<number, number>, runs: number): Agreement[] {
  return [...counts]
    .sort(([packA, a], [packB, b]) => b - a || packA - packB)
    .map(([pack, count]) => ({
      package: packageIds(model, pack),
      count,
      share: count / runs,
      utilities: Object.fromEntries(model.partyModels.map(({ party, worth }) => [party.id, at(worth, pack)])),
    }));
}

/** A tally with room for so many runs: 8 bytes for each party of a run and 4 for its rounds. */
export function openTally(model: TableModel, room: number): Tally {
  const outcomes: Record<Outcome, number> = { signed: 0, broken: 0, expired: 0 };
  const counts = new Map<number, number>();
  const worths = model.partyModels.map(() => new Float64Array(room));
  const rounds = new Uint32Array(room);
  let runs = 0;
  return {
    get runs() {
      return runs;
    },
    add(block) {
      if (runs + block.count > room)
        throw new RangeError(`a tally of ${room} runs has no room for ${runs + block.count}`);
      for (const code of block.outcomes) outcomes[at(OUTCOMES, code)]++;
      for (const pack of block.packages) if (pack >= 0) counts.set(pack, (counts.get(pack) ?? 0) + 1);
      for (const [party, values] of worths.entries()) {
        for (let place = 0; place < block.count; place++) {
          values[runs + place] = numberAt(block.utilities, place * model.parties + party);
        }
      }
      rounds.set(block.rounds, runs);
      runs += block.count;
    },
    result(scenario, seed) {
      const took = rounds.slice(0, runs);
      return {
        scenario: { id: scenario.id, hash: scenarioHash(scenario) },
        engine: ENGINE,
        seed,
        runs,
        ...(runs < room ? { partial: true as const } : {}),
        outcomes: { ...outcomes },
        agreements: agreementsOf(model, counts, runs),
        utilities: Object.fromEntries(
          model.partyModels.map(({ party }, index) => [party.id, summarise(at(worths, index).subarray(0, runs))]),
        ),
        rounds: { mean: mean(took), q50: quantile(took.sort(), 0.5) },
      };
    },
  };
}

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
  readonly compiled: CompiledTable;
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
  return { compiled: compileTable(withTactics(tableModel(scenario), list)), seats: list };
}

/**
 * Plays one run to its end in the batch runner, and returns the state it ended in.
 * @param onEntry called with every entry of the transcript as it happens; left out, none is made, which is faster
 */
export function runOnce(
  { compiled, seats }: Prepared,
  seed: string,
  onEntry?: (entry: TranscriptEntry) => unknown,
): TableState {
  const runner = startBatch(compiled, runSeed(seed));
  conductToEnd({ model: compiled.model, runner, seats, ...(onEntry ? { note: onEntry } : {}) });
  return runner.state;
}

/**
 * Plays runs `from` to `to` − 1. However a batch is cut into stretches, its blocks put one after the other are the same.
 * @param seedOf the seed of a run by its number
 * @param onEntry called with every entry of every transcript, and the number of its run
 */
export function playRuns(
  prepared: Prepared,
  seedOf: (run: number) => string,
  from: number,
  to: number,
  onEntry?: (run: number, entry: TranscriptEntry) => unknown,
): RunBlock {
  const { model } = prepared.compiled;
  const block = emptyBlock(model, from, to);
  for (let run = from; run < to; run++) {
    const ofThisRun = onEntry && ((entry: TranscriptEntry): unknown => onEntry(run, entry));
    writeRun(block, run - from, model, runOnce(prepared, seedOf(run), ofThisRun));
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
