import { optionIn, spaceOfScenario } from "../../bargaining/space.ts";
import {
  type Balance,
  type BalanceQuestion,
  balancePlan,
  balanceRuns,
  FEWEST_RUNS,
} from "../../lab/balance/balance.ts";
import type { BalanceFinding, SeatPolicies, SeatTactics } from "../../lab/balance/findings.ts";
import { type BalanceResult, runsOf } from "../../lab/balance/job.ts";
import type { IntervalEstimate } from "../../lab/statistics/statistics.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Command, ProgressMeter } from "../command.ts";
import { DISPOSITION_OPTION, dispositionsOption } from "../dispositions.ts";
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
  workersOption,
} from "../options.ts";
import { openPlayable } from "../scenario-file.ts";
import { balanceText } from "../text/balance.ts";
import { findingWords } from "../text/balance-findings.ts";
import { json, optionIds } from "../text/json.ts";
import { openPool, usualWorkers } from "../workers/pool.ts";

function estimateJson({ mean, low, high, standardError }: IntervalEstimate) {
  return { mean, low, high, standardError };
}

function seatJson({ parties }: Scenario, { party, means, ahead }: SeatTactics) {
  const named = (list: SeatTactics["means"]) =>
    Object.fromEntries(list.map(({ tactic, estimate }) => [tactic, estimateJson(estimate)]));
  return { party: parties[party]?.id ?? "", best: means[0]?.tactic ?? "", means: named(means), ahead: named(ahead) };
}

/** What each seat gets by each policy, by party. */
function policiesJson({ parties }: Scenario, policies: readonly SeatPolicies[]) {
  const rows = ({ results }: SeatPolicies) =>
    results.map(({ policy, kind, signed, utility: { mean, low, high } }) => ({
      policy,
      kind,
      signed,
      utility: { mean, low, high },
    }));
  return Object.fromEntries(policies.map((seat) => [parties[seat.party]?.id ?? "", rows(seat)]));
}

/** The text that, held from the first round on, brings each seat most, by party. */
function heldTexts(scenario: Scenario, policies: readonly SeatPolicies[]) {
  const space = spaceOfScenario(scenario);
  return Object.fromEntries(
    policies.map(({ party, results }) => {
      const text = results.find((result) => result.text >= 0)?.text ?? 0;
      const options = scenario.issues.map((issue, at) => [
        issue.id,
        issue.options[optionIn(space, text, at)]?.id ?? "",
      ]);
      return [scenario.parties[party]?.id ?? "", Object.fromEntries(options)];
    }),
  );
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
    case "laziness_pays":
      return { party: parties[finding.party]?.id, policy: finding.lazy.policy, ahead: estimateJson(finding.ahead) };
    case "knowing_pays_nothing":
      return { party: parties[finding.party]?.id, ahead: estimateJson(finding.ahead) };
    case "text_holds":
      return { party: parties[finding.party]?.id, signed: finding.held.signed };
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
  const { scenario: which, engine, seed, runs, allRuns, outcomes, tactics, policies, findings } = balance;
  return {
    scenario: which,
    engine,
    seed,
    runs,
    allRuns,
    outcomes,
    tactics: tactics.map((seat) => seatJson(scenario, seat)),
    policies: policiesJson(scenario, policies),
    heldTexts: heldTexts(scenario, policies),
    findings: findings.map((finding) => {
      const { where, what, change } = findingWords(scenario, finding);
      const evidence = "evidence" in finding ? { evidence: finding.evidence } : {};
      return { kind: finding.kind, where, ...findingIds(scenario, finding), ...evidence, what, change };
    }),
  };
}

const DEFAULT_RUNS = 200;
const MOST_RUNS = 1_000_000;

/** Has the chunks of the plan done by workers; what comes of it hangs neither on them nor on the clock. */
async function answered(
  question: BalanceQuestion,
  workers: number,
  signal: AbortSignal,
  progress: ProgressMeter,
): Promise<Balance | null> {
  const { scenario, seed, dispositions = {} } = question;
  const pool = openPool({ job: { name: "balance", setup: { scenario, seed, dispositions } }, workers });
  try {
    const plan = balancePlan(question);
    for (let step = plan.next(); ; ) {
      if (step.done) return step.value;
      const results: BalanceResult[] = [];
      const onDone = (chunk: Parameters<typeof runsOf>[0]): void => progress.add(runsOf(chunk));
      for await (const result of pool.results({ chunks: step.value, signal, onDone })) results.push(result);
      if (signal.aborted) return null;
      step = plan.next(results);
    }
  } finally {
    await pool.close();
  }
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
    disposition: DISPOSITION_OPTION,
    workers: { value: "W", about: "How many work at once. Default: one for each core" },
    quick: { value: null, about: "Machines alone: leave the policies out, which take most of the time" },
    format: FORMAT_OPTION,
    out: OUT_OPTION,
    quiet: QUIET_OPTION,
  },
  notes: [
    "Looks for positions never held, standstills in which time runs out, seats that are hopeless or cannot lose, a tactic",
    "that beats all others, events that never happen, deeds and levers never used, options that are dead or never signed.",
    "Plays every seat with a vote by lazy policies (silence, one text held, the first acceptable offer …), an attentive",
    "and an informed one, and says which laziness pays.",
    "Each finding says what it rests on, where in the file it is, and what to change. Findings are no errors: exit 0.",
  ],
  examples: ["parley balance scenarios/munich-2016.yaml", "parley balance mine.yaml --runs 1000 --format json"],
  async run(given, host) {
    const range = { least: FEWEST_RUNS, most: MOST_RUNS };
    const runs = wholeNumber("runs", optionValue(given, "runs") ?? String(DEFAULT_RUNS), range);
    const seed = checkedSeed("seed", optionValue(given, "seed") ?? DEFAULT_SEED);
    const workers = workersOption(given) ?? usualWorkers();
    const { scenario, warnings } = openPlayable(onlyOperand(given));
    const dispositions = dispositionsOption(given, scenario);
    const question = { scenario, runs, seed, dispositions, quick: given.options.has("quick") };
    const progress = openMeter(given, host, balanceRuns(question), "runs");
    try {
      const found = await answered(question, workers, host.signal, progress);
      if (!found) return { result: null, problems: [...warnings, "Stopped before the report was done."], exit: 130 };
      const result = wantsJson(given) ? json(balanceJson(scenario, found)) : balanceText(scenario, found);
      return { result, problems: warnings, exit: 0 };
    } finally {
      progress.end();
    }
  },
};
