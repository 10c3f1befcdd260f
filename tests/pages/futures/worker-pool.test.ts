import { describe, expect, test } from "vitest";
import { simulate } from "../../../src/lab/runs/simulate.ts";
import { type MachinesWorkerJob, WorkerBroken } from "../../../src/pages/futures/jobs.ts";
import { createWorkerPool, type PoolWorker } from "../../../src/pages/futures/worker-pool.ts";
import { createWorkerApi } from "../../../src/pages/futures/worker-tasks.ts";
import { MUNICH } from "../../setup/shipped.ts";
import { patient, workerInThread } from "../../setup/workers.ts";

const JOB: MachinesWorkerJob = { kind: "machines", scenario: MUNICH, seed: "pool", runs: 120 };

describe("a pool of workers", () => {
  test.each([1, 2, 3, 4])("of %i comes to what one run after another comes to", async (most) => {
    let slow = 1;
    const pool = createWorkerPool(() => workerInThread({ slow: slow++ * 5 }), most);
    expect(await pool.run(JOB, patient)).toEqual(simulate(JOB));
  });

  test("tells how far it is, and never goes back", async () => {
    const told: number[] = [];
    const pool = createWorkerPool(() => workerInThread({ slow: 9 }), 3);
    await pool.run(JOB, { ...patient, onProgress: (done, of) => told.push(done, of) });
    const done = told.filter((_, at) => at % 2 === 0);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(120);
    expect(new Set(told.filter((_, at) => at % 2 === 1))).toEqual(new Set([120]));
  });

  test("starts no more workers than there is work for, and has them for the next job", async () => {
    let started = 0;
    const start = (): PoolWorker => {
      started++;
      return workerInThread();
    };
    const pool = createWorkerPool(start, 4);
    await pool.run({ ...JOB, runs: 10 }, patient);
    expect(started).toBe(1);
    await pool.run(JOB, patient);
    await pool.run(JOB, patient);
    expect(started).toBe(3);
  });

  test("gives up at once when it is told to, and forgets what was done", async () => {
    const control = new AbortController();
    const work = createWorkerApi();
    const pool = createWorkerPool(() => workerInThread({ work }), 1);
    const parts: number[] = [];
    const stopped = pool.run(
      { ...JOB, runs: 5000 },
      {
        signal: control.signal,
        onProgress(done) {
          parts.push(done);
          control.abort();
        },
      },
    );
    await expect(stopped).rejects.toThrow("abort");
    expect(parts).toEqual([50]);
    expect(() => work.part(1, 0, 1)).toThrow("job 1 has not been begun");
    await expect(pool.run(JOB, { ...patient, signal: control.signal })).rejects.toThrow("abort");
  });

  test("says what is wrong with a job, and goes on with the next", async () => {
    const pool = createWorkerPool(() => workerInThread(), 2);
    const { protocol } = MUNICH;
    const unplayable = { ...MUNICH, protocol: { ...protocol, order: [99] } };
    await expect(pool.run({ ...JOB, scenario: unplayable }, patient)).rejects.toThrow();
    expect((await pool.run(JOB, patient)).runs).toBe(120);
  });

  test("ends workers that break down, and starts others for the next job", async () => {
    const silent = (): Promise<never> => new Promise(() => {});
    let ended = 0;
    const lost: PoolWorker = {
      api: { begin: silent, part: silent, whole: silent, forget: silent },
      broken: Promise.reject(new WorkerBroken("lost")),
      terminate: () => ended++,
    };
    const workers = [lost, workerInThread()];
    const pool = createWorkerPool(() => workers.shift() as PoolWorker, 1);
    await expect(pool.run(JOB, patient)).rejects.toThrow(WorkerBroken);
    expect(ended).toBe(1);
    expect((await pool.run(JOB, patient)).runs).toBe(120);
  });
});
