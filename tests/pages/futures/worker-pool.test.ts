import { describe, expect, test } from "vitest";
import { simulate } from "../../../src/lab/runs/simulate.ts";
import type { MachinesWorkerJob } from "../../../src/pages/futures/jobs.ts";
import { createWorkerPool, type PoolWorker, WorkerBroken } from "../../../src/pages/futures/worker-pool.ts";
import { createWorkerApi, type WorkerApi } from "../../../src/pages/futures/worker-tasks.ts";
import { MUNICH } from "../munich.ts";

const JOB: MachinesWorkerJob = { kind: "machines", scenario: MUNICH, seed: "crew", runs: 120 };

/** A worker in this very thread, which copies what crosses as a real one would, and answers in its own time. */
function hand({ slow = 0, work = createWorkerApi() }: { slow?: number; work?: WorkerApi } = {}): PoolWorker {
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

const watching = { signal: new AbortController().signal, onProgress: () => {} };

describe("a crew", () => {
  test.each([1, 2, 3, 4])("of %i comes to what one run after another comes to", async (most) => {
    let slow = 1;
    const crew = createWorkerPool(() => hand({ slow: slow++ * 5 }), most);
    expect(await crew.run(JOB, watching)).toEqual(simulate(JOB));
  });

  test("tells how far it is, and never goes back", async () => {
    const told: number[] = [];
    const crew = createWorkerPool(() => hand({ slow: 9 }), 3);
    await crew.run(JOB, { ...watching, onProgress: (done, of) => told.push(done, of) });
    const done = told.filter((_, at) => at % 2 === 0);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(120);
    expect(new Set(told.filter((_, at) => at % 2 === 1))).toEqual(new Set([120]));
  });

  test("hires no more workers than there is work for, and keeps them for the next job", async () => {
    let hired = 0;
    const hire = (): PoolWorker => {
      hired++;
      return hand();
    };
    const crew = createWorkerPool(hire, 4);
    await crew.run({ ...JOB, runs: 10 }, watching);
    expect(hired).toBe(1);
    await crew.run(JOB, watching);
    await crew.run(JOB, watching);
    expect(hired).toBe(3);
  });

  test("gives up at once when it is told to, and forgets what was done", async () => {
    const control = new AbortController();
    const work = createWorkerApi();
    const crew = createWorkerPool(() => hand({ work }), 1);
    const parts: number[] = [];
    const stopped = crew.run(
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
    expect(() => work.part(1, 0, 1)).toThrow("nobody has begun job 1");
    await expect(crew.run(JOB, { ...watching, signal: control.signal })).rejects.toThrow("abort");
  });

  test("says what is wrong with a job, and goes on with the next", async () => {
    const crew = createWorkerPool(() => hand(), 2);
    const { protocol } = MUNICH;
    const unplayable = { ...MUNICH, protocol: { ...protocol, order: [99] } };
    await expect(crew.run({ ...JOB, scenario: unplayable }, watching)).rejects.toThrow();
    expect((await crew.run(JOB, watching)).runs).toBe(120);
  });

  test("dismisses workers that break down, and hires others for the next job", async () => {
    const silent = (): Promise<never> => new Promise(() => {});
    let dismissed = 0;
    const lost: PoolWorker = {
      api: { begin: silent, part: silent, whole: silent, forget: silent },
      broken: Promise.reject(new WorkerBroken("lost")),
      terminate: () => dismissed++,
    };
    const hands = [lost, hand()];
    const crew = createWorkerPool(() => hands.shift() as PoolWorker, 1);
    await expect(crew.run(JOB, watching)).rejects.toThrow(WorkerBroken);
    expect(dismissed).toBe(1);
    expect((await crew.run(JOB, watching)).runs).toBe(120);
  });
});
