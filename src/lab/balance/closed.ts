import { type Analysis, analyse, type DeadOption } from "../../bargaining/analysis.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Finding } from "./findings.ts";

/** What the mathematics says before a run: nothing could be signed, or options that nobody could ever sign. */
export interface Foregone {
  readonly findings: readonly Finding[];
  readonly dead: readonly DeadOption[];
}

function inAll(analyses: readonly Analysis[]): DeadOption[] {
  const [first, ...others] = analyses;
  return (first?.deadOptions ?? []).filter(({ issue, option }) =>
    others.every(({ deadOptions }) => deadOptions?.some((dead) => dead.issue === issue && dead.option === option)),
  );
}

/** Looks at the walk-aways of the first and of the last round: what holds in both hardly hangs on drift. */
export function foregone(scenario: Scenario): Foregone {
  const rounds = [...new Set([1, scenario.protocol.rounds])];
  const analyses = rounds.map((round) => analyse(scenario, { round, limit: 2000 }));
  const dead = inAll(analyses);
  if (analyses.every(({ zone }) => zone.exists === false))
    return { findings: [{ kind: "nothing_to_sign", rounds }], dead };
  return { findings: dead.map(({ issue, option }) => ({ kind: "dead_option", issue, option, rounds })), dead };
}
