import { balanceRuns, balanceSteps, FEWEST_RUNS } from "../../lab/balance.ts";
import { unplayable } from "../../table/model.ts";
import { balanceJson } from "../balance-json.ts";
import { balanceText } from "../balance-text.ts";
import { type Command, FORMAT, type Given, json, OUT, progressOf, QUIET, single, wantsJson } from "../command.ts";
import { badCommandLine, badFile } from "../halt.ts";
import { oneLine, quoted } from "../plain.ts";
import { openScenario } from "../scenario-file.ts";

const DEFAULT_RUNS = 200;
const DEFAULT_SEED = "parley";
const MOST_RUNS = 1_000_000;
const LONGEST_SEED = 200;

/** @throws Halt (exit 2) */
function runsTyped(given: Given): number {
  const text = single(given, "runs") ?? String(DEFAULT_RUNS);
  const runs = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (runs >= FEWEST_RUNS && runs <= MOST_RUNS) return runs;
  throw badCommandLine(`--runs is a whole number from ${FEWEST_RUNS} to ${MOST_RUNS}, not ${quoted(text)}.`);
}

/** `parley balance`: what is odd about a scenario, from runs of machines. */
export const balance: Command = {
  name: "balance",
  operand: { name: "FILE", many: false },
  options: {
    runs: {
      value: "N",
      about: `Runs as the file has it, and again for each tactic in each seat; ${FEWEST_RUNS} or more, ${DEFAULT_RUNS} by default`,
    },
    seed: { value: "S", about: `Any word; run i, from 0, has the seed S/i. Default: ${DEFAULT_SEED}` },
    format: FORMAT,
    out: OUT,
    quiet: QUIET,
  },
  notes: [
    "Looks for positions never held, standstills in which time runs out, seats that are hopeless or cannot lose, a tactic",
    "that beats all others, events that never happen, deeds and levers never used, options that are dead or never signed.",
    "Each finding says what it rests on, where in the file it is, and what to change. Findings are no errors: exit 0.",
  ],
  examples: ["parley balance scenarios/munich-2016.yaml", "parley balance mine.yaml --runs 1000 --format json"],
  run(given, host) {
    const runs = runsTyped(given);
    const seed = single(given, "seed") ?? DEFAULT_SEED;
    if (seed.length > LONGEST_SEED) throw badCommandLine(`--seed has at most ${LONGEST_SEED} characters.`);
    const file = given.operands[0] as string;
    const { scenario, warnings } = openScenario(file);
    const problem = unplayable(scenario);
    if (problem) throw badFile(oneLine(`${file} cannot be played: ${problem.message}`));
    const progress = progressOf(given, host, balanceRuns({ scenario, runs }), "runs");
    try {
      const steps = balanceSteps({ scenario, runs, seed });
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          const result = wantsJson(given) ? json(balanceJson(scenario, value)) : balanceText(scenario, value);
          return { result, problems: warnings, exit: 0 };
        }
        progress.add(1);
      }
    } finally {
      progress.end();
    }
  },
};
