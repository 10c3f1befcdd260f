import { type Balance, balanceRuns, balanceSteps, FEWEST_RUNS } from "../../lab/balance/balance.ts";
import type { BalanceFinding, SeatTactics } from "../../lab/balance/findings.ts";
import type { IntervalEstimate } from "../../lab/statistics/statistics.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Command } from "../command.ts";
import {
  checkedSeed,
  DEFAULT_SEED,
  FORMAT_OPTION,
  OUT_OPTION,
  onlyOperand,
  openMeter,
  optionValue,
  QUIET_OPTION,
  wantsJson,
  wholeNumber,
} from "../options.ts";
import { openPlayable } from "../scenario-file.ts";
import { balanceText } from "../text/balance.ts";
import { findingWords } from "../text/balance-findings.ts";
import { json, optionIds } from "../text/json.ts";

function estimateJson({ mean, low, high, standardError }: IntervalEstimate) {
  return { mean, low, high, standardError };
}

function seatJson({ parties }: Scenario, { party, means, ahead }: SeatTactics) {
  const named = (list: SeatTactics["means"]) =>
    Object.fromEntries(list.map(({ tactic, estimate }) => [tactic, estimateJson(estimate)]));
  return { party: parties[party]?.id ?? "", best: means[0]?.tactic ?? "", means: named(means), ahead: named(ahead) };
}

/** What a finding is about in the ids of the scenario. */
function findingIds(scenario: Scenario, finding: BalanceFinding): Record<string, unknown> {
  const { parties, events } = scenario;
  const position = (party: number, index: number): string => parties[party]?.positions[index]?.id ?? "";
  switch (finding.kind) {
    case "nothing_to_sign":
      return { rounds: finding.rounds };
    case "dead_option":
      return { ...optionIds(scenario, finding.issue, finding.option), rounds: finding.rounds };
    case "option_never_signed":
      return optionIds(scenario, finding.issue, finding.option);
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
      return { kind: finding.kind, where, ...findingIds(scenario, finding), ...evidence, what, change };
    }),
  };
}

const DEFAULT_RUNS = 200;
const MOST_RUNS = 1_000_000;

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
    const range = { least: FEWEST_RUNS, most: MOST_RUNS };
    const runs = wholeNumber("runs", optionValue(given, "runs") ?? String(DEFAULT_RUNS), range);
    const seed = checkedSeed("seed", optionValue(given, "seed") ?? DEFAULT_SEED);
    const { scenario, warnings } = openPlayable(onlyOperand(given));
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
