import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../../src/exact/at.ts";
import { machineText, median } from "./measure.ts";

/**
 * Batches of Munich through the command itself: how runs a second grow with workers, and what memory does over many runs.
 * `npm run bench -- batch [RUNS] [MEMORY_RUNS]`; a million runs for memory unless said otherwise.
 */
const RUNS = Number(process.argv[2] ?? 30_000);
const MEMORY_RUNS = Number(process.argv[3] ?? 1_000_000);
const PASSES = 3;
const WORKERS = [1, 2, 4];
const SCENARIO = "scenarios/munich-2016.yaml";
const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const TABLE = join(folder, "runs.csv");

function start(runs: number, workers: number, ...more: string[]): ChildProcess {
  const args = ["simulate", SCENARIO, "--runs", String(runs), "--workers", String(workers), ...more];
  return spawn(process.execPath, [...process.execArgv, "src/cli/main.ts", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function seconds(runs: number, workers: number): Promise<number> {
  const before = performance.now();
  const [status] = await once(start(runs, workers, "--quiet", "--format", "csv", "--out", TABLE), "close");
  if (status !== 0) throw new Error(`the batch ended with ${status}`);
  return (performance.now() - before) / 1000;
}

/** Resident memory of a process now, in MB; what Linux tells of the most it ever was. */
function memoryOf({ pid }: ChildProcess): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  return { now: kilobytes("VmRSS") / 1024, most: kilobytes("VmHWM") / 1024 };
}

async function scaling(): Promise<void> {
  console.log(`Munich, CSV to a file, ${RUNS} runs, median of ${PASSES} (start of the program included):`);
  const took = WORKERS.map((workers) => ({ workers, times: [] as number[] }));
  // In turn, so that ratios hold when the machine drifts.
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { workers, times } of took) times.push(await seconds(RUNS, workers));
  }
  const alone = median(at(took, 0).times);
  for (const { workers, times } of took) {
    const each = median(times);
    const rate = (RUNS / each).toFixed(0).padStart(7);
    console.log(`  ${workers} workers ${rate} runs/s   ${(alone / each).toFixed(2)} times as fast as 1`);
  }
}

async function memory(format: string, ...more: string[]): Promise<void> {
  const workers = Math.min(2, availableParallelism());
  const child = start(MEMORY_RUNS, workers, "--format", format, ...more);
  const ended = once(child, "close");
  console.log(`Memory over ${MEMORY_RUNS} runs, ${format}, ${workers} workers:`);
  let most = 0;
  child.stderr?.setEncoding("utf8").on("data", (line: string) => {
    if (child.exitCode !== null) return;
    const { now, most: peak } = memoryOf(child);
    most = Math.max(most, peak);
    console.log(`  ${now.toFixed(0).padStart(4)} MB   ${line.trim()}`);
  });
  const [status] = await ended;
  console.log(`  ended with ${status}; ${most.toFixed(0)} MB at most (aim: under 200)`);
}

try {
  console.log(`${cpus().length} cores of ${machineText()}`);
  await scaling();
  if (process.platform === "linux") {
    await memory("csv", "--out", TABLE);
    await memory("json");
  } else console.log("Memory is measured on Linux only.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
