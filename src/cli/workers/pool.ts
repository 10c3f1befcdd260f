import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { Chunk, JobName, Result, Setup } from "./jobs.ts";
import { beThrifty } from "./thrift.ts";
import { openJob } from "./worker.ts";

/** Chunks that are handed out for each worker at a time: one in work, one waiting, and some slack where one takes longer. */
const WINDOW = 3;

/** Of each worker, in MB: as fast as the larger ones that V8 would let grow. */
const NURSERY = 3;

/** The same folder in the source and in the build, where only the ending differs. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

/** A chunk that could not be done. All before it have been yielded. */
export class ChunkFailed extends Error {
  /** Which chunk, from 0. */
  readonly chunk: number;
  constructor(chunk: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "ChunkFailed";
    this.chunk = chunk;
  }
}

export interface Chunks<Name extends JobName> {
  readonly job: { readonly name: Name; readonly setup: Setup<Name> };
  /** Taken one by one as workers become free; may be endless as long as somebody aborts. */
  readonly chunks: Iterable<Chunk<Name>>;
  /** How many work at once; 1: this very thread, so that nothing has to be started. */
  readonly workers: number;
  /** Once aborted, no more chunks are handed out; those that are in work are finished and yielded. */
  readonly signal?: AbortSignal;
  /** Told of every chunk as soon as it is done, in whatever order that happens. */
  readonly onDone?: (chunk: Chunk<Name>) => void;
}

/** How many workers there are if nobody says: one for each core. */
export function usualWorkers(): number {
  return availableParallelism();
}

type Settled<T> = { readonly value: T } | { readonly error: unknown };

interface Threads {
  run(chunk: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** This thread alone. Between two chunks it lets in what has come meanwhile: signals above all. */
function alone(job: { readonly name: JobName; readonly setup: unknown }): Threads {
  let opened: ReturnType<typeof openJob> | undefined;
  return {
    async run(chunk) {
      await new Promise((resolve) => setImmediate(resolve));
      opened ??= openJob(job);
      return (await opened)(chunk);
    },
    close: async () => {},
  };
}

function pooled(job: { readonly name: JobName; readonly setup: unknown }, workers: number): Threads {
  beThrifty();
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: workers,
    maxThreads: workers,
    workerData: job,
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY },
    recordTiming: false,
  });
  return { run: (chunk) => pool.run(chunk), close: () => pool.destroy() };
}

/**
 * Has chunks done by workers and yields their results in the order of the chunks, whoever was done first. No more than a few
 * chunks for each worker are under way, so that memory does not grow with their number.
 * @throws ChunkFailed for the first chunk that throws, after the results of all before it
 * @throws RangeError when `workers` is not a whole number from 1
 */
export async function* runChunks<Name extends JobName>(options: Chunks<Name>): AsyncGenerator<Result<Name>, void> {
  const { job, workers, signal, onDone } = options;
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new RangeError(`workers is a whole number from 1, not ${workers}`);
  const threads = workers === 1 ? alone(job) : pooled(job, workers);
  const window = workers === 1 ? 1 : workers * WINDOW;
  const source = options.chunks[Symbol.iterator]();
  const flight: Promise<Settled<Result<Name>>>[] = [];
  let failed = false;

  const launch = async (chunk: Chunk<Name>): Promise<Settled<Result<Name>>> => {
    try {
      const value = (await threads.run(chunk)) as Result<Name>;
      onDone?.(chunk);
      return { value };
    } catch (error) {
      failed = true;
      return { error };
    }
  };
  const fill = (): void => {
    while (flight.length < window && !failed && !signal?.aborted) {
      const next = source.next();
      if (next.done) return;
      flight.push(launch(next.value));
    }
  };

  try {
    for (let chunk = 0; ; chunk++) {
      fill();
      const head = flight.shift();
      if (!head) return;
      const settled = await head;
      if ("error" in settled) throw new ChunkFailed(chunk, settled.error);
      yield settled.value;
    }
  } finally {
    await Promise.all(flight);
    await threads.close();
  }
}
