import type { JobOf, JobResults, JobWatcher } from "./jobs.ts";
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

/** @param hire makes one worker; asked when there is first something to do @param most how many at once, ≥ 1 */
export function createWorkerPool(hire: () => PoolWorker, most: number): WorkerPool {
  let hired: PoolWorker[] = [];
  let jobs = 0;

  return {
    async run<Kind extends keyof JobResults>(
      job: JobOf<Kind>,
      { signal, onProgress }: JobWatcher,
    ): Promise<JobResults[Kind]> {
      signal.throwIfAborted();
      const id = ++jobs;
      const stretches = Math.ceil(job.runs / CHUNK);
      while (hired.length < Math.min(most, stretches)) hired.push(hire());
      const team = hired.slice(0, stretches);
      const parts: unknown[] = new Array(stretches);
      let next = 0;
      let done = 0;
      let stopped = false;

      const take = async ({ api: work, broken }: PoolWorker): Promise<void> => {
        const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, broken]);
        await answered(work.begin(id, job));
        while (next < stretches && !stopped) {
          signal.throwIfAborted();
          const at = next++;
          const from = at * CHUNK;
          const to = Math.min(job.runs, from + CHUNK);
          parts[at] = await answered(work.part(id, from, to));
          done += to - from;
          if (!stopped && !signal.aborted) onProgress(done, job.runs);
        }
      };

      try {
        await Promise.all(team.map(take));
        signal.throwIfAborted();
        const [first] = team as [PoolWorker];
        return (await Promise.race([first.api.whole(id, parts), first.broken])) as JobResults[Kind];
      } catch (problem) {
        if (problem instanceof WorkerBroken) {
          for (const one of hired) one.terminate();
          hired = [];
        }
        throw problem;
      } finally {
        stopped = true;
        for (const { api: work } of team) void work.forget(id).catch(() => {});
      }
    },
  };
}

/** A worker could not be fetched, or has broken down. The next job hires new ones. */
export class WorkerBroken extends Error {}
