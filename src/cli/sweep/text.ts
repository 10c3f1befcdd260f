import type { Cell, Row } from "../../lab/runs/table-format.ts";
import { chunkAt, chunksOf, runsIn, type Shard } from "../../lab/sweep/chunks.ts";
import { combinations, combinationText, type Sweep } from "../../lab/sweep/definition.ts";
import type { Metric } from "../../lab/sweep/metrics.ts";
import { ENGINE } from "../../play/seal.ts";
import { alignColumns, english, oneLine, quoted } from "../text/terminal.ts";
import { countText, fixed } from "../text/words.ts";
import type { ComposedSweep } from "./compose.ts";

/** Combinations that are shown of each metric; all are in the summary. */
const MOST_SHOWN = 12;

/** Cells of a row of the summary behind the name of the metric. */
const AFTER_METRIC = { n: 1, mean: 2, low95: 6, high95: 7, difference: 8, differenceLow95: 12, differenceHigh95: 13 };

function decimalsOf({ group }: Metric): number {
  return group === "share" ? 3 : 2;
}

function figure(cell: Cell | undefined, metric: Metric): string {
  return typeof cell === "number" ? fixed(cell, decimalsOf(metric)) : "-";
}

function metricLines(sweep: Sweep, metric: Metric, rows: readonly Row[]): string[] {
  const name = sweep.parameters.length + 1;
  const lines = rows.slice(0, MOST_SHOWN).map((row, at) => {
    const cell = (place: number): string => figure(row[name + place], metric);
    const { mean, low95, high95, difference, differenceLow95, differenceHigh95 } = AFTER_METRIC;
    const compared = at === 0 ? ["", ""] : [cell(difference), `${cell(differenceLow95)} to ${cell(differenceHigh95)}`];
    const number = String(at + 1).padStart(String(Math.min(rows.length, MOST_SHOWN)).length);
    return [
      `  ${number}  ${oneLine(combinationText(sweep, at))}`,
      cell(mean),
      `${cell(low95)} to ${cell(high95)}`,
      ...compared,
    ];
  });
  const head = [metric.name, "mean", "95 % interval", "difference to 1", "95 % interval"];
  const more = rows.length > MOST_SHOWN ? [`  … and ${rows.length - MOST_SHOWN} more in summary.csv`] : [];
  return ["", ...alignColumns([head, ...lines], [1, 2, 3, 4]), ...more];
}

function seedsText({ seed, repetitions }: Sweep): string {
  const last = repetitions - 1;
  return last === 0 ? `seed ${oneLine(seed)}/0` : `seeds ${oneLine(seed)}/0 to ${oneLine(seed)}/${last}`;
}

/** What a whole sweep came to, for people. */
export function sweepText(sweep: Sweep, folder: string, { scenario, metrics, summary, charts }: ComposedSweep): string {
  const { repetitions } = sweep;
  const tables = "runs.csv and summary.csv, each with its codebook";
  return [
    `${sweep.title === null ? english(scenario.title) : oneLine(sweep.title)} (${scenario.id})`,
    `${countText(combinations(sweep), "combination")}, ${countText(repetitions, "run")} of each, ${seedsText(sweep)}, ${ENGINE}`,
    ...metrics.flatMap((metric, at) =>
      metricLines(
        sweep,
        metric,
        summary.filter((_, row) => row % metrics.length === at),
      ),
    ),
    "",
    "(differences are paired: run k of every combination has the same seed)",
    "",
    `In ${quoted(folder)}: ${tables}; ${countText(charts, "chart")}; sweep.json says what was run.`,
    "",
  ].join("\n");
}

/** What is said of a shard that is done. */
export function shardText(sweep: Sweep, folder: string, { index, of }: Shard): string {
  const chunks = chunksOf(sweep, { index, of }).map((number) => chunkAt(sweep, number));
  const runs = chunks.reduce((sum, { from, to }) => sum + to - from, 0);
  return [
    `Shard ${index}/${of} is done: ${runs} of ${countText(runsIn(sweep), "run")}, as ${countText(chunks.length, "part")} in ${quoted(folder)}.`,
    "When all shards are: parley merge DIR… --out DIR",
    "",
  ].join("\n");
}
