import type { SimulationResult } from "../../lab/runs/simulate.ts";
import type { Scenario } from "../../scenario/types.ts";
import { alignColumns, english } from "./terminal.ts";
import { countText, fixed, issueTitle, numberText, percentText, worthsText, worthText } from "./words.ts";

const AGREEMENTS_SHOWN = 5;
const OUTCOME_WORDS = [
  { outcome: "signed", word: "signed" },
  { outcome: "broken", word: "broken off" },
  { outcome: "expired", word: "time ran out" },
] as const;

function share(count: number, runs: number): string {
  return runs === 0 ? "-" : percentText(count, runs);
}

function outcomeLines({ outcomes, runs }: SimulationResult): string[] {
  const rows = OUTCOME_WORDS.map(({ outcome, word }) => {
    const count = outcomes[outcome];
    return [word, String(count), share(count, runs)];
  });
  return alignColumns([["Outcome", "runs", "share"], ...rows], [1, 2]);
}

function worthLines(scenario: Scenario, { utilities }: SimulationResult): string[] {
  const rows = scenario.parties.map(({ id, name }) => {
    const summary = utilities[id];
    const figures = summary ? [summary.mean, summary.sd, summary.q05, summary.q50, summary.q95] : [];
    return [english(name), ...figures.map((worth) => worthText(worth, scenario.scale))];
  });
  return alignColumns([["Worth of the result", "mean", "sd", "5 %", "50 %", "95 %"], ...rows], [1, 2, 3, 4, 5]);
}

function agreementLines(scenario: Scenario, { agreements, runs }: SimulationResult): string[] {
  return agreements.slice(0, AGREEMENTS_SHOWN).flatMap((agreement, place) => {
    const clauses = scenario.issues.map((issue, index) => {
      const option = issue.options.find(({ id }) => id === agreement.package[issue.id]);
      return [`      ${issueTitle(scenario, index)}`, option ? english(option.title) : ""];
    });
    const worths = scenario.parties.map(({ id }) => agreement.utilities[id] ?? 0);
    return [
      `  ${place + 1}. ${countText(agreement.count, "run")}, ${share(agreement.count, runs)}`,
      ...alignColumns(clauses),
      `      worth: ${worthsText(scenario, worths)}`,
    ];
  });
}

/** Which runs these are, and whether they are all. */
function runsLine({ runs, seed, engine, partial }: SimulationResult, asked: number): string {
  if (runs === 0) return `No run was done, of ${numberText(asked)} that were asked for. ${engine}`;
  const done = numberText(runs);
  const whole = partial ? `Partial: stopped after ${done} of ${countText(asked, "run")},` : countText(runs, "run");
  return `${whole} with the seeds ${seed}/0 to ${seed}/${runs - 1}, ${engine}`;
}

/** What many runs came to, for people. @param asked how many were asked for */
export function simulationText(scenario: Scenario, result: SimulationResult, asked: number): string {
  const { agreements, rounds } = result;
  const shown = Math.min(AGREEMENTS_SHOWN, agreements.length);
  const texts =
    agreements.length === 1 ? "1 text was signed" : `${numberText(agreements.length)} different texts were signed`;
  return [
    `${english(scenario.title)} (${scenario.id})`,
    runsLine(result, asked),
    "",
    ...outcomeLines(result),
    "",
    ...worthLines(scenario, result),
    "(on 0-100; no deal counts as the walk-away of the last round)",
    "",
    `Rounds: mean ${fixed(rounds.mean, 1)}, median ${fixed(rounds.q50, 1)}`,
    "",
    agreements.length === 0
      ? "No text was signed."
      : `${texts}${shown < agreements.length ? `; the ${shown} most frequent` : ""}:`,
    ...agreementLines(scenario, result),
    "",
  ].join("\n");
}
