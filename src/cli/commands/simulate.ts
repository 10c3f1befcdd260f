import { type SimulationResult, seedOfRun, simulate as simulateRuns } from "../../lab/simulate.ts";
import { openPlay, type Play } from "../../play/play.ts";
import { recordOf } from "../../play/record.ts";
import type { Seat } from "../../play/seats.ts";
import type { Scenario } from "../../scenario/types.ts";
import { unplayable } from "../../table/model.ts";
import { type Command, FORMAT, type Given, json, OUT, single, wantsJson } from "../command.ts";
import { writeText } from "../files.ts";
import { badCommandLine, badFile } from "../halt.ts";
import { oneLine, quoted } from "../plain.ts";
import { openScenario } from "../scenario-file.ts";
import { seatsTyped, seatTyped } from "../seats.ts";
import { summaryOf } from "../summary.ts";
import { transcriptOf } from "../transcript.ts";

const DEFAULT_SEED = "parley";
const MOST_RUNS = 10_000_000;
/** A record may name no longer seed, its run's number included. */
const LONGEST_SEED = 200;

interface Wanted {
  readonly runs: number;
  readonly seed: string;
  readonly record: string | undefined;
}

function runsTyped(text: string): number {
  const runs = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (runs >= 1 && runs <= MOST_RUNS) return runs;
  throw badCommandLine(`--runs is a whole number from 1 to ${MOST_RUNS}, not ${quoted(text)}.`);
}

function wantedBy(given: Given): Wanted {
  const runs = runsTyped(single(given, "runs") ?? "1");
  const seed = single(given, "seed") ?? DEFAULT_SEED;
  const record = single(given, "record");
  if (seed.length > LONGEST_SEED) throw badCommandLine(`--seed has at most ${LONGEST_SEED} characters.`);
  if (record !== undefined && runs !== 1) {
    throw badCommandLine("--record writes the record of one play: leave --runs out, and name the run with --seed.");
  }
  return { runs, seed, record };
}

type Seats = Record<string, Seat>;

function playOnce(scenario: Scenario, seed: string, seats: Seats): Play {
  const play = openPlay({ scenario, seed: seedOfRun(seed, 0), seats, runner: "batch" });
  play.advance();
  return play;
}

function resultOf(scenario: Scenario, { runs, seed }: Wanted, seats: Seats): SimulationResult {
  return simulateRuns({ scenario, runs, seed, seats });
}

/** `parley simulate`: one run with its transcript, or many with what they came to. */
export const simulate: Command = {
  name: "simulate",
  summary: "Run a scenario, once with its transcript or many times with a summary",
  operand: { name: "FILE", many: false },
  options: {
    runs: {
      value: "N",
      about: `How many runs, 1 (default) to ${MOST_RUNS}; text shows the transcript of a single one`,
    },
    seed: { value: "S", about: `Any word; run i, from 0, has the seed S/i. Default: ${DEFAULT_SEED}` },
    seat: { value: "PARTY=TACTIC", many: true, about: "Another tactic for a party than the file's" },
    format: FORMAT,
    out: OUT,
    record: { value: "FILE", about: "Write the record of the run to FILE, for replay and the browser (one run only)" },
  },
  notes: [
    "Tactics: boulware, linear, conceder, tit_for_tat, micro, default (the file's own). The first three may name their",
    "exponent e: target = floor + (top - floor) * (1 - time^(1/e)); e < 1 holds out, e > 1 gives way early.",
    "The same file, seed and seats give the same bytes.",
  ],
  examples: [
    "parley simulate scenarios/munich-2016.yaml --seed tonight --record tonight.json",
    "parley simulate scenarios/munich-2016.yaml --runs 1000 --seat us=conceder --seat russia=boulware:0.2",
    "parley simulate scenarios/munich-2016.yaml --runs 1000 --format json --out runs.json",
  ],
  run(given) {
    const wanted = wantedBy(given);
    const typed = (given.options.get("seat") ?? []).map(seatTyped);
    const file = given.operands[0] as string;
    const { scenario, warnings } = openScenario(file);
    const problem = unplayable(scenario);
    if (problem) throw badFile(oneLine(`${file} cannot be played: ${problem.message}`));
    const seats = seatsTyped(scenario, typed);
    const play = wanted.record !== undefined || wanted.runs === 1 ? playOnce(scenario, wanted.seed, seats) : null;
    if (play && wanted.record !== undefined) writeText(wanted.record, json(recordOf(play)));
    if (wantsJson(given)) {
      return { result: json(resultOf(scenario, wanted, seats)), problems: warnings, exit: 0 };
    }
    const result = play ? transcriptOf(play) : summaryOf(scenario, resultOf(scenario, wanted, seats));
    return { result, problems: warnings, exit: 0 };
  },
};
