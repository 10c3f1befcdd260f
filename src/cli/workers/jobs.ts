/**
 * The jobs that workers know by name. What is loaded here is called once in each worker with the job's setup, and what that returns
 * does one chunk after another. Setup, chunk and result go from thread to thread: plain data and typed arrays only. A worker
 * loads its own job alone, for each holds its own copy of what it has loaded.
 */
export const JOBS = {
  batch: async () => (await import("./batch-job.ts")).openBatch,
  sweep: async () => (await import("../../lab/sweep/job.ts")).openSweep,
} satisfies Readonly<Record<string, () => Promise<(setup: never) => (chunk: never) => unknown>>>;

type OpenJob<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;

export type JobName = keyof typeof JOBS;
export type JobSetup<Name extends JobName> = Parameters<OpenJob<Name>>[0];
export type JobChunk<Name extends JobName> = Parameters<ReturnType<OpenJob<Name>>>[0];
export type JobResult<Name extends JobName> = ReturnType<ReturnType<OpenJob<Name>>>;
