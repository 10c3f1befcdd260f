import type { Shard } from "../../lab/sweep/chunks.ts";
import { combinations, type Sweep, scenarioOf } from "../../lab/sweep/definition.ts";
import type { Command, CommandResult, Host, ParsedArguments } from "../command.ts";
import { usageError } from "../errors.ts";
import { onlyOperand, openMeter, optionValue, QUIET_OPTION, wholeNumber, workersOption } from "../options.ts";
import { clearParts, completeFolder, inspectFolder, prepareFolder } from "../sweep/folder.ts";
import { openSweepFile } from "../sweep/open.ts";
import {
  checkCombinations,
  composeAgain,
  composeOwn,
  missingChunks,
  playChunks,
  type SweepWork,
  stoppedText,
} from "../sweep/run.ts";
import { shardText, sweepText } from "../sweep/text.ts";
import { json } from "../text/json.ts";
import { quoted } from "../text/terminal.ts";
import { usualWorkers } from "../workers/pool.ts";

const MOST_SHARDS = 100_000;

function parseShard(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined) {
    throw usageError(`--shard reads I/N, such as 3/10 for the third of ten, not ${quoted(text)}.`);
  }
  if (of < 1 || of > MOST_SHARDS) throw usageError(`--shard divides by 1 to ${MOST_SHARDS}, not by ${of}.`);
  if (index < 1 || index > of) throw usageError(`--shard ${index}/${of}: there are shards 1/${of} to ${of}/${of}.`);
  return { index, of };
}

/** @throws CliError (exit 2) when something is asked for beside the scenario of a combination, which nothing is run for */
function checkAlone(given: ParsedArguments): void {
  for (const other of ["out", "shard", "workers"]) {
    if (!given.options.has(other)) continue;
    throw usageError(`--combination shows a scenario and runs nothing: leave --${other} out.`);
  }
}

/** The scenario of one combination as a file, so that any row can be looked at and played again. */
function scenarioText(sweep: Sweep, typed: string): string {
  return json(scenarioOf(sweep, wholeNumber("combination", typed, { most: combinations(sweep) }) - 1));
}

/** What is complete stays as it is; its summary is made again, which costs little, for the metrics may be others. */
function composeCompleted(folder: string, sweep: Sweep): string {
  const composed = composeAgain(folder, sweep);
  completeFolder(folder, sweep, null, false);
  return sweepText(sweep, folder, composed);
}

async function runAll(work: SweepWork): Promise<CommandResult> {
  const { opened, folder, shard, signal } = work;
  const { sweep, warnings } = opened;
  const chunks = missingChunks(sweep, folder, shard);
  const found = await checkCombinations(work, chunks);
  if (found === null) return { result: null, problems: ["Stopped before anything was run."], exit: 130 };
  const problems = [...warnings, ...found];
  prepareFolder(folder, sweep, shard);
  const written = await playChunks(work, chunks);
  if (signal.aborted && written < chunks.length) {
    return { result: null, problems: [...problems, stoppedText(work)], exit: 130 };
  }
  if (shard) {
    completeFolder(folder, sweep, shard, true);
    return { result: shardText(sweep, folder, shard), problems, exit: 0 };
  }
  const composed = composeOwn(folder, sweep);
  completeFolder(folder, sweep, null, false);
  return { result: sweepText(sweep, folder, composed), problems, exit: 0 };
}

/** `parley sweep`: many runs over varied scenarios. */
export const sweepCommand: Command = {
  name: "sweep",
  operand: { name: "FILE", many: false },
  options: {
    out: {
      value: "DIR",
      about:
        "Folder for the results, needed unless --combination is given; what it holds of them already is not done again",
    },
    workers: { value: "W", about: "How many work at once. Default: one for each core" },
    shard: { value: "I/N", about: "Only part I of N, for batch systems; parley merge makes one of all" },
    combination: { value: "C", about: "Run nothing: show the scenario of combination C as a file" },
    quiet: QUIET_OPTION,
  },
  notes: [
    "The sweep file: scenario (a path), vary (paths into the scenario file with their values), design (full_factorial or",
    "one_at_a_time), repetitions, seed, metrics. Run k of every combination has the seed SEED/k, so that differences are",
    "paired. A sweep that was stopped, even by kill -9, goes on from its last part with the same command; the result is",
    "the same to the byte. docs/sweeps.md has more.",
  ],
  examples: [
    "parley sweep docs/examples/munich-sweep.yaml --out results",
    "parley sweep docs/examples/munich-sweep.yaml --shard 3/10 --out shard-3",
    "parley sweep docs/examples/munich-sweep.yaml --combination 4 > combination-4.json",
  ],
  async run(given: ParsedArguments, host: Host) {
    const folder = optionValue(given, "out");
    const shard = parseShard(optionValue(given, "shard"));
    const workers = workersOption(given) ?? usualWorkers();
    const combination = optionValue(given, "combination");
    if (combination !== undefined) {
      checkAlone(given);
      const { sweep, warnings } = openSweepFile(onlyOperand(given));
      return { result: scenarioText(sweep, combination), problems: warnings, exit: 0 };
    }
    if (folder === undefined) throw usageError("sweep needs a folder for its results: --out DIR.");
    const opened = openSweepFile(onlyOperand(given));
    const found = inspectFolder(folder, opened.sweep, shard);
    if (found?.complete) {
      clearParts(folder, shard !== null);
      const result = shard ? shardText(opened.sweep, folder, shard) : composeCompleted(folder, opened.sweep);
      return { result, problems: opened.warnings, exit: 0 };
    }
    const progress = (total: number, unit: string) => openMeter(given, host, total, unit);
    return runAll({ opened, folder, shard, workers, signal: host.signal, progress });
  },
};
