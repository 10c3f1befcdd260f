import type { Tally } from "../../lab/runs/simulate.ts";
import type { ProgressMeter } from "../command.ts";
import { CliError, fileError } from "../errors.ts";
import type { TableOutput } from "../tables/table-output.ts";
import { quoted } from "../text/terminal.ts";
import { listText, numberText } from "../text/words.ts";
import { type BatchChunk, type BatchResult, type BatchSetup, openBatch } from "./batch-job.ts";
import { ChunkFailed, runChunks, yieldToEvents } from "./pool.ts";

/** How long a chunk should take, in milliseconds: short enough for a bar that moves and a Ctrl-C that is heeded. */
const CHUNK_MS = 100;
const LARGEST_CHUNK = 2000;
/** Work that is done sooner than this, in milliseconds, is not worth starting workers for. */
const SMALL_MS = 1000;

/** A batch of runs `from` to `to` − 1, where its results go, and what stops it. */
export interface BatchOptions {
  readonly setup: BatchSetup;
  readonly from: number;
  readonly to: number;
  readonly workers: number;
  /** The user has asked for these workers: they are started however small the batch is. */
  readonly workersGiven: boolean;
  readonly signal: AbortSignal;
  readonly progress: ProgressMeter;
  readonly tally: Tally | null;
  readonly table: TableOutput | null;
  readonly events: TableOutput | null;
}

/** What a batch came to. */
export interface BatchEnd {
  /** How many of its runs are done and written, from the first on. */
  readonly done: number;
  /** Why it ended early, if it was a run that failed. */
  readonly failed: ChunkFailed | null;
}

/** @param rate runs that one worker does in a millisecond, as far as is known when a chunk is cut */
function* chunksOfBatch({ to, workers }: BatchOptions, from: number, rate: () => number): Generator<BatchChunk> {
  for (let at = from; at < to; ) {
    // So that all are busy to the end.
    const share = Math.ceil((to - at) / (workers * 2));
    const size = Math.max(1, Math.min(share, LARGEST_CHUNK, Math.ceil(rate() * CHUNK_MS)));
    yield { from: at, to: Math.min(at + size, to) };
    at += size;
  }
}

function playHere(play: (chunk: BatchChunk) => BatchResult, chunk: BatchChunk): BatchResult {
  try {
    return play(chunk);
  } catch (error) {
    throw new ChunkFailed(0, error);
  }
}

function fromWorkers(batch: BatchOptions, from: number, firstRate: number): AsyncGenerator<BatchResult, void> {
  const { setup, to, signal, progress } = batch;
  const workers = Math.min(batch.workers, to - from);
  const began = performance.now();
  let done = 0;
  const onDone = (chunk: BatchChunk): void => {
    done += chunk.to - chunk.from;
    progress.add(chunk.to - chunk.from);
  };
  const rate = (): number => Math.max(firstRate, done / workers / Math.max(1, performance.now() - began));
  return runChunks({
    job: { name: "batch", setup },
    chunks: chunksOfBatch(batch, from, rate),
    workers,
    signal,
    onDone,
  });
}

/**
 * The results in the order of runs. It begins in this thread, to see how fast runs are; what is left goes to workers where that
 * is worth the while. How runs are cut into chunks depends on the clock, what comes out does not.
 */
async function* results(batch: BatchOptions): AsyncGenerator<BatchResult, void> {
  const { setup, from, to, workers, workersGiven, signal, progress } = batch;
  const play = openBatch(setup);
  const began = performance.now();
  let at = from;
  let size = 1;
  let rate = 0;
  const handsOver = (now: number): boolean => {
    if (workers === 1 || at === from) return false;
    return workersGiven || (now - began > CHUNK_MS && (to - at) / rate > SMALL_MS);
  };
  while (at < to && !signal.aborted) {
    const before = performance.now();
    if (handsOver(before)) {
      yield* fromWorkers(batch, at, rate);
      return;
    }
    const chunk = { from: at, to: Math.min(at + size, to) };
    yield playHere(play, chunk);
    progress.add(chunk.to - chunk.from);
    rate = (chunk.to - chunk.from) / (performance.now() - before);
    at = chunk.to;
    size = Math.max(1, Math.min(size * 2, LARGEST_CHUNK, Math.ceil(rate * CHUNK_MS)));
    await yieldToEvents();
  }
}

/** Trouble with one table, and what there is of all in spite of it. */
function withPartialRows(error: unknown, done: number, outs: readonly TableOutput[]): unknown {
  const kept = outs.map((out) => out.partialFile).filter((path) => path !== null);
  if (!(error instanceof CliError) || done === 0 || kept.length === 0) return error;
  const rows = done === 1 ? "The rows of the first run are" : `The rows of the first ${numberText(done)} runs are`;
  return fileError(`${error.message} ${rows} kept in ${listText(kept.map(quoted), "and")}, marked as partial.`);
}

/**
 * Runs a batch and hands its results on in the order of runs. It keeps no more of them than a few chunks for each worker.
 * Tables are closed when it ends well or is stopped, and abandoned when a run or a file fails.
 * @throws CliError (exit 1) when a table cannot be written
 */
export async function simulateBatch(batch: BatchOptions): Promise<BatchEnd> {
  const { tally, table, events, progress } = batch;
  const outs = [table, events].filter((out) => out !== null);
  let done = 0;
  let failed: ChunkFailed | null = null;
  try {
    try {
      for await (const result of results(batch)) {
        tally?.add(result.block);
        if (result.table) await table?.write(result.table);
        if (result.events) await events?.write(result.events);
        done += result.block.count;
      }
    } catch (error) {
      if (!(error instanceof ChunkFailed)) throw error;
      failed = error;
    }
    for (const out of outs) await out.close(done);
  } catch (error) {
    for (const out of outs) out.abandon();
    throw withPartialRows(error, done, outs);
  } finally {
    progress.end();
  }
  return { done, failed };
}
