import { addAt, at, numberAt } from "../../exact/at.ts";
import type { Json } from "../../exact/json.ts";
import type { Cell, Column, Row } from "../runs/table-format.ts";
import { meanInterval, pairedDifference } from "../statistics/intervals.ts";
import {
  type Confidence,
  type IntervalEstimate,
  pairedShareDifference,
  shareInterval,
} from "../statistics/statistics.ts";
import { combination, combinations, type Sweep } from "./definition.ts";
import type { Metric, MetricGroup } from "./metrics.ts";
import { combinationCells, combinationColumns, type Figures } from "./rows.ts";

const CONFIDENCES: readonly Confidence[] = [0.9, 0.95];

/** Mean of one metric in one combination, with its interval. */
function metricEstimate(group: MetricGroup, values: Float64Array, confidence: Confidence): IntervalEstimate {
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
): IntervalEstimate {
  if (group !== "share") return pairedDifference(values, baseline, confidence);
  let onlyBaseline = 0;
  let onlyValues = 0;
  for (const [run, value] of values.entries()) {
    const before = numberAt(baseline, run);
    if (value < before) onlyBaseline++;
    if (value > before) onlyValues++;
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

function cellOf(value: number): Cell {
  return Number.isFinite(value) ? value : null;
}

function estimateCells(of: (confidence: Confidence) => IntervalEstimate): Cell[] {
  const estimates = CONFIDENCES.map(of);
  const { mean, standardError } = at(estimates, 0);
  return [mean, standardError, ...estimates.flatMap(({ low, high }) => [low, high])].map(cellOf);
}

/** The rows of one combination. @param baseline the figures of combination 1 */
export function summaryRows(sweep: Sweep, metrics: readonly Metric[], figures: Figures, baseline: Figures): Row[] {
  const first = combinationCells(sweep, figures.combination);
  return metrics.map(({ name, group }, metric): Row => {
    const values = at(figures.byMetric, metric);
    const base = at(baseline.byMetric, metric);
    return [
      ...first,
      name,
      values.length,
      ...estimateCells((confidence) => metricEstimate(group, values, confidence)),
      ...estimateCells((confidence) => differenceOf(group, values, base, confidence)),
    ];
  });
}

/** How a metric goes with the values of one parameter. */
export interface Effect {
  readonly path: string;
  readonly values: readonly Json[];
  /** How many combinations each mean is over: 1 unless other parameters were varied with every value of this one. */
  readonly combinations: number;
  /** By metric, then by value; 95 %. */
  readonly estimates: readonly (readonly IntervalEstimate[])[];
}

/** Numbers that are kept for charts at most: 160 MB. */
const MOST_KEPT = 20_000_000;

/** Whether effects are worked out: with very many repetitions they would not fit into memory. */
export function hasEffects({ parameters, repetitions }: Sweep, metrics: readonly Metric[]): boolean {
  const values = parameters.reduce((sum, parameter) => sum + parameter.values.length, 0);
  return values * metrics.length * repetitions <= MOST_KEPT;
}

/**
 * Gathers main effects. In a full factorial the figure of repetition k under a value is its mean over all values of the others,
 * so that the repetitions, which share their chance, are what is independent; one at a time, the others are at their baseline.
 */
export class SweepEffects {
  readonly #sweep: Sweep;
  readonly #metrics: readonly Metric[];
  /** By parameter, value and metric: a sum for each repetition. */
  readonly #sums: readonly (readonly (readonly Float64Array[])[])[];

  constructor(sweep: Sweep, metrics: readonly Metric[]) {
    this.#sweep = sweep;
    this.#metrics = metrics;
    this.#sums = sweep.parameters.map(({ values }) =>
      values.map(() => metrics.map(() => new Float64Array(sweep.repetitions))),
    );
  }

  #sumsOf(parameter: number, value: number, metric: number): Float64Array {
    return at(at(at(this.#sums, parameter), value), metric);
  }

  add({ combination: number, byMetric }: Figures): void {
    const chosen = combination(this.#sweep, number);
    const full = this.#sweep.design === "full_factorial";
    for (const [parameter, value] of chosen.entries()) {
      if (!full && chosen.some((other, index) => index !== parameter && other !== 0)) continue;
      for (const [metric, values] of byMetric.entries()) {
        const sums = this.#sumsOf(parameter, value, metric);
        for (const [run, figure] of values.entries()) addAt(sums, run, figure);
      }
    }
  }

  /** The effect of each parameter, in their order. */
  effects(): Effect[] {
    const all = combinations(this.#sweep);
    return this.#sweep.parameters.map(({ path, values }, parameter) => {
      const over = this.#sweep.design === "full_factorial" ? all / values.length : 1;
      const estimates = this.#metrics.map(({ group }, metric) =>
        values.map((_, value) => {
          const means = this.#sumsOf(parameter, value, metric).map((sum) => sum / over);
          // A mean of shares is no share of runs: Wilson's interval is for one combination.
          return over === 1 ? metricEstimate(group, means, 0.95) : meanInterval(means, 0.95);
        }),
      );
      return { path, values, combinations: over, estimates };
    });
  }
}
