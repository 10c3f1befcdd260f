import { votersOf } from "../../bargaining/zone/binding.ts";
import { addAt, at } from "../../exact/at.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import { machinesDisposed, namedDispositions, seatsOf } from "../../play/seats.ts";
import { TACTIC_KINDS } from "../../scenario/codes.ts";
import { withDispositions } from "../../scenario/dispositions.ts";
import type { Scenario } from "../../scenario/types.ts";
import { type TableModel, tableModel } from "../../table/model.ts";
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
import { type BalanceFinding, evidenceOf, type SeatPolicies, type SeatTactics } from "./findings.ts";
import { type BalanceChunk, type BalanceResult, experimentChunks, openBalance } from "./job.ts";
import { emptyCounts, type RunCounts } from "./observe.ts";
import { textRuns } from "./policies/best-text.ts";
import { policyFindings, seatPolicies } from "./policies/compare.ts";
import { POLICIES } from "./policies/list.ts";

/** What to look at. */
export interface BalanceQuestion {
  readonly scenario: Scenario;
  /** Runs as the file has it, and again for every seat with every tactic; at least {@link FEWEST_RUNS}. */
  readonly runs: number;
  /** Run i (from 0) has the seed `seed/i`, whatever the tactics: runs of one number are pairs. */
  readonly seed: string;
  /** Dispositions that parties have in every run, ids by party id; the others are drawn. */
  readonly dispositions?: Readonly<Record<string, string>>;
  /** Machines alone: no seat is played by a policy. */
  readonly quick?: boolean;
}

/** What is odd about a scenario, and what that rests on. */
export interface Balance {
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly engine: string;
  readonly seed: string;
  /** Of each experiment. */
  readonly runs: number;
  /** Of all experiments with machines together. */
  readonly allRuns: number;
  /** Of the runs as the file has it. */
  readonly outcomes: { readonly signed: number; readonly broken: number; readonly expired: number };
  /** What each seat gets with each tactic. */
  readonly tactics: readonly SeatTactics[];
  /** What each seat with a vote gets by each policy. */
  readonly policies: readonly SeatPolicies[];
  readonly findings: readonly BalanceFinding[];
}

/** Fewer say next to nothing: of 30 runs without an event, it may still come in one of nine. */
export const FEWEST_RUNS = 30;

/** How many runs {@link balance} plays at the most. */
export function balanceRuns({ scenario, runs, quick }: Omit<BalanceQuestion, "seed">): number {
  const byPolicies = quick ? 0 : runs * POLICIES.length + textRuns(runs);
  return runs + votersOf(scenario).length * (runs * TACTIC_KINDS.length + byPolicies);
}

/** Adds what more runs have touched. */
function addCounts(all: RunCounts, more: RunCounts): void {
  const sum = (into: Float64Array, from: Float64Array): void => {
    for (const [place, count] of from.entries()) addAt(into, place, count);
  };
  for (const key of ["experiments", "runs", "signed", "broken", "expired"] as const) all[key] += more[key];
  for (const [party, counts] of more.held.entries()) sum(at(all.held, party), counts);
  for (const key of ["happened", "scheduledMoves", "levers", "options", "better"] as const) sum(all[key], more[key]);
  for (const [key, { positions, runs, walkAways }] of more.standstills) {
    const known = all.standstills.get(key) ?? { positions, runs: 0, walkAways: new Float64Array(walkAways.length) };
    known.runs += runs;
    sum(known.walkAways, walkAways);
    all.standstills.set(key, known);
  }
}

/** What the chunks of one experiment have touched together. */
function countsOf(model: TableModel, results: readonly BalanceResult[]): RunCounts {
  const counts = emptyCounts(model, 0);
  for (const result of results) if (result.counts) addCounts(counts, result.counts);
  counts.experiments = 1;
  return counts;
}

/** Events may bring walk-aways further down than drift does: what was signed is not dead. */
function wasSigned({ space }: TableModel, counts: RunCounts, finding: BalanceFinding): boolean {
  if (finding.kind === "nothing_to_sign") return counts.signed > 0;
  if (finding.kind !== "dead_option") return false;
  return at(counts.options, at(space.firstSlot, finding.issue) + finding.option) > 0;
}

function seatFindings(party: number, own: RunCounts, tried: RunCounts): BalanceFinding[] {
  const better = at(own.better, party) + at(tried.better, party);
  const runs = own.runs + tried.runs;
  const evidence = evidenceOf(better, runs, own.experiments + tried.experiments);
  if (better === 0) return [{ kind: "hopeless_seat", party, evidence }];
  return better === runs ? [{ kind: "unlosable_seat", party, evidence }] : [];
}

/** One seat with every tactic. */
function* triedTactics(
  model: TableModel,
  party: number,
  runs: number,
): Generator<BalanceChunk[], { readonly tried: RunCounts; readonly seat: SeatTactics }, readonly BalanceResult[]> {
  const tried = emptyCounts(model, 0);
  const results: Float64Array[] = [];
  for (const tactic of TACTIC_KINDS) {
    const played = yield experimentChunks(runs, (from, to) => ({ kind: "tactic", party, tactic, from, to }));
    addCounts(tried, countsOf(model, played));
    results.push(Float64Array.from(played.flatMap(({ worths }) => [...worths])));
  }
  return { tried, seat: comparedTactics(party, results) };
}

/**
 * Looks for what is odd about a scenario: runs as the file has it, runs of every seat with every tactic and with every policy, and what
 * the mathematics says beforehand. It yields chunks of work that may be done by anybody at any time, and goes on with their results,
 * in the order of the chunks.
 * @throws RangeError when the scenario cannot be played or there are fewer runs than {@link FEWEST_RUNS}
 */
export function* balancePlan({
  scenario,
  runs,
  seed,
  dispositions = {},
  quick = false,
}: BalanceQuestion): Generator<BalanceChunk[], Balance, readonly BalanceResult[]> {
  if (!Number.isSafeInteger(runs) || runs < FEWEST_RUNS) {
    throw new RangeError(`a balance report needs ${FEWEST_RUNS} runs or more, not ${runs}`);
  }
  const model = tableModel(scenario);
  const named = namedDispositions(scenario, seatsOf(scenario, machinesDisposed(dispositions)));
  const { findings: before, dead } = analyticFindings(withDispositions(scenario, named));
  const own = countsOf(
    model,
    yield experimentChunks(runs, (from, to) => ({ kind: "tactic", party: -1, tactic: "linear", from, to })),
  );
  const all = emptyCounts(model, 0);
  addCounts(all, own);
  const tactics: SeatTactics[] = [];
  const policies: SeatPolicies[] = [];
  const seats: BalanceFinding[] = [];
  for (const party of model.voters) {
    const { tried, seat } = yield* triedTactics(model, party, runs);
    addCounts(all, tried);
    seats.push(...seatFindings(party, own, tried));
    tactics.push(seat);
    if (!quick) policies.push(yield* seatPolicies(party, runs));
  }
  const findings = [
    ...before.filter((finding) => !wasSigned(model, all, finding)),
    ...seats,
    ...policies.flatMap((seat) => policyFindings(seat, scenario.scale)),
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
    policies,
    findings,
  };
}

/** {@link balancePlan} to its end in this thread. The same question gives the same answer, to the byte. */
export function balance(question: BalanceQuestion): Balance {
  const play = openBalance(question);
  const plan = balancePlan(question);
  for (let step = plan.next(); ; ) {
    if (step.done) return step.value;
    step = plan.next(step.value.map(play));
  }
}
