import { combinations, type Sweep } from "./definition.ts";

/** One of several machines that share a sweep: number `index` of `of`, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A stretch of all runs of a sweep: run `k` of combination `c` is number `c · repetitions + k`. Runs `from` to `to` − 1. */
export interface SweepChunk {
  /** From 0. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** A part is lost whole when the machine stops: small enough to be no loss, large enough to be worth a file and its scenario. */
const LARGEST = 500;
const SMALLEST = 50;
/** Parts to be shared out, where there are runs enough. */
const WANTED = 200;

type Size = Pick<Sweep, "design" | "parameters" | "repetitions">;

/** How many runs a sweep has. */
export function runsIn(sweep: Size): number {
  return combinations(sweep) * sweep.repetitions;
}

function chunkLength(runs: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, Math.ceil(runs / WANTED)));
}

/** How many chunks a sweep has: this hangs on the sweep alone, so that all machines cut it alike. */
export function chunkCount(sweep: Size): number {
  const runs = runsIn(sweep);
  return Math.ceil(runs / chunkLength(runs));
}

/** Chunk `number`, from 0. @throws RangeError when there is none */
export function chunkAt(sweep: Size, number: number): SweepChunk {
  const runs = runsIn(sweep);
  const length = chunkLength(runs);
  const from = number * length;
  if (!(number >= 0 && from < runs)) throw new RangeError(`there is no chunk ${number}`);
  return { number, from, to: Math.min(from + length, runs) };
}

/** The number of the chunk in which a run is, by its number among all runs. */
export function chunkOf(sweep: Size, run: number): number {
  return Math.floor(run / chunkLength(runsIn(sweep)));
}

/** The numbers of the chunks that a shard does: dealt out like cards. Without a shard: all. */
export function chunksOf(sweep: Size, shard: Shard | null): number[] {
  const all = Array.from({ length: chunkCount(sweep) }, (_, number) => number);
  return shard ? all.filter((number) => number % shard.of === shard.index - 1) : all;
}

/** The combinations in which a chunk has runs, first to last. */
export function combinationsIn({ repetitions }: Size, { from, to }: SweepChunk): number[] {
  const first = Math.floor(from / repetitions);
  return Array.from({ length: Math.floor((to - 1) / repetitions) - first + 1 }, (_, at) => first + at);
}
