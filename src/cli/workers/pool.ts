import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Piscina } from "piscina";
import type { JobChunk, JobName, JobResult, JobSetup } from "./jobs.ts";
import { openJob } from "./worker.ts";

/**
 * Keeps this program and the workers that it will start small. Runs leave much behind that nobody needs a moment later; V8
 * would rather let its heaps grow to several times what is in use than look for it. (Measured on Munich with two workers: the
 * same speed in 170 MB instead of 300.) Unlike a limit, this never ends a scenario that does need much.
 */
export function limitHeapGrowth(): void {
  // The nursery stays as small as it begins.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Old objects are looked through once they have grown by this much.
  setFlagsFromString("--heap-growing-percent=40");
}

/** Chunks that are handed out for each worker at a time: one in work, one waiting, and some slack where one takes longer. */
const CHUNKS_PER_WORKER = 3;

/** Of each worker, in MB: as fast as the larger ones that V8 would let grow. */
const YOUNG_GENERATION_MB = 3;

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

interface RunChunksOptions<Name extends JobName> {
  readonly job: { readonly name: Name; readonly setup: JobSetup<Name> };
  /** Taken one by one as workers become free; may be endless as long as somebody aborts. */
  readonly chunks: Iterable<JobChunk<Name>>;
  /** How many work at once; 1: this very thread, so that nothing has to be started. */
  readonly workers: number;
  /** Once aborted, no more chunks are handed out; those that are in work are finished and yielded. */
  readonly signal?: AbortSignal;
  /** Told of every chunk as soon as it is done, in whatever order that happens. */
  readonly onDone?: (chunk: JobChunk<Name>) => void;
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
function inThisThread(job: { readonly name: JobName; readonly setup: unknown }): Threads {
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

function inWorkers(job: { readonly name: JobName; readonly setup: unknown }, workers: number): Threads {
  limitHeapGrowth();
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: workers,
    maxThreads: workers,
    workerData: job,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
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
export async function* runChunks<Name extends JobName>(
  options: RunChunksOptions<Name>,
): AsyncGenerator<JobResult<Name>, void> {
  const { job, workers, signal, onDone } = options;
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new RangeError(`workers is a whole number from 1, not ${workers}`);
  const threads = workers === 1 ? inThisThread(job) : inWorkers(job, workers);
  const window = workers === 1 ? 1 : workers * CHUNKS_PER_WORKER;
  const source = options.chunks[Symbol.iterator]();
  const flight: Promise<Settled<JobResult<Name>>>[] = [];
  let failed = false;

  const launch = async (chunk: JobChunk<Name>): Promise<Settled<JobResult<Name>>> => {
    try {
      const value = (await threads.run(chunk)) as JobResult<Name>;
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
