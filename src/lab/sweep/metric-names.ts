import type { Findings } from "../../scenario/findings.ts";
import { instead, quote } from "../../scenario/suggest.ts";

/** Metrics that stand by themselves. */
const PLAIN_METRICS = ["signed", "broken", "expired", "rounds", "worth"] as const;
/** What a sweep is summarised by if its file does not say. */
export const USUAL_METRICS: readonly string[] = ["signed", "rounds", "worth"];

const FORMS = [...PLAIN_METRICS, "worth.PARTY", "clause.ISSUE.OPTION"];

type Entries = Readonly<Record<string, unknown>>;

function entries(value: unknown): Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

/** Ids of the options of an issue; null: its options are numbers. */
function optionsOf(issue: unknown): string[] | null {
  const { options } = entries(issue);
  return options === undefined ? null : Object.keys(entries(options));
}

function problemOf(metric: string, scenario: unknown): string | null {
  const [kind = "", first, second, ...more] = metric.split(".");
  const { parties, issues } = entries(scenario);
  if (first === undefined) {
    if ((PLAIN_METRICS as readonly string[]).includes(kind)) return null;
  } else if (kind === "worth" && second === undefined) {
    const ids = Object.keys(entries(parties));
    return ids.includes(first) ? null : `There is no party ${quote(first)}. ${instead(first, ids, "Parties")}`;
  } else if (kind === "clause" && second !== undefined && more.length === 0) {
    const ids = Object.keys(entries(issues));
    if (!ids.includes(first)) return `There is no issue ${quote(first)}. ${instead(first, ids, "Issues")}`;
    const options = optionsOf(entries(issues)[first]);
    if (options === null ? /^-?\d+$/.test(second) : options.includes(second)) return null;
    return options === null
      ? `The options of ${quote(first)} are numbers.`
      : `${quote(first)} has no option ${quote(second)}. ${instead(second, options, "Options")}`;
  }
  return `There is no metric ${quote(metric)}. ${instead(metric, FORMS, "Metrics")}`;
}

/** Tells of metrics that are not in the vocabulary, or name what the scenario has not, or are there twice. */
export function checkMetrics(metrics: readonly string[], scenario: unknown, findings: Findings): void {
  for (const [at, metric] of metrics.entries()) {
    const problem = problemOf(metric, scenario);
    if (problem !== null) findings.error("unknown-metric", ["metrics", at], problem);
    else if (metrics.indexOf(metric) < at) {
      findings.error("unknown-metric", ["metrics", at], `${quote(metric)} is there twice. Keep one of them.`);
    }
  }
}
