import { addAt, at, numberAt } from "../../exact/at.ts";
import { type RunSeed, runSeed } from "../../exact/chance.ts";
import { quantile } from "../../exact/quantile.ts";
import { type PackageIds, packageIds } from "../../play/action.ts";
import { conductToEnd } from "../../play/conduct.ts";
import type { Setup } from "../../play/play.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import { namedDispositions, type Seat, seatsOf, tacticsOf } from "../../play/seats.ts";
import { OUTCOMES, type Outcome } from "../../scenario/codes.ts";
import { drawDispositions } from "../../scenario/dispositions.ts";
import type { Scenario } from "../../scenario/types.ts";
import { type TableModel, TableModels } from "../../table/model.ts";
import { type CompiledTable, compileTable, startBatch } from "../../table/run/batch.ts";
import type { TranscriptEntry } from "../../table/run/runner.ts";
import type { TableState } from "../../table/state.ts";
import { mean, type Summary, summarise } from "../statistics/statistics.ts";
import { emptyBlock, type RunBlock, writeRun } from "./rows.ts";

/** One text that was signed, how often, and what it is worth by itself, before commitments, levers and discount: the mean over the runs that signed it, where parties have dispositions. */
export interface Agreement {
  readonly package: PackageIds;
  readonly count: number;
  /** Of all runs, 0–1. */
  readonly share: number;
  readonly utilities: Readonly<Record<string, number>>;
}

/** How often a party had one of its dispositions, and what came of it. */
export interface DrawnDisposition {
  readonly id: string;
  readonly count: number;
  /** Of all runs, 0–1. */
  readonly share: number;
  /** Of the runs in which it was drawn, 0–1; 0 where there are none. */
  readonly signed: number;
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
  /** By party id, in the order of the file; there where any party has dispositions, for those that have them. */
  readonly dispositions?: Readonly<Record<string, readonly DrawnDisposition[]>>;
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

/** A text that was signed: how often, and how often each party was under each disposition (−1 first) when it was. */
interface SignedText {
  count: number;
  readonly disposed: readonly Map<number, number>[];
}

function countText(counts: Map<number, SignedText>, block: RunBlock, place: number, parties: number): void {
  const pack = at(block.packages, place);
  const text = counts.get(pack) ?? { count: 0, disposed: Array.from({ length: parties }, () => new Map()) };
  counts.set(pack, text);
  text.count++;
  for (const [party, disposed] of text.disposed.entries()) {
    const drawn = at(block.dispositions, place * parties + party);
    disposed.set(drawn, (disposed.get(drawn) ?? 0) + 1);
  }
}

/** What a text was worth to a party: the mean over the runs that signed it, in each by the numbers it had there. */
function meanWorth(models: TableModels, party: number, pack: number, disposed: ReadonlyMap<number, number>): number {
  const kinds = [...disposed].sort(([a], [b]) => a - b);
  const worths = kinds.map(([drawn]) => at(models.partyModel(party, drawn).worth, pack));
  if (worths.length === 1) return at(worths, 0);
  const count = kinds.reduce((sum, [, times]) => sum + times, 0);
  return kinds.reduce((sum, [, times], place) => sum + (times / count) * at(worths, place), 0);
}

function agreementsOf(models: TableModels, counts: ReadonlyMap<number, SignedText>, runs: number): Agreement[] {
  const { parties } = models.scenario;
  const model = models.of(parties.map(() => -1));
  return [...counts]
    .sort(([packA, a], [packB, b]) => b.count - a.count || packA - packB)
    .map(([pack, { count, disposed }]) => ({
      package: packageIds(model, pack),
      count,
      share: count / runs,
      utilities: Object.fromEntries(
        parties.map(({ id }, party) => [id, meanWorth(models, party, pack, at(disposed, party))]),
      ),
    }));
}

/** How often each disposition of a party was drawn, and how often a text was signed then, by party and disposition. */
interface Draws {
  readonly drawn: Float64Array;
  readonly signed: Float64Array;
}

function countDraws(draws: readonly Draws[], block: RunBlock): void {
  for (const [party, { drawn, signed }] of draws.entries()) {
    for (let place = 0; place < block.count; place++) {
      const one = at(block.dispositions, place * draws.length + party);
      if (one < 0) continue;
      addAt(drawn, one, 1);
      if (at(block.packages, place) >= 0) addAt(signed, one, 1);
    }
  }
}

function drawnDispositions(
  { parties }: Scenario,
  draws: readonly Draws[],
  runs: number,
): Pick<SimulationResult, "dispositions"> {
  const disposed = parties.flatMap(({ id, dispositions }, party): [string, DrawnDisposition[]][] => {
    if (dispositions.length === 0) return [];
    const { drawn, signed } = at(draws, party);
    const told = dispositions.map((one, place) => {
      const count = numberAt(drawn, place);
      const share = runs > 0 ? count / runs : 0;
      return { id: one.id, count, share, signed: count > 0 ? numberAt(signed, place) / count : 0 };
    });
    return [[id, told]];
  });
  return disposed.length > 0 ? { dispositions: Object.fromEntries(disposed) } : {};
}

/** A tally with room for so many runs: 8 bytes for each party of a run and 4 for its rounds. */
export function openTally(models: TableModels, room: number): Tally {
  const outcomes: Record<Outcome, number> = { signed: 0, broken: 0, expired: 0 };
  const { parties } = models.scenario;
  const counts = new Map<number, SignedText>();
  const worths = parties.map(() => new Float64Array(room));
  const rounds = new Uint32Array(room);
  const draws = parties.map(({ dispositions }) => ({
    drawn: new Float64Array(dispositions.length),
    signed: new Float64Array(dispositions.length),
  }));
  let runs = 0;
  return {
    get runs() {
      return runs;
    },
    add(block) {
      if (runs + block.count > room)
        throw new RangeError(`a tally of ${room} runs has no room for ${runs + block.count}`);
      for (const code of block.outcomes) outcomes[at(OUTCOMES, code)]++;
      for (const [place, pack] of block.packages.entries())
        if (pack >= 0) countText(counts, block, place, parties.length);
      for (const [party, values] of worths.entries()) {
        for (let place = 0; place < block.count; place++) {
          values[runs + place] = numberAt(block.utilities, place * parties.length + party);
        }
      }
      rounds.set(block.rounds, runs);
      countDraws(draws, block);
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
        agreements: agreementsOf(models, counts, runs),
        utilities: Object.fromEntries(
          parties.map(({ id }, index) => [id, summarise(at(worths, index).subarray(0, runs))]),
        ),
        rounds: { mean: mean(took), q50: quantile(took.sort(), 0.5) },
        ...drawnDispositions(scenario, draws, runs),
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
  /** Every party by its own numbers: what is the same in all runs, and all there is where no party has dispositions. */
  readonly compiled: CompiledTable;
  readonly seats: readonly Seat[];
  /** The tables with what seats have named and brought. */
  readonly models: TableModels;
  /** The table of a run, each party as its seed draws it (or as a seat names it). Compiled once for each combination. */
  tableOf(seed: RunSeed): CompiledTable;
  /** The same with other seats; worths are not worked out again. @throws as {@link prepare} */
  withSeats(seats: readonly Seat[]): Prepared;
}

/** How many compiled tables are kept at once. */
const MOST_COMPILED = 128;

/** Runs that {@link simulate} plays before it counts them: a block's memory, not the result, hangs on it. */
const STRETCH = 4096;

/** The seed of run i of a batch. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}/${run}`;
}

/** A scenario with its seats, compiled for many runs. @throws RangeError when it cannot be played or a seat is human */
export function prepare({ scenario, seats }: Pick<Simulation, "scenario" | "seats">): Prepared {
  return preparedWith(new TableModels(scenario), seatsOf(scenario, seats));
}

function preparedWith(plain: TableModels, seats: readonly Seat[]): Prepared {
  if (seats.some((seat) => seat.by === "human")) throw new RangeError("a human cannot sit in a batch of runs");
  const { scenario } = plain;
  const models = plain.withTactics(tacticsOf(seats));
  const named = namedDispositions(scenario, seats);
  const compiled = compileTable(models.of(scenario.parties.map(() => -1)));
  const disposed = scenario.parties.some(({ dispositions }) => dispositions.length > 0);
  const tables = new Map<TableModel, CompiledTable>();
  return {
    compiled,
    seats,
    models,
    tableOf(seed) {
      if (!disposed) return compiled;
      const model = models.of(drawDispositions(scenario, seed, named));
      const known = tables.get(model);
      if (known) return known;
      const table = compileTable(model);
      if (tables.size >= MOST_COMPILED) tables.clear();
      tables.set(model, table);
      return table;
    },
    withSeats: (others) => preparedWith(plain, others),
  };
}

/**
 * Plays one run to its end in the batch runner, and returns the state it ended in.
 * @param onEntry called with every entry of the transcript as it happens; left out, none is made, which is faster
 */
export function runOnce(
  { tableOf, seats }: Prepared,
  seed: string,
  onEntry?: (entry: TranscriptEntry) => unknown,
): TableState {
  const words = runSeed(seed);
  const compiled = tableOf(words);
  const runner = startBatch(compiled, words);
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
    const seed = seedOf(run);
    const state = runOnce(prepared, seed, ofThisRun);
    writeRun(block, run - from, prepared.tableOf(runSeed(seed)).model, state);
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
  const tally = openTally(prepared.models, runs);
  for (let from = 0; from < runs; from += STRETCH) {
    tally.add(playRuns(prepared, (run) => seedOfRun(seed, run), from, Math.min(from + STRETCH, runs)));
  }
  return tally.result(simulation.scenario, seed);
}
