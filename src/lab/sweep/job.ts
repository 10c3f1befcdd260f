import { runRows } from "../runs/rows.ts";
import { type Prepared, playRuns, prepare, seedOfRun } from "../runs/simulate.ts";
import { CSV } from "../runs/table-format.ts";
import { combinationsIn, type SweepChunk } from "./chunks.ts";
import { readCombination } from "./combination-checks.ts";
import type { Sweep } from "./definition.ts";
import { combinationCells, sweepColumns } from "./rows.ts";

/** A part of a sweep's table. */
export interface SweepPart {
  /** Of the chunk. */
  readonly number: number;
  /** Its rows as lines of CSV, without a head. */
  readonly csv: string;
}

function prepared(sweep: Sweep, number: number): Prepared {
  const { scenario, faults } = readCombination(sweep, number);
  if (!scenario) throw new RangeError(`combination ${number + 1} cannot be used: ${faults[0]?.message}`);
  return prepare({ scenario });
}

/**
 * Begins the work on a sweep: what it returns plays one chunk after another. A chunk's rows are the same whichever worker plays them
 * and whatever it played before.
 * @throws RangeError (from the chunk) for a combination that cannot be played: check them first
 */
export function openSweep(sweep: Sweep): (chunk: SweepChunk) => SweepPart {
  let last: { readonly number: number; readonly ready: Prepared } | null = null;
  return (chunk) => {
    const { repetitions, seed } = sweep;
    const rows = combinationsIn(sweep, chunk).map((number) => {
      if (last?.number !== number) last = { number, ready: prepared(sweep, number) };
      const { ready } = last;
      const first = number * repetitions;
      const from = Math.max(chunk.from, first) - first;
      const to = Math.min(chunk.to, first + repetitions) - first;
      const seedOf = (run: number): string => seedOfRun(seed, run);
      const { model } = ready.compiled;
      const columns = sweepColumns(sweep, model.scenario);
      const block = playRuns(ready, seedOf, from, to);
      return CSV.rows(columns, runRows(model, block, seedOf, combinationCells(sweep, number)));
    });
    return { number: chunk.number, csv: rows.join("") };
  };
}
