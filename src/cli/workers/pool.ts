import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Piscina } from "piscina";
import { type JobChunk, type JobName, type JobResult, openJob, type WorkerJob } from "./worker.ts";

/**
 * Keeps this program and the workers that it will start small. Runs leave much behind that is garbage a moment later; V8
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
  readonly job: WorkerJob<Name>;
  /** Taken one by one as workers become free; may be endless where the caller aborts. */
  readonly chunks: Iterable<JobChunk<Name>>;
  /** How many work at once; 1: this very thread, so that nothing has to be started. */
  readonly workers: number;
  /** Once aborted, no more chunks are handed out; those that are in work are finished and yielded. */
  readonly signal?: AbortSignal;
  /** Told of every chunk as soon as it is done, in whatever order that happens. */
  readonly onDone?: (chunk: JobChunk<Name>) => void;
}

/** How many workers there are where the user does not say: one for each core. */
export function usualWorkers(): number {
  return availableParallelism();
}

type Settled<T> = { readonly value: T } | { readonly error: unknown };

interface Threads<Name extends JobName> {
  run(chunk: JobChunk<Name>): Promise<JobResult<Name>>;
  close(): Promise<void>;
}

/** Lets in what has come meanwhile: signals above all. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** This thread alone, with a break between two chunks. */
function inThisThread<Name extends JobName>(job: WorkerJob<Name>): Threads<Name> {
  let opened: ReturnType<typeof openJob<Name>> | undefined;
  return {
    async run(chunk) {
      await yieldToEvents();
      opened ??= openJob(job);
      return (await opened)(chunk);
    },
    close: async () => {},
  };
}

function inWorkers<Name extends JobName>(job: WorkerJob<Name>, workers: number): Threads<Name> {
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
 * Has chunks done by workers and yields their results in the order of the chunks, whichever was done first. No more than a few
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
  const inFlight: Promise<Settled<JobResult<Name>>>[] = [];
  let failed = false;

  const launch = async (chunk: JobChunk<Name>): Promise<Settled<JobResult<Name>>> => {
    try {
      const value = await threads.run(chunk);
      onDone?.(chunk);
      return { value };
    } catch (error) {
      failed = true;
      return { error };
    }
  };
  const fill = (): void => {
    while (inFlight.length < window && !failed && !signal?.aborted) {
      const next = source.next();
      if (next.done) return;
      inFlight.push(launch(next.value));
    }
  };

  try {
    for (let chunk = 0; ; chunk++) {
      fill();
      const head = inFlight.shift();
      if (!head) return;
      const settled = await head;
      if ("error" in settled) throw new ChunkFailed(chunk, settled.error);
      yield settled.value;
    }
  } finally {
    await Promise.all(inFlight);
    await threads.close();
  }
}
