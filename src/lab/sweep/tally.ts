import { combinations, type Sweep } from "./definition.ts";
import type { Metric } from "./metrics.ts";

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

const RUN = 0;
const COMBINATION = 2;

/**
 * Takes the rows of a whole sweep in order and gathers the figures of one combination at a time, so that memory hangs on the
 * repetitions and not on the combinations.
 */
export class Tally {
  readonly #sweep: Sweep;
  readonly #metrics: readonly Metric[];
  readonly #width: number;
  readonly #whole: (figures: Figures) => void;
  #rows = 0;
  #gathered: Float64Array[] = [];

  /** @param width how many cells a row has @param whole told of every combination when its last row has come */
  constructor(sweep: Sweep, metrics: readonly Metric[], width: number, whole: (figures: Figures) => void) {
    this.#sweep = sweep;
    this.#metrics = metrics;
    this.#width = width;
    this.#whole = whole;
  }

  /** @throws WrongRow when this is not the row of the next run */
  add(cells: readonly string[]): void {
    const { repetitions } = this.#sweep;
    const combination = Math.floor(this.#rows / repetitions);
    const run = this.#rows % repetitions;
    const right = cells.length === this.#width && cells[RUN] === String(run);
    if (!right || cells[COMBINATION] !== String(combination + 1)) throw new WrongRow(this.#rows);
    if (run === 0) this.#gathered = this.#metrics.map(() => new Float64Array(repetitions));
    for (const [at, metric] of this.#metrics.entries()) (this.#gathered[at] as Float64Array)[run] = metric.of(cells);
    this.#rows++;
    if (run === repetitions - 1) this.#whole({ combination, byMetric: this.#gathered });
  }

  /** @throws WrongRow when rows are missing */
  end(): void {
    if (this.#rows !== combinations(this.#sweep) * this.#sweep.repetitions) throw new WrongRow(this.#rows);
  }
}
