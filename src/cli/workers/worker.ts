import { workerData } from "node:worker_threads";
import { JOBS, type JobName } from "./jobs.ts";

/** What every worker of a pool is given when it starts. */
export interface WorkerJob {
  readonly name: JobName;
  readonly setup: unknown;
}

/** Opens a job that is known by name only. */
export async function openJob({ name, setup }: WorkerJob): Promise<(chunk: unknown) => unknown> {
  return ((await JOBS[name]()) as (setup: unknown) => (chunk: unknown) => unknown)(setup);
}

let opened: ReturnType<typeof openJob> | undefined;

/** Does one chunk of the job for which this worker was started. */
export default async function runChunk(chunk: unknown): Promise<unknown> {
  opened ??= openJob(workerData as WorkerJob);
  return (await opened)(chunk);
}
