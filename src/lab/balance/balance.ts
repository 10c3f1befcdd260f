import { votersOf } from "../../bargaining/zone/binding.ts";
import { addAt, at } from "../../exact/at.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import { type Seat, tacticOf, withTactics } from "../../play/seats.ts";
import { TACTIC_KINDS, type TacticKind } from "../../scenario/codes.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import { compileTable } from "../../table/run/batch.ts";
import { type Prepared, prepare, seedOfRun } from "../runs/simulate.ts";
import {
  analyticFindings,
  bestTactic,
  comparedTactics,
  deadlocks,
  idleLevers,
  idleScheduledMoves,
  silentEvents,
  unheldPositions,
  unsignedOptions,
} from "./detectors.ts";
import { type BalanceFinding, evidenceOf, type SeatTactics } from "./findings.ts";
import { emptyCounts, observeRun, type RunCounts } from "./observe.ts";

/** What to look at. */
export interface BalanceQuestion {
  readonly scenario: Scenario;
  /** Runs as the file has it, and again for every seat with every tactic; at least {@link FEWEST_RUNS}. */
  readonly runs: number;
  /** Run i (from 0) has the seed `seed/i`, whatever the tactics: runs of one number are pairs. */
  readonly seed: string;
}

/** What is odd about a scenario, and what that rests on. */
export interface Balance {
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly engine: string;
  readonly seed: string;
  /** Of each experiment. */
  readonly runs: number;
  /** Of all experiments together. */
  readonly allRuns: number;
  /** Of the runs as the file has it. */
  readonly outcomes: { readonly signed: number; readonly broken: number; readonly expired: number };
  /** What each seat gets with each tactic. */
  readonly tactics: readonly SeatTactics[];
  readonly findings: readonly BalanceFinding[];
}

/** Fewer say next to nothing: of 30 runs without an event, it may still come in one of nine. */
export const FEWEST_RUNS = 30;

/** How many runs {@link balance} plays. */
export function balanceRuns({ scenario, runs }: Pick<BalanceQuestion, "scenario" | "runs">): number {
  return runs * (1 + votersOf(scenario).length * TACTIC_KINDS.length);
}

/** Adds what more runs have touched. Standstills stay apart: they are those of the runs as the file has it. */
function addCounts(all: RunCounts, more: RunCounts): void {
  const sum = (into: Float64Array, from: Float64Array): void => {
    for (const [place, count] of from.entries()) addAt(into, place, count);
  };
  for (const key of ["experiments", "runs", "signed", "broken", "expired"] as const) all[key] += more[key];
  for (const [party, counts] of more.held.entries()) sum(at(all.held, party), counts);
  for (const key of ["happened", "scheduledMoves", "levers", "options", "better"] as const) sum(all[key], more[key]);
}

/** Events may bring walk-aways further down than drift does: what was signed is not dead. */
function wasSigned({ space }: TableModel, counts: RunCounts, finding: BalanceFinding): boolean {
  if (finding.kind === "nothing_to_sign") return counts.signed > 0;
  if (finding.kind !== "dead_option") return false;
  return at(counts.options, at(space.firstSlot, finding.issue) + finding.option) > 0;
}

/** The same table with one seat's tactic changed; worths are not worked out again. */
function withTactic({ compiled, seats }: Prepared, party: number, kind: TacticKind): Prepared {
  const changed = seats.map(
    (seat, index): Seat => (index === party ? { by: "machine", tactic: tacticOf(kind) } : seat),
  );
  return { compiled: compileTable(withTactics(compiled.model, changed)), seats: changed };
}

function seatFindings(party: number, own: RunCounts, tried: RunCounts): BalanceFinding[] {
  const better = at(own.better, party) + at(tried.better, party);
  const runs = own.runs + tried.runs;
  const evidence = evidenceOf(better, runs, own.experiments + tried.experiments);
  if (better === 0) return [{ kind: "hopeless_seat", party, evidence }];
  return better === runs ? [{ kind: "unlosable_seat", party, evidence }] : [];
}

/**
 * Looks for what is odd about a scenario: runs as the file has it, runs of every seat with every tactic, and what the mathematics
 * says beforehand. A generator, so that a caller can show how far it is or stop: it yields after every run.
 * @throws RangeError when the scenario cannot be played or there are fewer runs than {@link FEWEST_RUNS}
 */
export function* balanceSteps({ scenario, runs, seed }: BalanceQuestion): Generator<void, Balance> {
  if (!Number.isSafeInteger(runs) || runs < FEWEST_RUNS) {
    throw new RangeError(`a balance report needs ${FEWEST_RUNS} runs or more, not ${runs}`);
  }
  const prepared = prepare({ scenario });
  const { model } = prepared.compiled;
  const { findings: before, dead } = analyticFindings(scenario);
  const own = emptyCounts(model, 1);
  for (let run = 0; run < runs; run++) {
    observeRun(prepared, seedOfRun(seed, run), own);
    yield;
  }
  const all = emptyCounts(model, 0);
  addCounts(all, own);
  const tactics: SeatTactics[] = [];
  const seats: BalanceFinding[] = [];
  for (const party of model.voters) {
    const tried = emptyCounts(model, TACTIC_KINDS.length);
    const results: Float64Array[] = [];
    for (const kind of TACTIC_KINDS) {
      const other = withTactic(prepared, party, kind);
      const worths = new Float64Array(runs);
      for (let run = 0; run < runs; run++) {
        worths[run] = at(observeRun(other, seedOfRun(seed, run), tried), party);
        yield;
      }
      results.push(worths);
    }
    addCounts(all, tried);
    seats.push(...seatFindings(party, own, tried));
    tactics.push(comparedTactics(party, results));
  }
  const findings = [
    ...before.filter((finding) => !wasSigned(model, all, finding)),
    ...seats,
    ...deadlocks(model, own),
    ...tactics.flatMap((seat) => bestTactic(seat, scenario.scale)),
    ...unheldPositions(model, all),
    ...silentEvents(all),
    ...idleScheduledMoves(model, all),
    ...idleLevers(model, all),
    ...unsignedOptions(model, all, dead),
  ];
  return {
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    engine: ENGINE,
    seed,
    runs,
    allRuns: all.runs,
    outcomes: { signed: own.signed, broken: own.broken, expired: own.expired },
    tactics,
    findings,
  };
}

/** {@link balanceSteps} to its end. The same question gives the same answer, to the byte. */
export function balance(question: BalanceQuestion): Balance {
  const steps = balanceSteps(question);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
