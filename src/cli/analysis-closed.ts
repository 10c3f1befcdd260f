import type { Change, ClosedZone, Opening } from "../bargaining/analysis.ts";
import type { RedLine, Scenario } from "../scenario/types.ts";
import { wrap } from "./columns.ts";
import { english } from "./plain.ts";
import { fixed, issueTitle, listed, optionTitle, partyName, termsText, worthText } from "./words.ts";

const WIDTH = 100;
const MOST_OPENINGS = 8;

/** Rounded down: a walk-away that comes down to what is printed does open the zone. */
function downTo(worth: number, scale: number): string {
  return fixed(Math.floor((worth * 1000) / scale + 1e-9) / 10, 1);
}

function redLineText(scenario: Scenario, line: RedLine): string {
  const terms = termsText(scenario, line.when);
  return line.title ? `"${english(line.title)}", ${terms}` : terms;
}

function changeText(scenario: Scenario, change: Change): string {
  const party = scenario.parties[change.party];
  const name = partyName(scenario, change.party);
  if (change.kind === "walk_away") {
    const { scale } = scenario;
    const by = Math.ceil(((change.from - change.to) * 1000) / scale - 1e-9) / 10;
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
export function packageText(scenario: Scenario, options: readonly number[]): string {
  return scenario.issues
    .map((_, issue) => `${issueTitle(scenario, issue)}: ${optionTitle(scenario, issue, options[issue] ?? 0)}`)
    .join("; ");
}

/** What a package is worth to each party, in one line. */
export function worthsText(scenario: Scenario, utilities: readonly number[]): string {
  return utilities
    .map((worth, party) => `${partyName(scenario, party)} ${worthText(worth, scenario.scale)}`)
    .join(", ");
}

function paragraph(text: string, first: string): string[] {
  const rest = " ".repeat(first.length);
  return wrap(text, WIDTH - first.length).map((line, at) => (at === 0 ? first : rest) + line);
}

function openingLines(scenario: Scenario, { changes, point }: Opening): string[] {
  const texts = changes.map((change) => changeText(scenario, change));
  return [
    ...paragraph(`${listed(texts, "and")}.`, "  - "),
    ...paragraph(`Then this could be signed: ${packageText(scenario, point.options)}.`, "    "),
    ...paragraph(`Worth: ${worthsText(scenario, point.utilities)}.`, "    "),
  ];
}

/** Why nothing can be signed, and the least that would change it: for whoever writes the scenario. */
export function closedLines(scenario: Scenario, closed: ClosedZone): string[] {
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
