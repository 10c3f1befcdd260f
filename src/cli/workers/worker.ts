import { workerData } from "node:worker_threads";

/**
 * The jobs that workers know by name. What is loaded here is called once in each worker with the job's setup, and what that returns
 * does one chunk after another. Setup, chunk and result go from thread to thread: plain data and typed arrays only. A worker
 * loads its own job alone, for each holds its own copy of what it has loaded.
 */
const JOBS = {
  batch: async () => (await import("./batch-job.ts")).openBatch,
  sweep: async () => (await import("../../lab/sweep/job.ts")).openSweep,
} satisfies Readonly<Record<string, () => Promise<(setup: never) => (chunk: never) => unknown>>>;

type OpenJob<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;

export type JobName = keyof typeof JOBS;
export type JobChunk<Name extends JobName> = Parameters<ReturnType<OpenJob<Name>>>[0];
export type JobResult<Name extends JobName> = ReturnType<ReturnType<OpenJob<Name>>>;

/** What every worker of a pool is given when it starts. */
export interface WorkerJob<Name extends JobName> {
  readonly name: Name;
  readonly setup: Parameters<OpenJob<Name>>[0];
}

/** Opens a job: what it returns does the chunks. */
export async function openJob<Name extends JobName>({
  name,
  setup,
}: WorkerJob<Name>): Promise<(chunk: JobChunk<Name>) => JobResult<Name>> {
  // The compiler does not see that the setup of a job goes with its name, as `WorkerJob` says.
  const open = (await JOBS[name]()) as (setup: unknown) => (chunk: JobChunk<Name>) => JobResult<Name>;
  return open(setup);
}

let opened: ReturnType<typeof openJob> | undefined;

/** Does one chunk of the job for which this worker was started. */
export default async function runChunk(chunk: JobChunk<JobName>): Promise<JobResult<JobName>> {
  const job: WorkerJob<JobName> = workerData;
  opened ??= openJob(job);
  return (await opened)(chunk);
}
