import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../../src/scenario/types.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "./scenarios.ts";

/**
 * Published negotiation domains, as far as the analysis needs them. They are no part of the project; PARLEY_DOMAINS names the folder
 * in which they lie, beside the values that others computed from them.
 */
export const DOMAINS = process.env.PARLEY_DOMAINS ?? "";

/** Said by a test that skips. */
export const WITHOUT_DOMAINS = "set PARLEY_DOMAINS to the folder of published domains to run this";

export function domainsJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(DOMAINS, name), "utf8")) as T;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Elements and attributes; enough for Genius files, which hold nothing else. */
function elementsOf(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const tags = /<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
  for (const [, end, name = "", rest = "", closed] of xml.replace(/<!--[\s\S]*?-->/g, "").matchAll(tags)) {
    if (end) {
      open.pop();
      continue;
    }
    const pairs = [...rest.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
    const attributes = Object.fromEntries(pairs.map(([, key = "", a, b]) => [key, a ?? b ?? ""]));
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (!closed) open.push(element);
  }
  return root;
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));
}

const number = (element: Element | undefined, key: string, otherwise = 0): number => {
  const value = Number(element?.attributes[key]);
  return Number.isFinite(value) ? value : otherwise;
};

const byIndex = (xml: Element): Element[] => all(xml, "issue").sort((a, b) => number(a, "index") - number(b, "index"));

function optionIds(issue: Element): string[] {
  if (issue.attributes.type === "integer") {
    const [low, high] = [number(issue, "lowerbound"), number(issue, "upperbound")];
    return Array.from({ length: high - low + 1 }, (_, at) => `${low + at}`);
  }
  return [...new Set(issue.children.filter(({ name }) => name === "item").map((item) => item.attributes.value ?? ""))];
}

/** What the options are worth, 0–1, as Genius evaluates them: divided by the largest of the issue, or linear and clamped. */
function evaluations(issue: Element, ids: readonly string[]): number[] {
  const [evaluator] = all(issue, "evaluator");
  if (evaluator && issue.attributes.type === "integer") {
    const [slope, offset] = [number(evaluator, "slope"), number(evaluator, "offset")];
    return ids.map((_, at) => Math.min(1, Math.max(0, slope * at + offset)));
  }
  const items = new Map(
    issue.children
      .filter(({ name }) => name === "item")
      .map((item) => [item.attributes.value, number(item, "evaluation")]),
  );
  const values = ids.map((id) => items.get(id) ?? 0);
  const largest = Math.max(...values);
  return values.map((value) => (largest < 0.00001 ? 0 : value / largest));
}

/** A Genius domain with additive profiles as a checked scenario of scale 1; null: a profile is not additive. */
export function geniusScenario(folder: string, domainFile: string, profiles: readonly string[]): Scenario | null {
  const read = (file: string): Element => elementsOf(readFileSync(join(DOMAINS, folder, file), "utf8"));
  const domain = byIndex(read(domainFile));
  const sides = profiles.map(read);
  if (sides.some((side) => all(side, "ufun").length > 0)) return null;
  const issues = domain.map((issue, at) => issueOf(`i${at}`, optionIds(issue)));
  const parties = sides.map((side, party) => {
    const weights = new Map(all(side, "weight").map((weight) => [number(weight, "index"), number(weight, "value")]));
    const own = new Map(byIndex(side).map((issue) => [number(issue, "index"), issue]));
    const values = domain.map((issue, at) => {
      const index = number(issue, "index");
      const ids = (issues[at] as (typeof issues)[number]).options.map(({ id }) => id);
      const options = evaluations(own.get(index) as Element, ids);
      return { weight: weights.get(index) ?? 0, options, grounds: NO_GROUNDS };
    });
    const most = values.reduce((sum, { weight, options }) => sum + weight * Math.max(...options), 0);
    const [reservation] = all(side, "reservation");
    return partyOf(`p${party}`, [], {
      values,
      cap: most > 1 + 1e-12 ? 1 : null,
      walkAway: { at: number(reservation, "value"), driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    });
  });
  return scenarioOf(issues, parties, { scale: 1 });
}

/** A scorable game: scores by option, a threshold each, everyone but one must accept, and both holders of a veto. */
export function scorableScenario(game: string, agents: readonly { file: string; role: string }[]): Scenario {
  const folder = join(DOMAINS, "scorable-games", game, "scores_files");
  const known = readdirSync(folder);
  const rows = agents.map(({ file }) => {
    const name = known.find((one) => one === `${file}.txt`) as string;
    const lines = readFileSync(join(folder, name), "utf8").trim().split("\n");
    return lines.map((line) => line.split(",").map(Number));
  });
  const sizes = (rows[0] ?? []).slice(0, -1).map(({ length }) => length);
  const issues = sizes.map((size, at) =>
    issueOf(
      `i${at}`,
      Array.from({ length: size }, (_, option) => `o${option}`),
    ),
  );
  const parties = rows.map((lines, party) =>
    partyOf(`p${party}`, [], {
      values: lines.slice(0, -1).map((options) => ({ weight: 100, options, grounds: NO_GROUNDS })),
      walkAway: { at: lines.at(-1)?.[0] ?? 0, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    }),
  );
  const bare = scenarioOf(issues, parties);
  const needs = agents.flatMap(({ role }, at) => (role === "p1" || role === "p2" ? [at] : []));
  const binding = { ...bare.protocol.binding, needs, atLeast: agents.length - 1 };
  return { ...bare, protocol: { ...bare.protocol, binding } };
}
