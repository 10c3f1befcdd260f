import type { Count } from "../../bargaining/analysis.ts";
import type { Grounds, Scenario, Terms } from "../../scenario/types.ts";
import { english } from "./terminal.ts";

/** A worth as people read it: on 0–100 whatever the file's scale, one decimal. */
export function worthText(worth: number, scale: number): string {
  return fixed(tenths(worth, scale) / 10, 1);
}

/** A worth in tenths of a point of 0–100: what is shown, as a whole number. */
export function tenths(worth: number, scale: number): number {
  return Math.round((worth * 1000) / scale);
}

/** A number with so many decimals; nothing is −0. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

/** A number with its thousands apart. */
export function numberText(value: Count): string {
  return value.toLocaleString("en");
}

/** `1 run`, `2 runs`, with thousands apart. @param one words with a regular plural */
export function countText(count: Count, one: string): string {
  return `${numberText(count)} ${one}${Number(count) === 1 ? "" : "s"}`;
}

/** `12.5 %`. @param whole above 0 */
export function percentText(part: number, whole: number): string {
  return `${fixed((part * 100) / whole, 1)} %`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listText(words: readonly string[], last: "or" | "and"): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** A party's name in English. */
export function partyName(scenario: Scenario, party: number): string {
  const found = scenario.parties[party];
  return found ? english(found.name) : "someone else";
}

/** An issue's title in English. */
export function issueTitle(scenario: Scenario, issue: number): string {
  const found = scenario.issues[issue];
  return found ? english(found.title) : "";
}

/** An option's title in English. */
export function optionTitle(scenario: Scenario, issue: number, option: number): string {
  const found = scenario.issues[issue]?.options[option];
  return found ? english(found.title) : "";
}

/** A label of a position; empty where a party has only one, which says nothing. */
export function positionLabel(scenario: Scenario, party: number, position: number): string {
  const positions = scenario.parties[party]?.positions ?? [];
  const found = positions[position];
  return found && positions.length > 1 ? english(found.label) : "";
}

/** A run of options longer than this is named by its ends. */
const MOST_NAMED = 4;

/** Options of one issue; a long run of neighbours by its ends. */
function optionsText(scenario: Scenario, issue: number, options: readonly number[]): string {
  const titles = options.map((option) => optionTitle(scenario, issue, option));
  const run = options.every((option, place) => option === (options[0] ?? 0) + place);
  return run && titles.length > MOST_NAMED ? `${titles[0]} to ${titles.at(-1)}` : titles.join(" / ");
}

/** The clauses of a package, a row each: issue, option. @param options by issue */
export function clauseRows(scenario: Scenario, options: readonly number[]): [issue: string, option: string][] {
  return options.map((option, issue) => [issueTitle(scenario, issue), optionTitle(scenario, issue, option)]);
}

/** What a package is worth to each party, in one line. @param worths by party */
export function worthsText(scenario: Scenario, worths: readonly number[]): string {
  return worths.map((worth, party) => `${partyName(scenario, party)} ${worthText(worth, scenario.scale)}`).join(", ");
}

/** `Start of the cessation: Within a week / Within two weeks; Aid: …`. */
export function englishTerms(scenario: Scenario, terms: Terms): string {
  return terms
    .map(({ issue, options }) => `${issueTitle(scenario, issue)}: ${optionsText(scenario, issue, options)}`)
    .join("; ");
}

/** `Sources: a#1, b#2` or `Judgement: …`; empty where the file says neither. */
export function groundsText({ cite, why }: Grounds): string {
  if (cite.length > 0) return `Sources: ${cite.join(", ")}`;
  return why ? `Judgement: ${english(why)}` : "";
}
