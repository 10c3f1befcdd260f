import { openSweep } from "../../lab/sweep/job.ts";
import { openBatch } from "./batch-job.ts";

/**
 * The jobs that workers know by name: one line each. `open` is called once in each worker with the job's setup, and what it
 * returns does one chunk after another. Setup, chunk and result go from thread to thread: plain data and typed arrays only.
 */
export const JOBS = {
  batch: openBatch,
  sweep: openSweep,
} satisfies Readonly<Record<string, (setup: never) => (chunk: never) => unknown>>;

export type JobName = keyof typeof JOBS;
export type Setup<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[0];
export type Chunk<Name extends JobName> = Parameters<ReturnType<(typeof JOBS)[Name]>>[0];
export type Result<Name extends JobName> = ReturnType<ReturnType<(typeof JOBS)[Name]>>;
