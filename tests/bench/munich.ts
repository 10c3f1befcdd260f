import { at } from "../../src/exact/at.ts";
import { runSeed } from "../../src/exact/chance.ts";
import { canonicalJson } from "../../src/exact/json.ts";
import { prepare, runOnce, seedOfRun } from "../../src/lab/runs/simulate.ts";
import { conductToEnd } from "../../src/play/conduct.ts";
import { recipesOf } from "../../src/table/rules/recipes.ts";
import { machineOf, startLive } from "../../src/table/run/live.ts";
import type { TableState } from "../../src/table/state.ts";
import { munich } from "../setup/munich.ts";
import { bareRun } from "./bare.ts";
import { machineText, median, timed } from "./measure.ts";

const NAMES = ["live", "batch", "bare"] as const;
type Name = (typeof NAMES)[number];

/**
 * Plays of Munich a second on one core: live (an XState actor with Immer), batch (the same machine compiled), and bare (the
 * same decisions in a plain loop, without any machine). Batch and bare take turns, so that ratios hold when the machine drifts;
 * seconds are of processor time, all threads together, so that others on the machine weigh little.
 */
const PASSES = 9;
const SHARE: Readonly<Record<Name, number>> = { live: 20, batch: 800, bare: 800 };

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

function agree(seeds: number): void {
  for (let run = 0; run < seeds; run++) {
    const seed = seedOfRun("bench", run);
    const ends = NAMES.map((name) => {
      const { floor, positions, context } = runners[name](seed);
      return canonicalJson({ floor, positions, context });
    });
    if (new Set(ends).size > 1) throw new Error(`live, batch and bare end differently with seed ${seed}`);
  }
}

function rate(name: Name, pass: number): number {
  const runs = SHARE[name];
  const { processor } = timed(() => {
    for (let run = 0; run < runs; run++) runners[name](seedOfRun(`bench-${pass}`, run));
  });
  return (runs * 1000) / processor;
}

/** Plays a second of each pass. These take turns, after two passes to warm up. */
function measure(which: readonly Name[], rates: Record<Name, number[]>): void {
  for (const pass of [-2, -1]) for (const name of which) rate(name, pass);
  for (let pass = 0; pass < PASSES; pass++) for (const name of which) rates[name].push(rate(name, pass));
}

// Live comes last: its frozen states would make the engine's machine code for batch more general, and half as fast.
const rates: Record<Name, number[]> = { live: [], batch: [], bare: [] };
measure(["batch", "bare"], rates);
measure(["live"], rates);
agree(40);

const show = (values: readonly number[], digits: number): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits).padStart(8)}   (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
};
console.log(`Munich, ${model.space.size} packages, one core of ${machineText()}`);
console.log(`All three end alike on 40 seeds. ${PASSES} passes, median (range):`);
for (const name of NAMES) console.log(`  ${name.padEnd(12)}${show(rates[name], 0)} plays/s`);
const ratio = (a: Name, b: Name): string => {
  const ratios = rates[a].map((each, pass) => each / at(rates[b], pass));
  return show(ratios, 2);
};
console.log(`  bare/batch  ${ratio("bare", "batch")} (time of batch in times of bare; the aim is at most 1.5)`);
console.log(`  batch/live  ${ratio("batch", "live")}`);
