import type { Balance } from "../../lab/balance/balance.ts";
import type { SeatTactics } from "../../lab/balance/findings.ts";
import { TACTIC_KINDS } from "../../scenario/codes.ts";
import type { Scenario } from "../../scenario/types.ts";
import { findingWords } from "./balance-findings.ts";
import { alignColumns, english, wrapText } from "./terminal.ts";
import { partyName, percentText, worthText } from "./words.ts";

const WIDTH = 96;

function tacticRow(scenario: Scenario, { party, means }: SeatTactics): string[] {
  const { scale } = scenario;
  const cells = TACTIC_KINDS.map((kind) => {
    const estimate = means.find(({ tactic }) => tactic === kind)?.estimate;
    return estimate
      ? `${worthText(estimate.mean, scale)} ± ${worthText((estimate.high - estimate.low) / 2, scale)}`
      : "";
  });
  return [partyName(scenario, party), ...cells];
}

function findingLines(scenario: Scenario, { findings }: Balance): string[] {
  if (findings.length === 0) {
    return wrapText(
      "Nothing odd was found: every position is held, every event happens, every deed is done, every option is signed " +
        "in some run; no seat is hopeless or cannot lose, no tactic beats all others, and no standstill is frequent.",
      WIDTH,
    );
  }
  const head = findings.length === 1 ? "One thing to look at:" : `${findings.length} things to look at:`;
  const width = String(findings.length).length + 2;
  const indent = " ".repeat(width);
  const lines = findings.flatMap((finding, at) => {
    const { where, what, change } = findingWords(scenario, finding);
    const [first = "", ...more] = [
      ...wrapText(what, WIDTH - width),
      ...wrapText(`→ ${change}`, WIDTH - width),
      `  ${where}`,
    ];
    return [`${`${at + 1}.`.padEnd(width)}${first}`, ...more.map((line) => indent + line), ""];
  });
  return [head, "", ...lines.slice(0, -1)];
}

/** A balance report for people. */
export function balanceText(scenario: Scenario, balance: Balance): string {
  const { runs, allRuns, seed, engine, outcomes } = balance;
  const share = (count: number): string => `${count} (${percentText(count, runs)})`;
  return [
    `${english(scenario.title)} (${scenario.id})`,
    ...wrapText(
      `${runs} runs as the file has it and ${runs} for each tactic in each seat, ${allRuns} in all, with the seeds ` +
        `${seed}/0 to ${seed}/${runs - 1}, ${engine}`,
      WIDTH,
    ),
    "",
    `As the file has it: signed ${share(outcomes.signed)}, broken off ${share(outcomes.broken)}, time ran out ${share(outcomes.expired)}`,
    "",
    "Mean worth of the result with each tactic, the others as in the file (on 0-100, 95 % interval):",
    ...alignColumns(
      [["", ...TACTIC_KINDS], ...balance.tactics.map((seat) => tacticRow(scenario, seat))],
      TACTIC_KINDS.map((_, at) => at + 1),
    ),
    "",
    ...findingLines(scenario, balance),
    "",
  ].join("\n");
}
