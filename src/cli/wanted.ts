import { extname } from "node:path";
import { TABLE_FORMATS, type TableFormat } from "../lab/columns.ts";
import { type Given, single } from "./command.ts";
import { badCommandLine } from "./halt.ts";
import { quoted } from "./plain.ts";
import { usualWorkers } from "./workers/pool.ts";

export const DEFAULT_SEED = "parley";
export const MOST_RUNS = 10_000_000;
const MOST_WORKERS = 256;
/** Leaves room in a record for the number of the run. */
const LONGEST_SEED = 200;

const ENDINGS: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
};

/** What `simulate` is asked for. */
export interface Wanted {
  /** Run i has the seed `seed/i`. */
  readonly seed: string;
  /** The seed of the only run, instead of one that is made from `seed`. */
  readonly runSeed: string | undefined;
  /** Runs `from` to `to` − 1. */
  readonly from: number;
  readonly to: number;
  readonly workers: number;
  /** The number of workers was typed. */
  readonly eager: boolean;
  readonly format: "text" | "json" | TableFormat;
  readonly out: string | undefined;
  readonly events: { readonly path: string; readonly format: TableFormat } | undefined;
  readonly record: string | undefined;
}

function wholeTyped(option: string, text: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw badCommandLine(`--${option} is a whole number from 1 to ${most}, not ${quoted(text)}.`);
}

function seedTyped(option: string, text: string, longest: number): string {
  if (text.length > longest) throw badCommandLine(`--${option} has at most ${longest} characters.`);
  return text;
}

/** Which runs, with which seeds. A run's own seed says its number too, where it is one of a batch. */
function runsWanted(given: Given): Pick<Wanted, "seed" | "runSeed" | "from" | "to"> {
  const typed = single(given, "run-seed");
  if (typed === undefined) {
    const seed = seedTyped("seed", single(given, "seed") ?? DEFAULT_SEED, LONGEST_SEED);
    return { seed, runSeed: undefined, from: 0, to: wholeTyped("runs", single(given, "runs") ?? "1", MOST_RUNS) };
  }
  for (const other of ["runs", "seed"]) {
    if (!given.options.has(other)) continue;
    throw badCommandLine(`--run-seed names one run by its whole seed: leave --${other} out.`);
  }
  const runSeed = seedTyped("run-seed", typed, LONGEST_SEED + 1 + String(MOST_RUNS).length);
  const number = /\/(0|[1-9]\d{0,6})$/.exec(runSeed)?.[1];
  const from = Number(number ?? 0);
  return { seed: runSeed, runSeed, from, to: from + 1 };
}

function eventsWanted(given: Given, format: Wanted["format"]): Wanted["events"] {
  const path = single(given, "events");
  if (path === undefined) return undefined;
  const ending = ENDINGS[extname(path).toLowerCase()];
  return { path, format: ending ?? TABLE_FORMATS.find((each) => each === format) ?? "csv" };
}

/** Reads the options of `simulate`. @throws Halt (exit 2) */
export function wantedBy(given: Given): Wanted {
  const runs = runsWanted(given);
  const format = (single(given, "format") ?? "text") as Wanted["format"];
  const out = single(given, "out");
  const record = single(given, "record");
  if (record !== undefined && runs.to - runs.from !== 1) {
    throw badCommandLine(
      "--record writes the record of one play: leave --runs out, and name the run by its seed with --run-seed.",
    );
  }
  if (format === "parquet" && out === undefined) {
    throw badCommandLine("Parquet is not for a terminal or a pipe: name a file with --out.");
  }
  const workers = single(given, "workers");
  return {
    ...runs,
    workers: workers === undefined ? usualWorkers() : wholeTyped("workers", workers, MOST_WORKERS),
    eager: workers !== undefined,
    format,
    out,
    events: eventsWanted(given, format),
    record,
  };
}
