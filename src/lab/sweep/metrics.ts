import { plainMapOf } from "../../exact/json.ts";
import { OUTCOMES } from "../../scenario/codes.ts";
import type { Diagnostics } from "../../scenario/diagnostics.ts";
import { didYouMean, quote } from "../../scenario/suggest.ts";
import { type Scenario, textIn } from "../../scenario/types.ts";
import { OUTCOME_TEXTS } from "../runs/rows.ts";
import { type Column, columnIndex } from "../runs/table-format.ts";

/** What metrics of one kind share, so that they can stand in one chart. */
export type MetricGroup = "share" | "rounds" | "worth";

/** One figure of a run that a sweep is summarised by. */
export interface Metric {
  /** `signed`, `worth.us`. */
  readonly name: string;
  readonly group: MetricGroup;
  /** What it is called under a chart. */
  readonly title: string;
  readonly about: string;
  /** Of a run, from the cells of its row; 1 or 0 for what is counted as a share. */
  readonly of: (cells: readonly string[]) => number;
}

function counted(name: string, title: string, about: string, at: number, word: string): Metric {
  return { name, group: "share", title, about, of: (cells) => (cells[at] === word ? 1 : 0) };
}

function measured(name: string, group: MetricGroup, title: string, about: string, at: number): Metric {
  return { name, group, title, about, of: (cells) => Number(cells[at]) };
}

/** `Start of the cessation: Within a week`, by ids. */
function optionTitle({ issues }: Scenario, issue: string, option: string): string {
  const found = issues.find(({ id }) => id === issue);
  const title = found?.options.find(({ id }) => id === option)?.title;
  return `${found ? textIn(found.title, "en") : issue}: ${title ? textIn(title, "en") : option}`;
}

/**
 * The metrics of a sweep; `worth` alone stands for one of every party.
 * @param names from the closed vocabulary: they were checked when the sweep was read
 * @param columns of the table with a row for each run
 */
export function metricsOf(names: readonly string[], scenario: Scenario, columns: readonly Column[]): Metric[] {
  const at = (name: string): number => columnIndex(columns, name);
  const worth = ({ id, name }: Scenario["parties"][number]): Metric => {
    const about = `Worth of the result to ${textIn(name, "en")}, on the scenario's scale of ${scenario.scale}.`;
    return measured(`worth.${id}`, "worth", textIn(name, "en"), about, at(`utility_${id}`));
  };
  return names.flatMap((name): Metric[] => {
    const [kind, first = "", second = ""] = name.split(".");
    if (kind === "rounds") return [measured(name, "rounds", "Rounds", "Round in which the table ended.", at("rounds"))];
    if (kind === "worth" && first === "") return scenario.parties.map(worth);
    if (kind === "worth") return scenario.parties.filter(({ id }) => id === first).map(worth);
    if (kind === "clause") {
      const title = optionTitle(scenario, first, second);
      return [counted(name, title, `Share of all runs that signed: ${title}.`, at(`package_${first}`), second)];
    }
    return OUTCOMES.filter((outcome) => outcome === kind).map((outcome) =>
      counted(outcome, outcome, OUTCOME_TEXTS[outcome].share, at("outcome"), outcome),
    );
  });
}

/** Metrics that stand by themselves. */
const PLAIN_METRICS: readonly string[] = [...OUTCOMES, "rounds", "worth"];
/** What a sweep is summarised by if its file does not say. */
export const USUAL_METRICS: readonly string[] = ["signed", "rounds", "worth"];

const FORMS = [...PLAIN_METRICS, "worth.PARTY", "clause.ISSUE.OPTION"];

/** Ids of the options of an issue; null: its options are numbers. */
function optionsOf(issue: unknown): string[] | null {
  const { options } = plainMapOf(issue);
  return options === undefined ? null : Object.keys(plainMapOf(options));
}

function metricProblem(metric: string, scenario: unknown): string | null {
  const [kind = "", first, second, ...more] = metric.split(".");
  const { parties, issues } = plainMapOf(scenario);
  if (first === undefined) {
    if (PLAIN_METRICS.includes(kind)) return null;
  } else if (kind === "worth" && second === undefined) {
    const ids = Object.keys(plainMapOf(parties));
    return ids.includes(first) ? null : `There is no party ${quote(first)}. ${didYouMean(first, ids, "Parties")}`;
  } else if (kind === "clause" && second !== undefined && more.length === 0) {
    const ids = Object.keys(plainMapOf(issues));
    if (!ids.includes(first)) return `There is no issue ${quote(first)}. ${didYouMean(first, ids, "Issues")}`;
    const options = optionsOf(plainMapOf(issues)[first]);
    if (options === null ? /^-?\d+$/.test(second) : options.includes(second)) return null;
    return options === null
      ? `The options of ${quote(first)} are numbers.`
      : `${quote(first)} has no option ${quote(second)}. ${didYouMean(second, options, "Options")}`;
  }
  return `There is no metric ${quote(metric)}. ${didYouMean(metric, FORMS, "Metrics")}`;
}

/** Tells of metrics that are not in the vocabulary, or name what the scenario has not, or are there twice. */
export function checkMetrics(metrics: readonly string[], scenario: unknown, diagnostics: Diagnostics): void {
  for (const [at, metric] of metrics.entries()) {
    const problem = metricProblem(metric, scenario);
    if (problem !== null) diagnostics.error("unknown-metric", ["metrics", at], problem);
    else if (metrics.indexOf(metric) < at) {
      diagnostics.error("unknown-metric", ["metrics", at], `${quote(metric)} is there twice. Keep one of them.`);
    }
  }
}
