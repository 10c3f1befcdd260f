import type { Evidence } from "../lab/balance/findings.ts";
import type { Scenario } from "../scenario/types.ts";
import { fixed, issueTitle, optionTitle } from "./words.ts";

/** A finding for people: what it is about, what was seen, and what to change in the file. */
export interface FindingWords {
  /** Where in the scenario file, as a path. */
  readonly where: string;
  readonly what: string;
  readonly change: string;
}

/** `12 of 200 runs (6.0 %, 95 % interval 3.5 to 10.2)`. */
export function evidenceText({ count, of, low, high }: Evidence, unit: string): string {
  const percent = (share: number): string => fixed(share * 100, 1);
  return `${count} of ${of} ${unit} (${percent(count / of)} %, 95 % interval ${percent(low)} to ${percent(high)})`;
}

/** As many decimals as it takes, so that a small chance is not none. */
export function percent(share: number): string {
  return String(Number((share * 100).toPrecision(3)));
}

/** What never was, and how rare it may still be. */
export function rarely({ of, high }: Evidence, unit: string): string {
  return `in none of ${of} ${unit} (so in less than ${fixed(high * 100, 1)} % of them, with 95 % confidence)`;
}

/** The path of an option in the file. */
export function optionPath({ issues }: Scenario, issue: number, option: number): string {
  return `issues.${issues[issue]?.id}.options.${issues[issue]?.options[option]?.id}`;
}

/** An option with its issue. */
export function optionName(scenario: Scenario, issue: number, option: number): string {
  return `${issueTitle(scenario, issue)}: ${optionTitle(scenario, issue, option)}`;
}

/** The path of a party in the file. */
export function partyPath({ parties }: Scenario, party: number): string {
  return `parties.${parties[party]?.id}`;
}

/** The path of a position in the file. */
export function positionPath(scenario: Scenario, party: number, position: number): string {
  return `${partyPath(scenario, party)}.positions.${scenario.parties[party]?.positions[position]?.id}`;
}
