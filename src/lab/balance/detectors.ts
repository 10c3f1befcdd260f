import { type Analysis, analyse, type DeadOption } from "../../bargaining/analysis.ts";
import { zoneQuestion } from "../../bargaining/zone/question.ts";
import { zonePackages } from "../../bargaining/zone.ts";
import { at } from "../../exact/at.ts";
import { TACTIC_KINDS } from "../../scenario/codes.ts";
import type { Effects, Position, Scenario } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import { meanInterval, pairedDifference } from "../statistics/intervals.ts";
import type { Numbers } from "../statistics/statistics.ts";
import { type BalanceFinding, evidenceOf, type SeatTactics } from "./findings.ts";
import type { RunCounts, Standstill } from "./observe.ts";

/** What the mathematics says before a run: nothing could be signed, or options that are in no package that could be. */
interface AnalyticFindings {
  readonly findings: readonly BalanceFinding[];
  readonly dead: readonly DeadOption[];
}

function deadInAll(analyses: readonly Analysis[]): DeadOption[] {
  const [first, ...others] = analyses;
  return (first?.deadOptions ?? []).filter(({ issue, option }) =>
    others.every(({ deadOptions }) => deadOptions?.some((dead) => dead.issue === issue && dead.option === option)),
  );
}

/** Looks at the walk-aways of the first and of the last round: what holds in both hardly hangs on drift. */
export function analyticFindings(scenario: Scenario): AnalyticFindings {
  const rounds = [...new Set([1, scenario.protocol.rounds])];
  const analyses = rounds.map((round) => analyse(scenario, { round, limit: 2000 }));
  const dead = deadInAll(analyses);
  if (analyses.every(({ zone }) => zone.exists === false))
    return { findings: [{ kind: "nothing_to_sign", rounds }], dead };
  return { findings: dead.map(({ issue, option }) => ({ kind: "dead_option", issue, option, rounds })), dead };
}

/** Where fewer runs than this end is where some tables end; where more do, the file sends them there. */
const OFTEN = 0.05;
const MOST_SHOWN = 5;

/** Packages that would bind if everyone came down to the floor of its position, with the usual walk-aways at the end. */
function signable(model: TableModel, { positions, walkAways, runs }: Standstill): number {
  const holdsAtLeast = model.partyModels.map(
    ({ positions: charts }, party) => charts[at(positions, party)]?.holdsAtLeast ?? null,
  );
  const usual = Array.from(walkAways, (sum) => sum / runs);
  return zonePackages(zoneQuestion(model.scenario, usual, holdsAtLeast)).length;
}

/** Positions in which the parties are stuck when the time runs out, most frequent first. */
export function deadlocks(model: TableModel, counts: RunCounts): BalanceFinding[] {
  return [...counts.standstills.values()]
    .map((standstill) => ({ standstill, evidence: evidenceOf(standstill.runs, counts.runs, counts.experiments) }))
    .filter(({ evidence }) => evidence.low > OFTEN)
    .sort((a, b) => b.evidence.count - a.evidence.count)
    .slice(0, MOST_SHOWN)
    .map(({ standstill, evidence }) => ({
      kind: "deadlock",
      positions: standstill.positions,
      signable: signable(model, standstill),
      evidence,
    }));
}

/** Ahead by less than this share of the scale, a tactic is no plan for a student. */
const WORTH_KNOWING = 0.01;

/**
 * Compares what a seat got with each tactic. Run k of every list had the same seed.
 * @param results worth of the result by run, in the scenario's scale, in the order of {@link TACTIC_KINDS}
 */
export function comparedTactics(party: number, results: readonly Numbers[]): SeatTactics {
  const order = TACTIC_KINDS.map((tactic, index) => {
    const values = at(results, index);
    return { tactic, values, estimate: meanInterval(values, 0.95) };
  }).sort((a, b) => b.estimate.mean - a.estimate.mean);
  const best = at(order, 0);
  return {
    party,
    means: order.map(({ tactic, estimate }) => ({ tactic, estimate })),
    ahead: order.slice(1).map(({ tactic, values }) => ({
      tactic,
      estimate: pairedDifference(best.values, values, 0.95),
    })),
  };
}

/** Whether one tactic beats all others: ahead of each by more than chance and by more than a hundredth of the scale. */
export function bestTactic(seat: SeatTactics, scale: number): BalanceFinding[] {
  const least = Math.min(...seat.ahead.map(({ estimate }) => estimate.low));
  return least > WORTH_KNOWING * scale ? [{ kind: "best_tactic", seat }] : [];
}

/** Fewer signed texts than this say nothing about what is never signed. */
const ENOUGH_TEXTS = 30;

function moversOf(scenario: Scenario): readonly Effects[] {
  const levers = scenario.parties.flatMap((party) => party.levers.map(({ effects }) => effects));
  return [...scenario.events.map(({ effects }) => effects), ...levers];
}

function isReachable(scenario: Scenario, party: number, position: number): boolean {
  const charts = scenario.parties[party]?.positions ?? [];
  const moved = charts.some(({ moves }, from) => from !== position && moves.some(({ to }) => to === position));
  const sent = moversOf(scenario).some(({ moves }) =>
    moves.some((move) => move.party === party && move.to === position),
  );
  return position === 0 || moved || sent;
}

/** Positions that no run visited. */
export function unheldPositions({ scenario }: TableModel, { held, runs, experiments }: RunCounts): BalanceFinding[] {
  return held.flatMap((counts, party) =>
    [...counts].flatMap((count, position): BalanceFinding[] => {
      if (count > 0) return [];
      const reachable = isReachable(scenario, party, position);
      return [{ kind: "position_never_held", party, position, reachable, evidence: evidenceOf(0, runs, experiments) }];
    }),
  );
}

/** Events that never happened. */
export function silentEvents({ happened, runs, experiments }: RunCounts): BalanceFinding[] {
  return [...happened].flatMap((count, event): BalanceFinding[] =>
    count > 0 ? [] : [{ kind: "event_never", event, evidence: evidenceOf(0, runs, experiments) }],
  );
}

function presses({ does }: Position, lever: number): boolean {
  return does.some((move) => move.kind === "press" && move.lever === lever);
}

/** Levers that no machine pulled. */
export function idleLevers(model: TableModel, { levers, runs, experiments }: RunCounts): BalanceFinding[] {
  return model.partyModels.flatMap(({ index, party }) =>
    party.levers.flatMap((_, lever): BalanceFinding[] => {
      if (at(levers, at(model.firstLever, index) + lever) > 0) return [];
      const pressed = party.positions.some((position) => presses(position, lever));
      return [{ kind: "lever_never", party: index, lever, pressed, evidence: evidenceOf(0, runs, experiments) }];
    }),
  );
}

/** Scheduled moves never carried out in positions that were held; in a position that never was, that is what is wrong. */
export function idleScheduledMoves(
  model: TableModel,
  { scheduledMoves, held, experiments }: RunCounts,
): BalanceFinding[] {
  return model.partyModels.flatMap(({ index, positions, firstScheduled }) =>
    positions.flatMap(({ does }, position) =>
      does.flatMap((_, deed): BalanceFinding[] => {
        const place = at(model.firstScheduled, index) + at(firstScheduled, position) + deed;
        const chances = at(at(held, index), position);
        if (at(scheduledMoves, place) > 0 || chances === 0) return [];
        return [{ kind: "deed_never", party: index, position, deed, evidence: evidenceOf(0, chances, experiments) }];
      }),
    ),
  );
}

/**
 * Options that no signed text held. The dead ones are left out, since those are found without a run, and so is the status quo: it
 * is what the parties came to change.
 */
export function unsignedOptions(
  { space, scenario }: TableModel,
  counts: RunCounts,
  dead: readonly DeadOption[],
): BalanceFinding[] {
  if (counts.signed < ENOUGH_TEXTS) return [];
  return scenario.issues.flatMap(({ options, statusQuo }, issue) =>
    options.flatMap((_, option): BalanceFinding[] => {
      if (option === statusQuo) return [];
      if (dead.some((each) => each.issue === issue && each.option === option)) return [];
      if (at(counts.options, at(space.firstSlot, issue) + option) > 0) return [];
      return [
        { kind: "option_never_signed", issue, option, evidence: evidenceOf(0, counts.signed, counts.experiments) },
      ];
    }),
  );
}
