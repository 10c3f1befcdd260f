import type { Job, Results, Task } from "./jobs.ts";
import { TASKS } from "./tasks.ts";

/** What a worker does for the page. Jobs are told apart by a number that the page gives them. */
export interface Work {
  /** Gets ready for a job. @throws whatever is wrong with it */
  begin(id: number, job: Job): void;
  /** Works out some of its steps. */
  part(id: number, from: number, to: number): unknown;
  /** The result of a job from the parts of all workers, in their order. */
  whole(id: number, parts: readonly unknown[]): Results[keyof Results];
  /** The job is done with. */
  forget(id: number): void;
}

/** Knows no worker: the page's own thread could do it as well, and tests do. */
export function createWork(): Work {
  const tasks = new Map<number, Task<unknown, Results[keyof Results]>>();
  const taskOf = (id: number): Task<unknown, Results[keyof Results]> => {
    const found = tasks.get(id);
    if (!found) throw new Error(`nobody has begun job ${id}`);
    return found;
  };
  return {
    begin(id, job) {
      const taskFor = TASKS[job.kind] as (job: Job) => Task<unknown, Results[keyof Results]>;
      tasks.set(id, taskFor(job));
    },
    part: (id, from, to) => taskOf(id).part(from, to),
    whole: (id, parts) => taskOf(id).whole(parts),
    forget: (id) => void tasks.delete(id),
  };
}
