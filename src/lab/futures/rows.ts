import type { TableState } from "../../table/context.ts";
import type { TableModel } from "../../table/model.ts";
import { resultWorth } from "../../table/worth.ts";
import { OUTCOMES, type OutcomeWord } from "../rows.ts";
import type { FutureRows } from "./futures.ts";

/** Rows for runs `from` to `to` − 1, to be filled by {@link note}. @throws RangeError for a chunk that is none */
export function emptyRows(from: number, to: number): FutureRows {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from) {
    throw new RangeError(`a chunk goes from a run to a later one, not from ${from} to ${to}`);
  }
  const runs = to - from;
  return {
    from,
    outcome: new Uint8Array(runs),
    signed: new Int32Array(runs),
    result: new Float64Array(runs),
    rounds: new Uint16Array(runs),
    atOnce: new Uint8Array(runs),
  };
}

/** Writes down how a run ended for one party. */
export function note(
  rows: FutureRows,
  run: number,
  model: TableModel,
  { floor, context }: TableState,
  party: number,
  atOnce: boolean,
): void {
  const at = run - rows.from;
  rows.outcome[at] = OUTCOMES.indexOf(floor as OutcomeWord);
  rows.signed[at] = context.signed;
  rows.result[at] = resultWorth(model, context, party);
  rows.rounds[at] = context.round;
  rows.atOnce[at] = atOnce ? 1 : 0;
}

/** Chunks one after another by their first run; gaps stay gaps. @throws RangeError when two hold the same run */
export function inOrder(parts: readonly FutureRows[]): FutureRows[] {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  for (let i = 1; i < sorted.length; i++) {
    const [before, part] = [sorted[i - 1] as FutureRows, sorted[i] as FutureRows];
    if (part.from < before.from + before.outcome.length) throw new RangeError(`run ${part.from} comes in two chunks`);
  }
  return sorted;
}

/** All runs of all chunks, with the number of each run. */
export interface Gathered extends Omit<FutureRows, "from"> {
  readonly run: Int32Array;
}

/** Puts chunks into one table. @throws RangeError when two hold the same run */
export function gather(parts: readonly FutureRows[]): Gathered {
  const sorted = inOrder(parts);
  const runs = sorted.reduce((sum, { outcome }) => sum + outcome.length, 0);
  const { from: _, ...columns } = emptyRows(0, runs);
  const all = { ...columns, run: new Int32Array(runs) };
  let at = 0;
  for (const part of sorted) {
    all.outcome.set(part.outcome, at);
    all.signed.set(part.signed, at);
    all.result.set(part.result, at);
    all.rounds.set(part.rounds, at);
    all.atOnce.set(part.atOnce, at);
    for (let i = 0; i < part.outcome.length; i++) all.run[at + i] = part.from + i;
    at += part.outcome.length;
  }
  return all;
}
