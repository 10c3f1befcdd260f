import { type JobOf, type JobResults, type JobWatcher, NoWorkers } from "./jobs.ts";

/**
 * A job that is ready to be worked out beside the page. The component that starts it sees how long it is and what comes of it,
 * never what the workers are given: that may be a whole record.
 */
export interface PreparedJob<Kind extends keyof JobResults> {
  /** How many steps it has, ≥ 1. */
  readonly runs: number;
  /** @throws NoWorkers; TypeError when the workers cannot be fetched; otherwise as `WorkerPool.run` */
  run(watching: JobWatcher): Promise<JobResults[Kind]>;
}

/** The workers are fetched with the first job that is run. */
export function prepareJob<Kind extends keyof JobResults>(job: JobOf<Kind>): PreparedJob<Kind> {
  return {
    runs: job.runs,
    async run(watching) {
      const { workerPool } = await import("./start-workers.ts");
      const pool = workerPool();
      if (!pool) throw new NoWorkers();
      return pool.run<Kind>(job, watching);
    },
  };
}
