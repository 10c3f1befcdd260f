import { workerData } from "node:worker_threads";
import { JOBS, type JobName } from "./jobs.ts";

/** What every worker of a pool is given when it starts. */
export interface Job {
  readonly name: JobName;
  readonly setup: unknown;
}

/** Opens a job that is known by name only. */
export function openJob({ name, setup }: Job): (chunk: unknown) => unknown {
  return (JOBS[name] as (setup: unknown) => (chunk: unknown) => unknown)(setup);
}

let work: ((chunk: unknown) => unknown) | undefined;

/** Does one chunk of the job for which this worker was started. */
export default function runChunk(chunk: unknown): unknown {
  work ??= openJob(workerData as Job);
  return work(chunk);
}
