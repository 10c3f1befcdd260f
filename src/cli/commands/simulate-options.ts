import { extname } from "node:path";
import { TABLE_FORMATS, type TableFormat } from "../../lab/runs/table-format.ts";
import { type Seat, tacticOf } from "../../play/seats.ts";
import { TACTIC_KINDS, type TacticKind } from "../../scenario/codes.ts";
import { didYouMean } from "../../scenario/suggest.ts";
import type { Scenario, Tactic } from "../../scenario/types.ts";
import type { ParsedArguments } from "../command.ts";
import { usageError } from "../errors.ts";
import { checkedSeed, DEFAULT_SEED, LONGEST_SEED, optionValue, wholeNumber, workersOption } from "../options.ts";
import { parsePartyId } from "../scenario-file.ts";
import { quoted } from "../text/terminal.ts";
import { usualWorkers } from "../workers/pool.ts";

/** The word for a tactic as the file has it. */
const TACTIC_OF_FILE = "default";
const TACTICS_WITH_EXPONENT: readonly TacticKind[] = ["boulware", "linear", "conceder"];
/** As in a scenario file. */
const EXPONENTS = { least: 0.01, most: 100 } as const;

function parseExponent(kind: TacticKind, text: string): Tactic {
  if (!TACTICS_WITH_EXPONENT.includes(kind)) throw usageError(`${kind} has no exponent: write ${kind} alone.`);
  const exponent = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(exponent >= EXPONENTS.least && exponent <= EXPONENTS.most)) {
    throw usageError(
      `The exponent of a tactic is a number from ${EXPONENTS.least} to ${EXPONENTS.most}, not ${quoted(text)}.`,
    );
  }
  return { kind, exponent: [exponent, exponent] };
}

/** `null`: the file's own tactic. @throws CliError (exit 2) */
function parseTactic(text: string): Tactic | null {
  if (text === TACTIC_OF_FILE) return null;
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const kind = TACTIC_KINDS.find((known) => known === name);
  if (!kind) {
    const choices = didYouMean(name, [...TACTIC_KINDS, TACTIC_OF_FILE], "Tactics");
    throw usageError(`There is no tactic ${quoted(name)}. ${choices}`);
  }
  return colon < 0 ? tacticOf(kind) : parseExponent(kind, text.slice(colon + 1));
}

/** What stands in `--seat PARTY=TACTIC`, before the scenario is known. */
interface SeatOption {
  readonly party: string;
  readonly tactic: Tactic | null;
}

/** Reads one `--seat`. @throws CliError (exit 2) */
export function parseSeat(text: string): SeatOption {
  const equals = text.indexOf("=");
  if (equals < 1) throw usageError(`--seat reads PARTY=TACTIC, such as us=conceder, not ${quoted(text)}.`);
  return { party: text.slice(0, equals), tactic: parseTactic(text.slice(equals + 1)) };
}

/**
 * The seats of a run, by party id.
 * @throws CliError (exit 2) for a party that is not there, is there twice, or has no tactic
 */
export function resolveSeats(scenario: Scenario, typed: readonly SeatOption[]): Record<string, Seat> {
  const seats: Record<string, Seat> = {};
  for (const { party: id, tactic } of typed) {
    const party = scenario.parties[parsePartyId(scenario, id)];
    if (party && Object.hasOwn(seats, id)) throw usageError(`--seat gives ${id} two tactics.`);
    if (tactic && party?.role === "mediator") {
      throw usageError(`${id} is the mediator: it makes no offers, so that it has no tactic.`);
    }
    seats[id] = tactic ? { by: "machine", tactic } : { by: "machine" };
  }
  return seats;
}

export const MOST_RUNS = 10_000_000;

const FORMAT_OF_EXTENSION: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
};

/** What `--format` of `simulate` takes. */
export const SIMULATE_FORMATS = ["text", "json", ...TABLE_FORMATS] as const;

/** What `simulate` is asked for. */
export interface SimulateOptions {
  /** Run i has the seed `seed/i`. */
  readonly seed: string;
  /** The seed of the only run, instead of one that is made from `seed`. */
  readonly runSeed: string | undefined;
  /** Runs `from` to `to` − 1. */
  readonly from: number;
  readonly to: number;
  readonly workers: number;
  /** The number of workers was typed. */
  readonly workersGiven: boolean;
  readonly format: (typeof SIMULATE_FORMATS)[number];
  readonly out: string | undefined;
  readonly events: { readonly path: string; readonly format: TableFormat } | undefined;
  readonly record: string | undefined;
}

/** Which runs, with which seeds. A run's own seed says its number too, where it is one of a batch. */
function runsOptions(given: ParsedArguments): Pick<SimulateOptions, "seed" | "runSeed" | "from" | "to"> {
  const typed = optionValue(given, "run-seed");
  if (typed === undefined) {
    const seed = checkedSeed("seed", optionValue(given, "seed") ?? DEFAULT_SEED);
    const to = wholeNumber("runs", optionValue(given, "runs") ?? "1", { most: MOST_RUNS });
    return { seed, runSeed: undefined, from: 0, to };
  }
  for (const other of ["runs", "seed"]) {
    if (!given.options.has(other)) continue;
    throw usageError(`--run-seed names one run by its whole seed: leave --${other} out.`);
  }
  const runSeed = checkedSeed("run-seed", typed, LONGEST_SEED + 1 + String(MOST_RUNS).length);
  const number = /\/(0|[1-9]\d{0,6})$/.exec(runSeed)?.[1];
  const from = Number(number ?? 0);
  return { seed: runSeed, runSeed, from, to: from + 1 };
}

/** The format of the table of runs; null: what is wanted is no table. */
export function tableFormat(format: SimulateOptions["format"]): TableFormat | null {
  return format === "text" || format === "json" ? null : format;
}

function eventsOption(given: ParsedArguments, format: SimulateOptions["format"]): SimulateOptions["events"] {
  const path = optionValue(given, "events");
  if (path === undefined) return undefined;
  const ending = FORMAT_OF_EXTENSION[extname(path).toLowerCase()];
  return { path, format: ending ?? tableFormat(format) ?? "csv" };
}

/** Reads the options of `simulate`. @throws CliError (exit 2) */
export function simulateOptions(given: ParsedArguments): SimulateOptions {
  const runs = runsOptions(given);
  const format = SIMULATE_FORMATS.find((each) => each === optionValue(given, "format")) ?? "text";
  const out = optionValue(given, "out");
  const record = optionValue(given, "record");
  if (record !== undefined && runs.to - runs.from !== 1) {
    throw usageError(
      "--record writes the record of one play: leave --runs out, and name the run by its seed with --run-seed.",
    );
  }
  if (format === "parquet" && out === undefined) {
    throw usageError("Parquet is not for a terminal or a pipe: name a file with --out.");
  }
  const workers = workersOption(given);
  return {
    ...runs,
    workers: workers ?? usualWorkers(),
    workersGiven: workers !== undefined,
    format,
    out,
    events: eventsOption(given, format),
    record,
  };
}
