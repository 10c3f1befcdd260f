import { at } from "../../exact/at.ts";
import type { Json } from "../../exact/json.ts";
import { quote } from "../../scenario/suggest.ts";
import type { Scenario } from "../../scenario/types.ts";
import { runColumns } from "../runs/rows.ts";
import { type Cell, type Column, columnIndex } from "../runs/table-format.ts";
import { combinations, combinationValues, type Parameter, type Sweep, valueText } from "./definition.ts";
import type { Metric } from "./metrics.ts";
import { isSeat } from "./paths.ts";

function typeOf(values: readonly Json[]): Column["type"] {
  if (values.every((value) => Number.isSafeInteger(value))) return "whole";
  if (values.every((value) => typeof value === "number")) return "number";
  return values.every((value) => typeof value === "boolean") ? "truth" : "text";
}

function parameterColumn({ path, values }: Parameter): Column {
  const about = isSeat(path)
    ? `What the sweep varied: the tactic of ${quote(path.slice(path.indexOf(".") + 1))}, with its exponent where one was given.`
    : `What the sweep varied: ${quote(path)} of the scenario file. Maps and lists are written as JSON.`;
  return { name: path, type: typeOf(values), about };
}

/** The columns that say which combination a row belongs to: `combination`, and one for each parameter. */
export function combinationColumns({ parameters }: Pick<Sweep, "parameters">): Column[] {
  const about =
    "Number of the combination of values, from 1. Combination 1 is the baseline: the first value of each parameter.";
  return [{ name: "combination", type: "whole", about }, ...parameters.map(parameterColumn)];
}

/** The cells for {@link combinationColumns}. @param number from 0 */
export function combinationCells(sweep: Sweep, number: number): Cell[] {
  const values = combinationValues(sweep, number).map((value, parameter): Cell => {
    const isText = typeOf(at(sweep.parameters, parameter).values) === "text";
    return !isText && (typeof value === "number" || typeof value === "boolean") ? value : valueText(value);
  });
  return [number + 1, ...values];
}

/** The columns of the table with a row for each run. @param scenario of the baseline */
export function sweepColumns(sweep: Sweep, scenario: Scenario): Column[] {
  return runColumns(scenario, combinationColumns(sweep));
}

/** The figures of one combination: by metric, then by run. */
export interface Figures {
  /** From 0. */
  readonly combination: number;
  readonly byMetric: readonly Float64Array[];
}

/** A row that is not the one that should come next: its file was changed, or cut. */
export class WrongRow extends Error {
  /** Number of the row that should come, from 0, among all rows of the sweep. */
  readonly row: number;
  constructor(row: number) {
    super(`row ${row + 1} of the sweep is not where it should be`);
    this.name = "WrongRow";
    this.row = row;
  }
}

/**
 * Takes the rows of a whole sweep in order and gathers the figures of one combination at a time, so that memory hangs on the
 * repetitions and not on the combinations.
 */
export class SweepTally {
  readonly #sweep: Sweep;
  readonly #metrics: readonly Metric[];
  readonly #width: number;
  readonly #runCell: number;
  readonly #combinationCell: number;
  readonly #whole: (figures: Figures) => void;
  #rows = 0;
  #gathered: Float64Array[] = [];

  /**
   * @param columns of the rows ({@link sweepColumns})
   * @param whole called with every combination when its last row has come
   */
  constructor(sweep: Sweep, metrics: readonly Metric[], columns: readonly Column[], whole: (figures: Figures) => void) {
    this.#sweep = sweep;
    this.#metrics = metrics;
    this.#width = columns.length;
    this.#runCell = columnIndex(columns, "run");
    this.#combinationCell = columnIndex(columns, "combination");
    this.#whole = whole;
  }

  /** @throws WrongRow when this is not the row of the next run */
  add(cells: readonly string[]): void {
    const { repetitions } = this.#sweep;
    const combination = Math.floor(this.#rows / repetitions);
    const run = this.#rows % repetitions;
    const right = cells.length === this.#width && cells[this.#runCell] === String(run);
    if (!right || cells[this.#combinationCell] !== String(combination + 1)) throw new WrongRow(this.#rows);
    if (run === 0) this.#gathered = this.#metrics.map(() => new Float64Array(repetitions));
    for (const [place, metric] of this.#metrics.entries()) at(this.#gathered, place)[run] = metric.of(cells);
    this.#rows++;
    if (run === repetitions - 1) this.#whole({ combination, byMetric: this.#gathered });
  }

  /** @throws WrongRow when rows are missing */
  end(): void {
    if (this.#rows !== combinations(this.#sweep) * this.#sweep.repetitions) throw new WrongRow(this.#rows);
  }
}
