import { runColumns } from "../../lab/runs/rows.ts";
import { openTally, prepare, seedOfRun } from "../../lab/runs/simulate.ts";
import { eventColumns } from "../../lab/runs/transcript-rows.ts";
import { openPlay, type Play } from "../../play/play.ts";
import { recordOf } from "../../play/record.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import type { Seat } from "../../play/seats.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Command, CommandResult, Host, ParsedArguments } from "../command.ts";
import { checkOutputs, isOrdinary, writeText } from "../files.ts";
import { DEFAULT_SEED, NO_METER, OUT_OPTION, onlyOperand, openMeter, QUIET_OPTION } from "../options.ts";
import { openPlayable } from "../scenario-file.ts";
import { codebookOf, type TableOutput, type TableRequest, tableToFile, tableToHost } from "../tables/table-output.ts";
import { json } from "../text/json.ts";
import { simulationText } from "../text/simulation.ts";
import { oneLine } from "../text/terminal.ts";
import { transcriptText } from "../text/transcript.ts";
import { numberText } from "../text/words.ts";
import { type BatchEnd, type BatchOptions, simulateBatch } from "../workers/batch.ts";
import { limitHeapGrowth } from "../workers/pool.ts";
import {
  MOST_RUNS,
  parseSeat,
  resolveSeats,
  SIMULATE_FORMATS,
  type SimulateOptions,
  simulateOptions,
  tableFormat,
} from "./simulate-options.ts";

/** What is to be run, and by whom. */
interface SimulateTask {
  readonly scenario: Scenario;
  readonly seats: Record<string, Seat>;
  readonly wanted: SimulateOptions;
}

function playOnce({ scenario, seats, wanted }: SimulateTask): Play {
  const seed = wanted.runSeed ?? seedOfRun(wanted.seed, 0);
  const play = openPlay({ scenario, seed, seats, runner: "batch" });
  play.advance();
  return play;
}

function aboutRuns({ scenario, wanted }: SimulateTask): TableRequest["book"] {
  const { id } = scenario;
  return {
    engine: ENGINE,
    scenario: { id, hash: scenarioHash(scenario) },
    seed: wanted.seed,
    asked: wanted.to - wanted.from,
  };
}

function tableOf(task: SimulateTask, host: Host): TableOutput | null {
  const { scenario, wanted } = task;
  const format = tableFormat(wanted.format);
  if (!format) return null;
  const about = "A row for each run, in the order of runs.";
  const table = { format, columns: runColumns(scenario), about, book: aboutRuns(task) };
  return wanted.out === undefined ? tableToHost((part) => host.write(part), table) : tableToFile(wanted.out, table);
}

function eventsOf(task: SimulateTask): TableOutput | null {
  const { scenario, wanted } = task;
  if (!wanted.events) return null;
  const { path, format } = wanted.events;
  const about = "A row for each entry of the transcripts, run by run, as it happened.";
  return tableToFile(path, { format, columns: eventColumns(scenario), about, book: aboutRuns(task) });
}

/** Codebooks are written too, so that they may not be in the way of what is read or written. */
function checkCodebooks({ out, format, events }: SimulateOptions, file: string): void {
  const tables = [
    { option: "out", path: tableFormat(format) ? out : undefined },
    { option: "events", path: events?.path },
  ];
  for (const { option, path } of tables) {
    if (path === undefined || !isOrdinary(path)) continue;
    const others = [file, ...[out, events?.path].filter((each) => each !== undefined)];
    checkOutputs(new Map([[option, codebookOf(path)]]), others);
  }
}

function problemsOf({ done, failed }: BatchEnd, { from, to }: SimulateOptions, stopped: boolean): string[] {
  const asked = numberText(to - from);
  const kept = `${numberText(done)} of ${asked} runs are done and kept, marked as partial.`;
  if (failed) return [oneLine(`Run ${from + done} or one soon after it failed: ${failed.message}. ${kept}`)];
  return stopped ? [`Stopped: ${kept}`] : [];
}

async function runMany(task: SimulateTask, given: ParsedArguments, host: Host): Promise<CommandResult> {
  const { scenario, seats, wanted } = task;
  const { seed, runSeed, from, to, format, workers, workersGiven } = wanted;
  const runs = to - from;
  const { model } = prepare({ scenario, seats }).compiled;
  const rows = tableFormat(format);
  const tally = rows ? null : openTally(model, runs);
  const table = tableOf(task, host);
  const events = eventsOf(task);
  const tables = {
    ...(rows ? { table: rows } : {}),
    ...(wanted.events ? { events: wanted.events.format } : {}),
  };
  const setup = { scenario, seats, seed, ...(runSeed === undefined ? {} : { runSeed }), ...tables };
  const progress = runs > 1 ? openMeter(given, host, runs, "runs") : NO_METER;
  const batch: BatchOptions = {
    setup,
    from,
    to,
    workers,
    workersGiven,
    signal: host.signal,
    progress,
    tally,
    table,
    events,
  };
  const end = await simulateBatch(batch);
  const stopped = end.done < runs && !end.failed;
  const problems = problemsOf(end, wanted, stopped);
  const exit = (end.failed && 1) || (stopped && 130) || 0;
  if (!tally) return { result: null, problems, exit };
  const result = tally.result(scenario, seed);
  return { result: format === "json" ? json(result) : simulationText(scenario, result, runs), problems, exit };
}

/** `parley simulate`: one run with its transcript, or many with what they came to. */
export const simulateCommand: Command = {
  name: "simulate",
  operand: { name: "FILE", many: false },
  options: {
    runs: {
      value: "N",
      about: `How many runs, 1 (default) to ${MOST_RUNS}; text shows the transcript of a single one`,
    },
    seed: { value: "S", about: `Any word; run i, from 0, has the seed S/i. Default: ${DEFAULT_SEED}` },
    "run-seed": { value: "SEED", about: "The one run with this whole seed, as it stands in the row of a run" },
    seat: { value: "PARTY=TACTIC", repeatable: true, about: "Another tactic for a party than the file's" },
    workers: { value: "W", about: "How many work at once. Default: the cores of this computer, one for small batches" },
    format: {
      value: "FORMAT",
      choices: SIMULATE_FORMATS,
      about: "text (default), json, or a row for each run: csv, ndjson, parquet",
    },
    out: OUT_OPTION,
    events: {
      value: "FILE",
      writes: true,
      about: "Write a row for each entry of the transcripts to FILE (.csv, .ndjson, .parquet)",
    },
    record: {
      value: "FILE",
      writes: true,
      about: "Write the record of the run to FILE, for replay and the browser (one run only)",
    },
    quiet: QUIET_OPTION,
  },
  notes: [
    "Tactics: boulware, linear, conceder, tit_for_tat, micro, default (the file's own). The first three may name their",
    "exponent e: target = floor + (top - floor) * (1 - time^(1/e)); e < 1 holds out, e > 1 gives way early.",
    "The same file, seed and seats give the same bytes, however many workers there are.",
    "A table in a file has a codebook beside it, FILE.codebook.json: what each column says, its unit and its values.",
    "Ctrl-C keeps the runs that are done, marks the result as partial and exits with 130.",
  ],
  examples: [
    "parley simulate scenarios/munich-2016.yaml --seed tonight --record tonight.json",
    "parley simulate scenarios/munich-2016.yaml --runs 1000 --seat us=conceder --seat russia=boulware:0.2",
    "parley simulate scenarios/munich-2016.yaml --runs 100000 --format parquet --out runs.parquet",
    "parley simulate scenarios/munich-2016.yaml --run-seed parley/17 --record run-17.json",
  ],
  async run(given, host) {
    limitHeapGrowth();
    const wanted = simulateOptions(given);
    const typed = (given.options.get("seat") ?? []).map(parseSeat);
    const file = onlyOperand(given);
    const { scenario, warnings } = openPlayable(file);
    const task: SimulateTask = { scenario, seats: resolveSeats(scenario, typed), wanted };
    checkCodebooks(wanted, file);
    const shown = wanted.format === "text" && wanted.to - wanted.from === 1;
    const play = shown || wanted.record !== undefined ? playOnce(task) : null;
    if (play && wanted.record !== undefined) writeText(wanted.record, json(recordOf(play)));
    const more = !shown || wanted.events ? await runMany(task, given, host) : null;
    const result = shown && play ? transcriptText(play) : (more?.result ?? null);
    return { result, problems: [...warnings, ...(more?.problems ?? [])], exit: more?.exit ?? 0 };
  },
};
