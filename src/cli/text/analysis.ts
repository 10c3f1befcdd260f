import type {
  Analysis,
  AnalysisOptions,
  ClosedZone,
  Opening,
  OpeningChange,
  Point,
} from "../../bargaining/analysis.ts";
import { at } from "../../exact/at.ts";
import { ROUNDING_ALLOWANCE } from "../../exact/tolerance.ts";
import type { RedLine, Scenario } from "../../scenario/types.ts";
import { alignColumns, english, hangingLines, wrapText } from "./terminal.ts";
import {
  clauseRows,
  countText,
  englishTerms,
  fixed,
  issueTitle,
  listText,
  numberText,
  optionTitle,
  partyName,
  worthsText,
  worthText,
} from "./words.ts";

const WIDTH = 100;
const MOST_OPENINGS = 8;
const POINTS_SHOWN = 5;
const TIED_SHOWN = 3;
/** Up to here a clause has a line to itself. */
const MOST_CLAUSES = 8;

/** Rounded down: a walk-away that comes down to what is printed does open the zone. */
function downTo(worth: number, scale: number): string {
  return fixed(Math.floor((worth * 1000) / scale + ROUNDING_ALLOWANCE) / 10, 1);
}

function redLineText(scenario: Scenario, line: RedLine): string {
  const terms = englishTerms(scenario, line.when);
  return line.title ? `"${english(line.title)}", ${terms}` : terms;
}

function changeText(scenario: Scenario, change: OpeningChange): string {
  const party = scenario.parties[change.party];
  const name = partyName(scenario, change.party);
  if (change.kind === "walk_away") {
    const { scale } = scenario;
    const by = Math.ceil(((change.from - change.to) * 1000) / scale - ROUNDING_ALLOWANCE) / 10;
    return (
      `${name}: the walk-away comes down from ${worthText(change.from, scale)} to ${downTo(change.to, scale)} or less ` +
      `(by ${fixed(by, 1)}; parties.${party?.id}.walk_away.at)`
    );
  }
  const line = party?.redLines[change.redLine];
  const which = `parties.${party?.id}.red_lines[${change.redLine}]`;
  return `${name}: the red line is given up: ${line ? redLineText(scenario, line) : ""} (${which})`;
}

/** The clauses of a package in one paragraph. */
function packageText(scenario: Scenario, options: readonly number[]): string {
  return clauseRows(scenario, options)
    .map(([issue, option]) => `${issue}: ${option}`)
    .join("; ");
}

function openingLines(scenario: Scenario, { changes, point }: Opening): string[] {
  const texts = changes.map((change) => changeText(scenario, change));
  return [
    ...hangingLines("  - ", `${listText(texts, "and")}.`, WIDTH),
    ...hangingLines("    ", `Then this could be signed: ${packageText(scenario, point.options)}.`, WIDTH),
    ...hangingLines("    ", `Worth: ${worthsText(scenario, point.utilities)}.`, WIDTH),
  ];
}

/** Why nothing can be signed, and the least that would change it: for the author of the scenario. */
function closedLines(scenario: Scenario, closed: ClosedZone): string[] {
  const { single, jointWalkAways, jointRedLines, complete } = closed;
  const joint = [jointWalkAways, jointRedLines].filter((opening) => opening !== null);
  const shown = single.slice(0, MOST_OPENINGS);
  const lines = [
    "Too few would sign any of the packages: each gives the others less than their walk-away or crosses a red line of theirs.",
  ];
  if (shown.length > 0) {
    lines.push(shown.length === 1 ? "One change alone would open it:" : "Each of these changes alone would open it:");
    lines.push(...shown.flatMap((opening) => openingLines(scenario, opening)));
    if (shown.length < single.length) lines.push(`  … and ${single.length - shown.length} more single changes.`);
  } else if (joint.length > 0) {
    lines.push("No single change would open it. The smallest changes that would, together:");
    lines.push(...joint.flatMap((opening) => openingLines(scenario, opening)));
  } else if (complete) {
    lines.push("Neither lower walk-aways nor fewer red lines alone would open it: both stand in the way.");
  }
  if (!complete) lines.push("The space is too large to try every change: there may be smaller ones.");
  return lines;
}

function zoneLines(scenario: Scenario, { zone, outcomes, closed }: Analysis): string[] {
  const { low, high } = zone.size;
  const binding = "enough parties would rather sign than have no deal, and cross no red line of theirs";
  if (zone.exists === false) {
    return [
      "Nothing can be signed: the zone of possible agreement is empty.",
      ...(closed ? closedLines(scenario, closed) : []),
    ];
  }
  if (low !== high) {
    const between = `Between ${numberText(low)} and ${numberText(high)} packages could be signed; the space is too large to count them.`;
    const known = zone.exists === null ? " Whether there is one at all could not be settled." : "";
    return wrapText(between + known, WIDTH);
  }
  const share = (Number(low) * 100) / Number(outcomes);
  const percent = share > 0 && share < 0.1 ? "under 0.1" : fixed(share, 1);
  return wrapText(`${countText(low, "package")} could be signed (${percent} % of all): ${binding}.`, WIDTH);
}

function rangeLines(scenario: Scenario, { ranges, reservations, voters }: Analysis): string[] {
  const { scale } = scenario;
  const rows = scenario.parties.map((_, party) => {
    const range = ranges[party];
    const cell = (point: Point | undefined): string => worthText(point?.utilities[party] ?? 0, scale);
    const walkAway = voters.includes(party) ? worthText(reservations[party] ?? 0, scale) : "no vote";
    return [partyName(scenario, party), cell(range?.worst), walkAway, cell(range?.best)];
  });
  return [...alignColumns([["Worth of packages", "worst", "walk-away", "best"], ...rows], [1, 2, 3]), "(on 0-100)"];
}

function pointLines(scenario: Scenario, point: Point): string[] {
  const rows = clauseRows(scenario, point.options);
  const clauses =
    rows.length > MOST_CLAUSES ? wrapText(packageText(scenario, point.options), WIDTH - 6) : alignColumns(rows);
  const worths = wrapText(`worth: ${worthsText(scenario, point.utilities)}`, WIDTH - 6);
  const same =
    Number(point.packages) > 1 ? [`${numberText(point.packages)} packages are worth the same to those who vote.`] : [];
  return [...clauses, ...worths, ...same].map((line) => `      ${line}`);
}

const SOLUTIONS = [
  ["nash", "Nash (largest product of gains)"],
  ["kalaiSmorodinsky", "Kalai-Smorodinsky (equal shares of what each could gain)"],
  ["egalitarian", "Egalitarian (largest smallest gain)"],
  ["utilitarian", "Utilitarian (largest sum)"],
] as const;

/** Solutions that are the same packages stand together: they mostly are. */
function solutionLines(scenario: Scenario, analysis: Analysis): string[] {
  const groups = new Map<string, { names: string[]; points: readonly Point[] }>();
  for (const [kind, name] of SOLUTIONS) {
    const points = analysis[kind];
    const key = points.map((point) => point.package).join();
    const group = groups.get(key) ?? { names: [], points };
    group.names.push(name);
    groups.set(key, group);
  }
  const lines = [...groups.values()].flatMap(({ names, points }) => {
    if (points.length === 0) return [];
    const tied = points.length > 1 ? [`    ${numberText(points.length)} tied:`] : [];
    const more = points.length > TIED_SHOWN ? [`      … and ${numberText(points.length - TIED_SHOWN)} more`] : [];
    const shown = points
      .slice(0, TIED_SHOWN)
      .flatMap((point, place) => [...(points.length > 1 ? [`    ${place + 1}.`] : []), ...pointLines(scenario, point)]);
    return [
      ...names.map((name, place) => `  ${name}${place + 1 < names.length ? "," : ":"}`),
      ...tied,
      ...shown,
      ...more,
    ];
  });
  if (lines.length === 0) return ["No package suits every party with a vote, so that there are no solution points."];
  const { exact, error } = analysis.solutions;
  const within = exact
    ? []
    : [
        `(approximate: other packages may be better, by no more than ${worthText(error, scenario.scale)} for any party)`,
      ];
  return ["Solution points of bargaining theory:", ...lines, ...within];
}

/** Evenly spread over a list, both ends among them. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, place) => at(list, Math.round((place * (list.length - 1)) / (most - 1))));
}

function frontierLines(scenario: Scenario, { frontier, voters }: Analysis): string[] {
  const [first = 0] = voters;
  const { points, packages, exact, error } = frontier;
  const sorted = [...points].sort((a, b) => at(b.utilities, first) - at(a.utilities, first));
  const shown = spread(sorted, POINTS_SHOWN);
  const rows = shown.map(({ utilities }) => ["", ...utilities.map((worth) => worthText(worth, scenario.scale))]);
  const right = scenario.parties.map((_, party) => party + 1);
  const head = exact
    ? `Pareto frontier: ${countText(packages, "package")}, ${countText(points.length, "distinct point")}`
    : `Pareto frontier: too large to list; ${numberText(points.length)} points stand for it (every package has one that gives nobody more than ${worthText(error, scenario.scale)} less)`;
  const few =
    shown.length < points.length ? `; ${shown.length} of them, best first for ${partyName(scenario, first)}` : "";
  return [
    ...wrapText(`${head}${few}:`, WIDTH),
    ...alignColumns([["", ...scenario.parties.map((_, party) => partyName(scenario, party))], ...rows], right),
  ];
}

function deadLines(scenario: Scenario, { deadOptions, zone }: Analysis): string[] {
  if (deadOptions === null)
    return ["Which options nobody could ever sign could not be settled in a space of this size."];
  if (zone.exists === false) return [];
  if (deadOptions.length === 0) return ["Every option stands in some package that could be signed."];
  const rows = deadOptions.map(({ issue, option }) => [
    `  ${issueTitle(scenario, issue)}`,
    optionTitle(scenario, issue, option),
  ]);
  return ["Dead options, in no package that could be signed:", ...alignColumns(rows)];
}

function conventionLines({ round }: Analysis, ideal: AnalysisOptions["ksIdeal"]): string[] {
  const gain = ideal === "global" ? "its best gain of all packages" : "its best gain that suits all";
  return wrapText(
    `Convention: no deal is worth the walk-away (of round ${round}); worths within 1e-9 of the scale are equal; solution ` +
      "points are sought among the packages that suit every party with a vote; Kalai-Smorodinsky measures each party's gain " +
      `against ${gain}. Everything with all points: --format json.`,
    WIDTH,
  );
}

/** An analysis for people. */
export function analysisText(
  scenario: Scenario,
  analysis: Analysis,
  ideal: AnalysisOptions["ksIdeal"] = "rational",
): string {
  const { outcomes, round } = analysis;
  const dead = deadLines(scenario, analysis);
  return [
    `${english(scenario.title)} (${scenario.id})`,
    `${countText(outcomes, "package")}, walk-aways of round ${round}`,
    "",
    ...zoneLines(scenario, analysis),
    "",
    ...rangeLines(scenario, analysis),
    "",
    ...solutionLines(scenario, analysis),
    "",
    ...frontierLines(scenario, analysis),
    "",
    ...(dead.length > 0 ? [...dead, ""] : []),
    ...conventionLines(analysis, ideal),
    "",
  ].join("\n");
}
