import {
  type Analysis,
  type AnalysisOptions,
  analyse,
  type ClosedZone,
  type Count,
  type Opening,
  type OpeningChange,
  type Point,
} from "../../bargaining/analysis.ts";
import { votersOf } from "../../bargaining/zone/binding.ts";
import { analysisPlot } from "../../charts/analysis-plot.ts";
import { scenarioHash } from "../../play/seal.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Command } from "../command.ts";
import { fileError } from "../errors.ts";
import { writeText } from "../files.ts";
import { FORMAT_OPTION, OUT_OPTION, onlyOperand, optionValue, wantsJson, wholeNumber } from "../options.ts";
import { openScenario } from "../scenario-file.ts";
import { analysisText } from "../text/analysis.ts";
import { json, optionIds } from "../text/json.ts";
import { oneLine } from "../text/terminal.ts";

/** A count for programs: JSON numbers are exact up to 2^53, above it stands in a string. */
function countJson(count: Count): number | string {
  return typeof count === "bigint" ? String(count) : count;
}

function packageJson(scenario: Scenario, options: readonly number[]): Record<string, string> {
  return Object.fromEntries(scenario.issues.map((issue, at) => [issue.id, issue.options[options[at] ?? 0]?.id ?? ""]));
}

function byParty(scenario: Scenario, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(scenario.parties.map(({ id }, at) => [id, values[at] ?? 0]));
}

function pointJson(scenario: Scenario, { options, utilities }: Point) {
  return { package: packageJson(scenario, options), utilities: byParty(scenario, utilities) };
}

function changeJson(scenario: Scenario, change: OpeningChange) {
  const party = scenario.parties[change.party]?.id ?? "";
  return change.kind === "walk_away"
    ? { kind: change.kind, party, from: change.from, to: change.to }
    : { kind: change.kind, party, redLine: change.redLine };
}

function openingJson(scenario: Scenario, { changes, point }: Opening) {
  return { changes: changes.map((change) => changeJson(scenario, change)), ...pointJson(scenario, point) };
}

function closedJson(scenario: Scenario, { single, jointWalkAways, jointRedLines, complete }: ClosedZone) {
  return {
    single: single.map((opening) => openingJson(scenario, opening)),
    jointWalkAways: jointWalkAways && openingJson(scenario, jointWalkAways),
    jointRedLines: jointRedLines && openingJson(scenario, jointRedLines),
    complete,
  };
}

/** What the figures mean; published figures differ by such choices. */
function conventionJson(analysis: Analysis, ideal: AnalysisOptions["ksIdeal"]) {
  return {
    disagreement: "reservation value (walk-away)",
    equalWithin: analysis.equalWithin,
    dominated: "another package is at least as good for every party with a vote and better for one",
    zone: "packages that bind: enough parties get at least their walk-away, and no red line of theirs is crossed",
    solutions: "over packages that give every party with a vote at least its walk-away and cross no red line of theirs",
    nash: "largest product of gains over the walk-aways",
    egalitarian: "largest smallest gain, ties by the next smallest",
    kalaiSmorodinsky: `largest smallest share of the best ${ideal === "global" ? "gain of all packages" : "rational gain"}, ties by the next smallest`,
    utilitarian: "largest sum of worths",
    redLine: "counted from 0 in the party's list",
  };
}

/** An analysis for programs. Worths in the scenario's scale; points in package order. */
function analysisJson(scenario: Scenario, analysis: Analysis, ideal: AnalysisOptions["ksIdeal"] = "rational") {
  const { outcomes, zone, frontier, voters, ranges, reservations, deadOptions, closed, round, solutions } = analysis;
  const { low, high } = zone.size;
  const points = (list: readonly Point[]) => list.map((point) => pointJson(scenario, point));
  const parties = scenario.parties.map(({ id, role }, at) => {
    const range = ranges[at];
    const end = (which: "best" | "worst") =>
      range && {
        worth: range[which].utilities[at] ?? 0,
        package: packageJson(scenario, range[which].options),
      };
    const votes = voters.includes(at);
    return [id, { role, votes, reservation: reservations[at] ?? 0, best: end("best"), worst: end("worst") }] as const;
  });
  return {
    scenario: { id: scenario.id, hash: scenarioHash(scenario), scale: scenario.scale },
    round,
    convention: conventionJson(analysis, ideal),
    outcomes: countJson(outcomes),
    parties: Object.fromEntries(parties),
    zone: {
      exists: zone.exists,
      size: low === high ? countJson(low) : null,
      between: [countJson(low), countJson(high)],
    },
    frontier: {
      packages: countJson(frontier.packages),
      distinct: frontier.points.length,
      exact: frontier.exact,
      error: frontier.error,
      points: frontier.points.map((point) => ({ ...pointJson(scenario, point), packages: countJson(point.packages) })),
    },
    solutions,
    nash: points(analysis.nash),
    kalaiSmorodinsky: points(analysis.kalaiSmorodinsky),
    egalitarian: points(analysis.egalitarian),
    utilitarian: points(analysis.utilitarian),
    deadOptions:
      deadOptions === null ? null : deadOptions.map(({ issue, option }) => optionIds(scenario, issue, option)),
    closed: closed && closedJson(scenario, closed),
  };
}

const PLOT_WIDTH = 900;
const LIMITS = { least: 100, usual: 200_000, most: 10_000_000 } as const;

/** `parley analyze`: what a table could sign, whatever happens at it. */
export const analyzeCommand: Command = {
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
    format: FORMAT_OPTION,
    out: OUT_OPTION,
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
    const file = onlyOperand(given);
    const { scenario, warnings } = openScenario(file);
    const ksIdeal = optionValue(given, "ks-ideal") === "global" ? "global" : "rational";
    const rounds = { most: scenario.protocol.rounds, note: ", the rounds of this table" };
    const round = wholeNumber("round", optionValue(given, "round") ?? "1", rounds);
    const limit = wholeNumber("limit", optionValue(given, "limit") ?? String(LIMITS.usual), LIMITS);
    if (votersOf(scenario).length === 0) {
      throw fileError(oneLine(`${file}: no party has a vote. Give at least one party the role \`party\`.`));
    }
    const analysis = analyse(scenario, { round, ksIdeal, limit });
    const plot = optionValue(given, "plot");
    if (plot !== undefined) writeText(plot, analysisPlot(scenario, analysis, { width: PLOT_WIDTH }));
    const result = wantsJson(given)
      ? json(analysisJson(scenario, analysis, ksIdeal))
      : analysisText(scenario, analysis, ksIdeal);
    return { result, problems: warnings, exit: 0 };
  },
};
