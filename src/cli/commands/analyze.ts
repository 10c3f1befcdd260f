import { analyse } from "../../bargaining/analysis.ts";
import { analysisPlot } from "../../charts/analysis-plot.ts";
import type { Scenario } from "../../scenario/types.ts";
import { analysisJson } from "../analysis-json.ts";
import { analysisText } from "../analysis-text.ts";
import { type Command, FORMAT, type Given, json, OUT, single, wantsJson } from "../command.ts";
import { writeText } from "../files.ts";
import { badCommandLine, badFile } from "../halt.ts";
import { oneLine, quoted } from "../plain.ts";
import { openScenario } from "../scenario-file.ts";

const PLOT_WIDTH = 900;
const LIMITS = { least: 100, usual: 200_000, most: 10_000_000 } as const;

/** @throws Halt (exit 2) */
function limitTyped(given: Given): number {
  const text = single(given, "limit") ?? String(LIMITS.usual);
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit >= LIMITS.least && limit <= LIMITS.most) return limit;
  throw badCommandLine(`--limit is a whole number from ${LIMITS.least} to ${LIMITS.most}, not ${quoted(text)}.`);
}

/** @throws Halt (exit 2) */
function roundTyped(given: Given, { protocol }: Scenario): number {
  const text = single(given, "round") ?? "1";
  const round = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (round >= 1 && round <= protocol.rounds) return round;
  throw badCommandLine(
    `--round is a whole number from 1 to ${protocol.rounds}, the rounds of this table, not ${quoted(text)}.`,
  );
}

/** `parley analyze`: what a table could sign, whatever happens at it. */
export const analyze: Command = {
  name: "analyze",
  operand: { name: "FILE", many: false },
  options: {
    round: { value: "N", about: "The walk-aways of this round, for those that drift; 1 by default" },
    "ks-ideal": {
      value: "IDEAL",
      choices: ["rational", "global"],
      about:
        "What Kalai-Smorodinsky measures gains against: the best that suits all (default), or the best of all packages",
    },
    limit: {
      value: "N",
      about: `Points of the frontier held at once before it is approximated; ${LIMITS.usual} by default, fewer are faster`,
    },
    plot: { value: "FILE.svg", writes: true, about: "Draw the packages, the frontier and the solution points" },
    format: FORMAT,
    out: OUT,
  },
  notes: [
    "Exact without listing the packages where worths decompose: spaces too large to play can be analysed. What is",
    "approximate says so, with its error. JSON: { outcomes, zone: { exists, size }, frontier: { packages, points:",
    "[{ package, utilities }] }, nash, kalaiSmorodinsky, egalitarian, utilitarian, parties, deadOptions, closed, … };",
    "points are lists in package order, worths in the file's scale, counts over 2^53 strings of digits.",
  ],
  examples: [
    "parley analyze scenarios/munich-2016.yaml",
    "parley analyze scenarios/munich-2016.yaml --round 8 --format json --plot munich.svg",
  ],
  run(given) {
    const file = given.operands[0] as string;
    const { scenario, warnings } = openScenario(file);
    const ksIdeal = single(given, "ks-ideal") === "global" ? "global" : "rational";
    const round = roundTyped(given, scenario);
    const limit = limitTyped(given);
    if (!scenario.parties.some(({ role }) => role === "party")) {
      throw badFile(oneLine(`${file}: no party has a vote. Give at least one party the role \`party\`.`));
    }
    const analysis = analyse(scenario, { round, ksIdeal, limit });
    const plot = single(given, "plot");
    if (plot !== undefined) writeText(plot, analysisPlot(scenario, analysis, { width: PLOT_WIDTH }));
    const result = wantsJson(given)
      ? json(analysisJson(scenario, analysis, ksIdeal))
      : analysisText(scenario, analysis, ksIdeal);
    return { result, problems: warnings, exit: 0 };
  },
};
