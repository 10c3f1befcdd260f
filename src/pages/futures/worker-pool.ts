import { at } from "../../exact/at.ts";
import { type JobOf, type JobResults, type JobWatcher, WorkerBroken } from "./jobs.ts";
import type { WorkerApi } from "./worker-tasks.ts";

/** Steps that a worker is given at once: few enough that progress is seen and a cancelled job ends within a tenth of a second. */
const CHUNK = 50;

/** A worker as the page knows it: it answers later. */
export interface PoolWorker {
  readonly api: {
    readonly [Name in keyof WorkerApi]: (...given: Parameters<WorkerApi[Name]>) => Promise<ReturnType<WorkerApi[Name]>>;
  };
  /** Rejects when the worker could not be fetched or has broken down; never resolves. */
  readonly broken: Promise<never>;
  terminate(): void;
}

/** Works out jobs beside the page, by several workers at once. */
export interface WorkerPool {
  /**
   * The same job has the same result, however many work on it.
   * @throws the signal's reason once it is aborted; Error when the job is wrong or a worker breaks down
   */
  run<Kind extends keyof JobResults>(job: JobOf<Kind>, watching: JobWatcher): Promise<JobResults[Kind]>;
}

/**
 * @param startWorker starts one worker; asked when there is first something to do
 * @param most how many work at once, ≥ 1
 */
export function createWorkerPool(startWorker: () => PoolWorker, most: number): WorkerPool {
  let workers: PoolWorker[] = [];
  let jobs = 0;

  return {
    async run<Kind extends keyof JobResults>(
      job: JobOf<Kind>,
      { signal, onProgress }: JobWatcher,
    ): Promise<JobResults[Kind]> {
      signal.throwIfAborted();
      const id = ++jobs;
      const chunks = Math.ceil(job.runs / CHUNK);
      while (workers.length < Math.min(most, chunks)) workers.push(startWorker());
      const busy = workers.slice(0, chunks);
      const parts: unknown[] = new Array(chunks);
      let next = 0;
      let done = 0;
      let stopped = false;

      const workOff = async ({ api, broken }: PoolWorker): Promise<void> => {
        const unlessBroken = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, broken]);
        await unlessBroken(api.begin(id, job));
        while (next < chunks && !stopped) {
          signal.throwIfAborted();
          const chunk = next++;
          const from = chunk * CHUNK;
          const to = Math.min(job.runs, from + CHUNK);
          parts[chunk] = await unlessBroken(api.part(id, from, to));
          done += to - from;
          if (!stopped && !signal.aborted) onProgress(done, job.runs);
        }
      };

      try {
        await Promise.all(busy.map(workOff));
        signal.throwIfAborted();
        const first = at(busy, 0);
        // What comes from another thread has no type of its own: a worker answers a job of a kind with a result of that kind.
        return (await Promise.race([first.api.whole(id, parts), first.broken])) as JobResults[Kind];
      } catch (problem) {
        if (problem instanceof WorkerBroken) {
          for (const worker of workers) worker.terminate();
          workers = [];
        }
        throw problem;
      } finally {
        stopped = true;
        for (const { api } of busy) void api.forget(id).catch(() => {});
      }
    },
  };
}
