import type { Cell, Column, Row } from "../columns.ts";
import { type Confidence, type Estimate, pairedShareDifference, shareInterval } from "../statistics.ts";
import { meanInterval, pairedDifference } from "../student.ts";
import type { Sweep } from "./definition.ts";
import type { Metric, MetricGroup } from "./metrics.ts";
import { combinationCells, combinationColumns } from "./table.ts";
import type { Figures } from "./tally.ts";

const CONFIDENCES: readonly Confidence[] = [0.9, 0.95];

/** Mean of one metric in one combination, with its interval. */
export function estimateOf(group: MetricGroup, values: Float64Array, confidence: Confidence): Estimate {
  if (group !== "share") return meanInterval(values, confidence);
  return shareInterval(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    confidence,
  );
}

/** Difference to the baseline, run by run, with its interval. */
function differenceOf(
  group: MetricGroup,
  values: Float64Array,
  baseline: Float64Array,
  confidence: Confidence,
): Estimate {
  if (group !== "share") return pairedDifference(values, baseline, confidence);
  let onlyBaseline = 0;
  let onlyValues = 0;
  for (const [run, value] of values.entries()) {
    if (value < (baseline[run] as number)) onlyBaseline++;
    if (value > (baseline[run] as number)) onlyValues++;
  }
  return pairedShareDifference(values.length, onlyBaseline, onlyValues, confidence);
}

const percent = (confidence: Confidence): string => `${Math.round(confidence * 100)}`;

function boundColumns(before: string, what: string): Column[] {
  return CONFIDENCES.flatMap((confidence): Column[] => {
    const about = (side: string): string => `${side} bound of the ${percent(confidence)} % interval of ${what}.`;
    return [
      { name: `${before}low_${percent(confidence)}`, type: "number", about: about("Lower") },
      { name: `${before}high_${percent(confidence)}`, type: "number", about: about("Upper") },
    ];
  });
}

/** The columns of the summary: a row for each combination and metric. */
export function summaryColumns(sweep: Pick<Sweep, "parameters">, metrics: readonly Metric[]): Column[] {
  const mean = "the mean (Student's t; for shares Wilson's score interval). Empty where one run says nothing";
  const difference =
    "the paired difference (Student's t over the differences run by run; for shares Agresti and Min 2005)";
  return [
    ...combinationColumns(sweep),
    {
      name: "metric",
      type: "text",
      about: "What the figures of this row are about.",
      values: Object.fromEntries(metrics.map(({ name, about }) => [name, about])),
    },
    { name: "n", type: "whole", about: "How many runs the mean is over.", unit: "runs" },
    { name: "mean", type: "number", about: "Mean over the runs; of what is counted, the share of the runs, 0 to 1." },
    { name: "standard_error", type: "number", about: "Standard error of the mean. Empty for one run." },
    ...boundColumns("", mean),
    {
      name: "difference",
      type: "number",
      about:
        "Mean difference to combination 1, run by run: run k of both had the same seed. Exactly 0 where nothing changed.",
    },
    {
      name: "difference_standard_error",
      type: "number",
      about: "Standard error of that difference. Empty for one run.",
    },
    ...boundColumns("difference_", difference),
  ];
}

function cell(value: number): Cell {
  return Number.isFinite(value) ? value : null;
}

function estimateCells(of: (confidence: Confidence) => Estimate): Cell[] {
  const estimates = CONFIDENCES.map(of);
  const { mean, standardError } = estimates[0] as Estimate;
  return [mean, standardError, ...estimates.flatMap(({ low, high }) => [low, high])].map(cell);
}

/** The rows of one combination. @param baseline the figures of combination 1 */
export function summaryRows(sweep: Sweep, metrics: readonly Metric[], figures: Figures, baseline: Figures): Row[] {
  const first = combinationCells(sweep, figures.combination);
  return metrics.map(({ name, group }, at): Row => {
    const values = figures.byMetric[at] as Float64Array;
    const base = baseline.byMetric[at] as Float64Array;
    return [
      ...first,
      name,
      values.length,
      ...estimateCells((confidence) => estimateOf(group, values, confidence)),
      ...estimateCells((confidence) => differenceOf(group, values, base, confidence)),
    ];
  });
}
