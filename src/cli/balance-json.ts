import type { Finding, SeatTactics } from "../lab/balance/findings.ts";
import type { Balance } from "../lab/balance.ts";
import type { Estimate } from "../lab/statistics.ts";
import type { Scenario } from "../scenario/types.ts";
import { findingWords } from "./balance-words.ts";

function estimateJson({ mean, low, high, standardError }: Estimate) {
  return { mean, low, high, standardError };
}

function seatJson({ parties }: Scenario, { party, means, ahead }: SeatTactics) {
  const named = (list: SeatTactics["means"]) =>
    Object.fromEntries(list.map(({ tactic, estimate }) => [tactic, estimateJson(estimate)]));
  return { party: parties[party]?.id ?? "", best: means[0]?.tactic ?? "", means: named(means), ahead: named(ahead) };
}

/** What a finding is about in the ids of the scenario. */
function about(scenario: Scenario, finding: Finding): Record<string, unknown> {
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
export function balanceJson(scenario: Scenario, balance: Balance) {
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
