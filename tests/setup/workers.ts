import type { JobOf, JobResults, JobWatcher } from "../../src/pages/futures/jobs.ts";
import { createWorkerPool, type PoolWorker } from "../../src/pages/futures/worker-pool.ts";
import { createWorkerApi, type WorkerApi } from "../../src/pages/futures/worker-tasks.ts";

/** A worker in this very thread, which copies what crosses as a real one would, and answers in its own time. */
export function workerInThread({
  slow = 0,
  work = createWorkerApi(),
}: {
  slow?: number;
  work?: WorkerApi;
} = {}): PoolWorker {
  let ticks = slow;
  const answer = async <Answer>(make: () => Answer): Promise<Answer> => {
    for (let n = 0; n < ticks; n++) await Promise.resolve();
    ticks = (ticks * 7 + 3) % (slow + 1);
    return structuredClone(make());
  };
  return {
    api: {
      begin: (id: number, job: Parameters<WorkerApi["begin"]>[1]) => answer(() => work.begin(id, structuredClone(job))),
      part: (id: number, from: number, to: number) => answer(() => work.part(id, from, to)),
      whole: (id: number, parts: readonly unknown[]) => answer(() => work.whole(id, parts)),
      forget: (id: number) => answer(() => work.forget(id)),
    },
    broken: new Promise<never>(() => {}),
    terminate: () => {},
  };
}

/** Never gives up, and does not care how far the job is. */
export const patient: JobWatcher = { signal: new AbortController().signal, onProgress: () => {} };

/** Works a job out in this thread. */
export function workedOut<Kind extends keyof JobResults>(job: JobOf<Kind>): Promise<JobResults[Kind]> {
  return createWorkerPool(() => workerInThread(), 1).run<Kind>(job, patient);
}
