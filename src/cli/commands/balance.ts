import { type Balance, balanceRuns, balanceSteps, FEWEST_RUNS } from "../../lab/balance/balance.ts";
import type { BalanceFinding, SeatTactics } from "../../lab/balance/findings.ts";
import type { IntervalEstimate } from "../../lab/statistics/statistics.ts";
import type { Scenario } from "../../scenario/types.ts";
import { unplayable } from "../../table/model.ts";
import {
  type Command,
  FORMAT_OPTION,
  json,
  OUT_OPTION,
  openMeter,
  optionValue,
  type ParsedArguments,
  QUIET_OPTION,
  wantsJson,
} from "../command.ts";
import { fileError, usageError } from "../errors.ts";
import { openScenario } from "../scenario-file.ts";
import { balanceText } from "../text/balance.ts";
import { findingWords } from "../text/balance-findings.ts";
import { oneLine, quoted } from "../text/terminal.ts";

function estimateJson({ mean, low, high, standardError }: IntervalEstimate) {
  return { mean, low, high, standardError };
}

function seatJson({ parties }: Scenario, { party, means, ahead }: SeatTactics) {
  const named = (list: SeatTactics["means"]) =>
    Object.fromEntries(list.map(({ tactic, estimate }) => [tactic, estimateJson(estimate)]));
  return { party: parties[party]?.id ?? "", best: means[0]?.tactic ?? "", means: named(means), ahead: named(ahead) };
}

/** What a finding is about in the ids of the scenario. */
function about(scenario: Scenario, finding: BalanceFinding): Record<string, unknown> {
  const { parties, issues, events } = scenario;
  const option = (issue: number, at: number) => ({
    issue: issues[issue]?.id ?? "",
    option: issues[issue]?.options[at]?.id ?? "",
  });
  const position = (party: number, at: number): string => parties[party]?.positions[at]?.id ?? "";
  switch (finding.kind) {
    case "nothing_to_sign":
      return { rounds: finding.rounds };
    case "dead_option":
      return { ...option(finding.issue, finding.option), rounds: finding.rounds };
    case "option_never_signed":
      return option(finding.issue, finding.option);
    case "position_never_held":
      return {
        party: parties[finding.party]?.id,
        position: position(finding.party, finding.position),
        reachable: finding.reachable,
      };
    case "deadlock":
      return {
        positions: Object.fromEntries(parties.map(({ id }, at) => [id, position(at, finding.positions[at] ?? 0)])),
        signable: finding.signable,
      };
    case "hopeless_seat":
    case "unlosable_seat":
      return { party: parties[finding.party]?.id };
    case "best_tactic":
      return seatJson(scenario, finding.seat);
    case "event_never":
      return { event: events[finding.event]?.id };
    case "lever_never":
      return {
        party: parties[finding.party]?.id,
        lever: parties[finding.party]?.levers[finding.lever]?.id,
        pressed: finding.pressed,
      };
    case "deed_never":
      return {
        party: parties[finding.party]?.id,
        position: position(finding.party, finding.position),
        deed: finding.deed,
      };
  }
}

/** A balance report for programs. Shares are 0–1, worths in the scenario's scale, intervals of 95 %. */
function balanceJson(scenario: Scenario, balance: Balance) {
  const { scenario: which, engine, seed, runs, allRuns, outcomes, tactics, findings } = balance;
  return {
    scenario: which,
    engine,
    seed,
    runs,
    allRuns,
    outcomes,
    tactics: tactics.map((seat) => seatJson(scenario, seat)),
    findings: findings.map((finding) => {
      const { where, what, change } = findingWords(scenario, finding);
      const evidence = "evidence" in finding ? { evidence: finding.evidence } : {};
      return { kind: finding.kind, where, ...about(scenario, finding), ...evidence, what, change };
    }),
  };
}

const DEFAULT_RUNS = 200;
const DEFAULT_SEED = "parley";
const MOST_RUNS = 1_000_000;
const LONGEST_SEED = 200;

/** @throws Halt (exit 2) */
function parseRuns(given: ParsedArguments): number {
  const text = optionValue(given, "runs") ?? String(DEFAULT_RUNS);
  const runs = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (runs >= FEWEST_RUNS && runs <= MOST_RUNS) return runs;
  throw usageError(`--runs is a whole number from ${FEWEST_RUNS} to ${MOST_RUNS}, not ${quoted(text)}.`);
}

/** `parley balance`: what is odd about a scenario, from runs of machines. */
export const balanceCommand: Command = {
  name: "balance",
  operand: { name: "FILE", many: false },
  options: {
    runs: {
      value: "N",
      about: `Runs as the file has it, and again for each tactic in each seat; ${FEWEST_RUNS} or more, ${DEFAULT_RUNS} by default`,
    },
    seed: { value: "S", about: `Any word; run i, from 0, has the seed S/i. Default: ${DEFAULT_SEED}` },
    format: FORMAT_OPTION,
    out: OUT_OPTION,
    quiet: QUIET_OPTION,
  },
  notes: [
    "Looks for positions never held, standstills in which time runs out, seats that are hopeless or cannot lose, a tactic",
    "that beats all others, events that never happen, deeds and levers never used, options that are dead or never signed.",
    "Each finding says what it rests on, where in the file it is, and what to change. Findings are no errors: exit 0.",
  ],
  examples: ["parley balance scenarios/munich-2016.yaml", "parley balance mine.yaml --runs 1000 --format json"],
  run(given, host) {
    const runs = parseRuns(given);
    const seed = optionValue(given, "seed") ?? DEFAULT_SEED;
    if (seed.length > LONGEST_SEED) throw usageError(`--seed has at most ${LONGEST_SEED} characters.`);
    const file = given.operands[0] as string;
    const { scenario, warnings } = openScenario(file);
    const problem = unplayable(scenario);
    if (problem) throw fileError(oneLine(`${file} cannot be played: ${problem.message}`));
    const progress = openMeter(given, host, balanceRuns({ scenario, runs }), "runs");
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
