import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { runSeed } from "../../src/exact/chance.ts";
import { canonicalJson } from "../../src/exact/json.ts";
import { readScenario, type Scenario } from "../../src/index.ts";
import { prepare, runOnce, seedOfRun } from "../../src/lab/runs/simulate.ts";
import { conductToEnd } from "../../src/play/conduct.ts";
import { recipesOf } from "../../src/table/rules/recipes.ts";
import { machineOf, startLive } from "../../src/table/run/live.ts";
import type { TableState } from "../../src/table/state.ts";
import { bareRun } from "./bare.ts";

type Name = "live" | "batch" | "bare";

/**
 * Plays of Munich a second on one core: live (an XState actor with Immer), batch (the same machine compiled), and bare (the
 * same decisions in a plain loop, without any machine). Batch and bare take turns, so that ratios hold when the machine drifts;
 * seconds are of processor time, all threads together, so that others on the machine weigh little.
 */
const PASSES = 9;
const SHARE: Readonly<Record<Name, number>> = { live: 20, batch: 800, bare: 800 };

function munich(): Scenario {
  const file = "scenarios/munich-2016.yaml";
  const { scenario } = readScenario(readFileSync(file, "utf8"), file);
  if (!scenario) throw new Error(`${file} cannot be read`);
  return scenario;
}

const prepared = prepare({ scenario: munich() });
const { model } = prepared.compiled;
const machine = machineOf(model);
const recipes = recipesOf(model);

const runners: Record<Name, (seed: string) => TableState> = {
  live: (seed) => {
    const runner = startLive(model, runSeed(seed), machine);
    conductToEnd({ model, runner, seats: prepared.seats });
    return runner.state;
  },
  batch: (seed) => runOnce(prepared, seed),
  bare: (seed) => bareRun(model, recipes, seed),
};
const names = Object.keys(runners) as Name[];

function agree(seeds: number): void {
  for (let run = 0; run < seeds; run++) {
    const seed = seedOfRun("bench", run);
    const ends = names.map((name) => {
      const { floor, positions, context } = runners[name](seed);
      return canonicalJson({ floor, positions, context });
    });
    if (new Set(ends).size > 1) throw new Error(`live, batch and bare end differently with seed ${seed}`);
  }
}

function rate(name: Name, pass: number): number {
  const runs = SHARE[name];
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) runners[name](seedOfRun(`bench-${pass}`, run));
  const { user, system } = process.cpuUsage(before);
  return (runs * 1_000_000) / (user + system);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** These take turns for some passes, after two to warm up. */
function measured(which: readonly Name[]): Partial<Record<Name, number>>[] {
  for (const pass of [-2, -1]) for (const name of which) rate(name, pass);
  return Array.from({ length: PASSES }, (_, pass) => Object.fromEntries(which.map((name) => [name, rate(name, pass)])));
}

// Live comes last: its frozen states would make the engine's machine code for batch more general, and half as fast.
const fast = measured(["batch", "bare"]);
const slow = measured(["live"]);
const passes = fast.map((pass, index) => ({ ...pass, ...slow[index] })) as Record<Name, number>[];
agree(40);

const show = (values: readonly number[], digits: number): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits).padStart(8)}   (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
};
console.log(`Munich, ${model.space.size} packages, one core of ${cpus()[0]?.model ?? "?"}, Node ${process.version}`);
console.log(`All three end alike on 40 seeds. ${PASSES} passes, median (range):`);
for (const name of names)
  console.log(
    `  ${name.padEnd(12)}${show(
      passes.map((pass) => pass[name]),
      0,
    )} plays/s`,
  );
const ratio = (a: Name, b: Name): string =>
  show(
    passes.map((pass) => pass[a] / pass[b]),
    2,
  );
console.log(`  bare/batch  ${ratio("bare", "batch")} (time of batch in times of bare; the aim is at most 1.5)`);
console.log(`  batch/live  ${ratio("batch", "live")}`);
