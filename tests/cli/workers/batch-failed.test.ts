import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { parley } from "../../../src/cli/parley.ts";
import { readCsv } from "../../setup/csv.ts";
import { folder, MARKET } from "../run.ts";

const files = folder();
const FAILS = 17;

// An engine with a fault that shows in one run.
vi.mock("../../../src/lab/runs/simulate.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("../../../src/lab/runs/simulate.ts")>();
  const playRuns: typeof real.playRuns = (prepared, seedOf, from, to, note) => {
    if (from <= FAILS && FAILS < to) throw new Error("the table does not come to an end");
    return real.playRuns(prepared, seedOf, from, to, note);
  };
  return { ...real, playRuns };
});

const run = (...args: string[]) => parley(["simulate", MARKET, "--runs", "60", "--workers", "1", "--quiet", ...args]);

test("a run that fails: what is done before it is safe and marked, with a clear line and exit 1", async () => {
  const out = files.path("failed.csv");
  const { stdout, stderr, exit } = await run("--format", "csv", "--out", out);
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
  const rows = readCsv(readFileSync(out, "utf8")).slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThanOrEqual(FAILS);
  expect(stderr).toMatch(/^Run \d+ or one soon after it failed: the table does not come to an end\. /);
  expect(stderr).toContain(`${rows.length} of 60 runs are done and kept, marked as partial.\n`);
  const book = JSON.parse(readFileSync(`${out}.codebook.json`, "utf8"));
  expect(book).toMatchObject({ asked: 60, runs: rows.length, partial: true });
});

test("JSON too", async () => {
  const { stdout, exit } = await run("--format", "json");
  const { runs, partial } = JSON.parse(stdout);
  expect({ partial, exit }).toEqual({ partial: true, exit: 1 });
  expect(runs).toBeLessThanOrEqual(FAILS);
});
