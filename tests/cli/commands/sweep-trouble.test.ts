import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { sweepCommand } from "../../../src/cli/commands/sweep.ts";
import type * as job from "../../../src/lab/sweep/job.ts";
import { ran } from "../in-process.ts";
import { folder, MARKET } from "../run.ts";

/** What goes wrong, and with which of what is done: -1 nothing. */
const trouble = vi.hoisted(() => ({ failsChunk: -1, fullAt: -1, written: 0 }));

vi.mock("../../../src/lab/sweep/job.ts", async (original) => {
  const real = await original<typeof job>();
  const openSweep: typeof real.openSweep = (plan) => {
    const play = real.openSweep(plan);
    return (chunk) => {
      if (chunk.number === trouble.failsChunk) throw new Error("the dice are lost");
      return play(chunk);
    };
  };
  return { ...real, openSweep };
});

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const fsyncSync = (handle: number): void => {
    if (trouble.written++ === trouble.fullAt) {
      throw Object.assign(new Error("ENOSPC: no space left on device, fsync"), { code: "ENOSPC", syscall: "fsync" });
    }
    real.fsyncSync(handle);
  };
  return { ...real, fsyncSync };
});

afterEach(() => Object.assign(trouble, { failsChunk: -1, fullAt: -1, written: 0 }));

const files = folder();
const SWEEP = files.write(
  "sweep.yaml",
  `scenario: ${JSON.stringify(MARKET)}\nvary: { protocol.rounds: [6, 8] }\nrepetitions: 250\n`,
);

test("a run that fails is said, what is done is safe, and the same command goes on", async () => {
  const out = files.path("failing");
  trouble.failsChunk = 4;
  const { exit, problems } = await ran(sweepCommand, SWEEP, "--out", out, "--workers", "1", "--quiet");
  expect(exit).toBe(1);
  expect(problems).toBe(
    `A run failed: the dice are lost.\n4 of 10 parts are done and safe in "${out}". The same command goes on from there.`,
  );
  expect(readdirSync(join(out, "parts"))).toEqual(["0001.csv", "0002.csv", "0003.csv", "0004.csv"]);
  trouble.failsChunk = 2;
  // Those before it are not played again.
  expect((await ran(sweepCommand, SWEEP, "--out", out, "--quiet")).exit).toBe(0);
});

test.each([
  ["while a part is written", 8, "3 of 10 parts are done and safe"],
  ["while the tables are written", 22, "All runs are safe. The same command goes on from there."],
])("a disk that is full %s", async (when, fullAt, words) => {
  const out = files.path(`full ${when}`);
  trouble.fullAt = fullAt;
  const { exit, problems } = await ran(sweepCommand, SWEEP, "--out", out, "--workers", "1", "--quiet");
  expect(exit).toBe(1);
  expect(problems).toContain("cannot be written: the disk is full.");
  expect(problems).toContain(words);
  expect(existsSync(join(out, "runs.csv"))).toBe(false);
  expect(readdirSync(join(out, "parts")).every((name) => /^\d{4}\.csv$/.test(name))).toBe(true);
  const before = readdirSync(join(out, "parts")).length;
  expect(before).toBe(when.includes("tables") ? 10 : 3);
  trouble.fullAt = -1;
  expect((await ran(sweepCommand, SWEEP, "--out", out, "--quiet")).exit).toBe(0);
  expect(existsSync(join(out, "parts"))).toBe(false);
});
