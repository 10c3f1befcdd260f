import type { Json } from "../../exact/json.ts";
import type { Estimate } from "../statistics.ts";
import { meanInterval } from "../student.ts";
import { combination, combinations, type Sweep } from "./definition.ts";
import type { Metric } from "./metrics.ts";
import { estimateOf } from "./summary.ts";
import type { Figures } from "./tally.ts";

/** How a metric goes with the values of one parameter. */
export interface Effect {
  readonly path: string;
  readonly values: readonly Json[];
  /** How many combinations each mean is over: 1 unless other parameters were varied with every value of this one. */
  readonly combinations: number;
  /** By metric, then by value; 95 %. */
  readonly estimates: readonly (readonly Estimate[])[];
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
export class Effects {
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
    return this.#sums[parameter]?.[value]?.[metric] as Float64Array;
  }

  add({ combination: number, byMetric }: Figures): void {
    const chosen = combination(this.#sweep, number);
    const full = this.#sweep.design === "full_factorial";
    for (const [parameter, value] of chosen.entries()) {
      if (!full && chosen.some((other, at) => at !== parameter && other !== 0)) continue;
      for (const [metric, values] of byMetric.entries()) {
        const sums = this.#sumsOf(parameter, value, metric);
        for (const [run, figure] of values.entries()) sums[run] = (sums[run] as number) + figure;
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
          return over === 1 ? estimateOf(group, means, 0.95) : meanInterval(means, 0.95);
        }),
      );
      return { path, values, combinations: over, estimates };
    });
  }
}
