import { at } from "../../exact/at.ts";
import type { PackageIds } from "../../play/action.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import { resultWorth } from "../../table/rules/worth.ts";
import type { TableState } from "../../table/state.ts";
import { outcomeCode } from "../runs/rows.ts";

/** How often something happened in the runs, with its 90 % interval (Wilson 1927); all but the count are shares, 0–1. */
export interface Share {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A mean with its 90 % interval: all that it could be where there are too few runs to tell. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How one party's result is distributed over the runs. All in the scenario's scale: screens show worth · 100 / scale. */
export interface Spread extends MeanInterval {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  /** Runs by equal steps from `from` to `to`; the last step includes its upper end. They sum to the runs. */
  readonly histogram: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
}

/** A text that was signed, and in how many of all runs. */
export interface LikelyText {
  readonly package: PackageIds;
  readonly share: Share;
}

/** What many futures of one table came to, as one party sees them. */
export interface Futures {
  /** Runs that were finished: fewer than asked for when they were cancelled. */
  readonly runs: number;
  readonly outcomes: { readonly signed: Share; readonly broken: Share; readonly expired: Share };
  /** The party's result; no deal counts as the walk-away of the last round. */
  readonly result: Spread;
  /** The most frequent, at most three; then by package. */
  readonly texts: readonly LikelyText[];
  /** Mean round in which the table ended. */
  readonly rounds: number;
}

/** What merging needs to know of the table: plain data, so that it passes between workers. */
export interface FuturesHeader {
  /** Party id whose result is told. */
  readonly party: string;
  /** The turn of the play from which the futures begin. */
  readonly turn: number;
  /** Runs asked for. */
  readonly runs: number;
  readonly scale: number;
  readonly issues: readonly { readonly id: string; readonly options: readonly string[] }[];
}

/** The header of futures. @throws RangeError for runs that are no whole number ≥ 1 */
export function headerOf(
  { issues, parties, scale }: Scenario,
  party: number,
  turn: number,
  runs: number,
): FuturesHeader {
  if (!Number.isSafeInteger(runs) || runs < 1) throw new RangeError(`runs must be a whole number from 1, not ${runs}`);
  return {
    party: at(parties, party).id,
    turn,
    runs,
    scale,
    issues: issues.map(({ id, options }) => ({ id, options: options.map((option) => option.id) })),
  };
}

/** Runs `from` to `from + outcome.length − 1`, one entry a run: plain typed arrays, so that they pass between workers. */
export interface FutureRows {
  readonly from: number;
  /** As {@link outcomeCode} has it. */
  readonly outcome: Uint8Array;
  /** The signed package; −1: none. */
  readonly signed: Int32Array;
  /** The party's result, in the scenario's scale. */
  readonly result: Float64Array;
  readonly rounds: Uint16Array;
  /** 1 where the action itself was signed, before another word was said. */
  readonly atOnce: Uint8Array;
}

/** Rows for runs `from` to `to` − 1, to be filled by {@link writeFuture}. @throws RangeError for a chunk that is none */
export function emptyFutureRows(from: number, to: number): FutureRows {
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
export function writeFuture(
  rows: FutureRows,
  run: number,
  model: TableModel,
  { floor, context }: TableState,
  party: number,
  atOnce: boolean,
): void {
  const place = run - rows.from;
  rows.outcome[place] = outcomeCode(floor);
  rows.signed[place] = context.signed;
  rows.result[place] = resultWorth(model, context, party);
  rows.rounds[place] = context.round;
  rows.atOnce[place] = atOnce ? 1 : 0;
}

/** Chunks one after another by their first run; gaps stay gaps. @throws RangeError when two hold the same run */
function chunksInOrder(parts: readonly FutureRows[]): FutureRows[] {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, outcome } of sorted) {
    if (from < end) throw new RangeError(`run ${from} comes in two chunks`);
    end = from + outcome.length;
  }
  return sorted;
}

/** All runs of all chunks, with the number of each run. */
export interface GatheredRows extends Omit<FutureRows, "from"> {
  readonly run: Int32Array;
}

/** Puts chunks into one table. @throws RangeError when two hold the same run */
export function gatherChunks(parts: readonly FutureRows[]): GatheredRows {
  const sorted = chunksInOrder(parts);
  const runs = sorted.reduce((sum, { outcome }) => sum + outcome.length, 0);
  const { from: _, ...columns } = emptyFutureRows(0, runs);
  const all = { ...columns, run: new Int32Array(runs) };
  let place = 0;
  for (const part of sorted) {
    all.outcome.set(part.outcome, place);
    all.signed.set(part.signed, place);
    all.result.set(part.result, place);
    all.rounds.set(part.rounds, place);
    all.atOnce.set(part.atOnce, place);
    for (let i = 0; i < part.outcome.length; i++) all.run[place + i] = part.from + i;
    place += part.outcome.length;
  }
  return all;
}
