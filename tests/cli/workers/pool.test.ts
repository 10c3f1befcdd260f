import { expect, test, vi } from "vitest";
import type { BatchChunk, BatchResult } from "../../../src/cli/workers/batch-job.ts";
import { ChunkFailed, runChunks } from "../../../src/cli/workers/pool.ts";
import { small } from "../../setup/small.ts";

// Threads take their time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const JOB = { name: "batch", setup: { scenario: small(), seats: {}, seed: "pool" } } as const;
/** Cannot be played: there is no room for fewer than no runs. */
const BROKEN: BatchChunk = { from: 5, to: 1 };

const chunk = (from: number, runs: number): BatchChunk => ({ from, to: from + runs });

async function drained(results: AsyncIterable<BatchResult>): Promise<{ froms: number[]; failed: unknown }> {
  const froms: number[] = [];
  try {
    for await (const { block } of results) froms.push(block.from);
  } catch (failed) {
    return { froms, failed };
  }
  return { froms, failed: null };
}

test.each([1, 2, 3])(
  "%i workers: the results come in the order of the chunks, whichever is done first",
  async (workers) => {
    // The first of each pair takes far longer than the second.
    const chunks = Array.from({ length: 12 }, (_, at) => chunk(at * 1000, at % 2 === 0 ? 60 : 1));
    const done: number[] = [];
    const onDone = ({ from }: BatchChunk): unknown => done.push(from);
    const { froms, failed } = await drained(runChunks({ job: JOB, chunks, workers, onDone }));
    expect({ froms, failed }).toEqual({ froms: chunks.map(({ from }) => from), failed: null });
    expect(done.toSorted((a, b) => a - b)).toEqual(froms);
  },
);

test.each([1, 2])("%i workers: a chunk that throws comes after the results of all before it", async (workers) => {
  const chunks = [chunk(0, 20), chunk(20, 1), BROKEN, chunk(21, 1), chunk(22, 1)];
  const { froms, failed } = await drained(runChunks({ job: JOB, chunks, workers }));
  expect(froms).toEqual([0, 20]);
  expect(failed).toBeInstanceOf(ChunkFailed);
  expect(failed).toMatchObject({ chunk: 2, message: expect.stringMatching(/length/i) });
});

test("a job that cannot be opened fails its first chunk, with the reason", async () => {
  const setup = { ...JOB.setup, seats: { us: { by: "human" } } } as const;
  const { froms, failed } = await drained(
    runChunks({ job: { name: "batch", setup }, chunks: [chunk(0, 1)], workers: 2 }),
  );
  expect(froms).toEqual([]);
  expect(failed).toMatchObject({ chunk: 0, message: "a human cannot sit in a batch of runs" });
});

test.each([1, 2])(
  "%i workers: once stopped, what is in work is finished, and nothing more is taken",
  async (workers) => {
    const stop = new AbortController();
    let taken = 0;
    function* endless(): Generator<BatchChunk> {
      for (;;) yield chunk(taken++, 1);
    }
    const froms: number[] = [];
    for await (const { block } of runChunks({ job: JOB, chunks: endless(), workers, signal: stop.signal })) {
      froms.push(block.from);
      if (froms.length === 5) stop.abort();
    }
    expect(froms).toEqual(Array.from({ length: taken }, (_, at) => at));
    expect(froms.length).toBeLessThanOrEqual(5 + 3 * workers);
  },
);

test("no more chunks are under way than a few for each worker, however slowly results are taken", async () => {
  let taken = 0;
  function* counted(): Generator<BatchChunk> {
    while (taken < 60) yield chunk(taken++, 1);
  }
  let given = 0;
  for await (const { block } of runChunks({ job: JOB, chunks: counted(), workers: 2 })) {
    expect(block.from).toBe(given++);
    expect(taken - given).toBeLessThan(6);
  }
  expect(given).toBe(60);
});

test("workers are counted from 1", async () => {
  const { failed } = await drained(runChunks({ job: JOB, chunks: [chunk(0, 1)], workers: 0 }));
  expect(failed).toBeInstanceOf(RangeError);
});
