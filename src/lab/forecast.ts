import type { Action } from "../play/action.ts";
import type { PlayRecord } from "../play/record.ts";
import type { Assumptions } from "./futures/assumptions.ts";
import type { Frame, FutureRows, Futures, Share } from "./futures/futures.ts";

/** How to forecast. */
export interface ForecastOptions {
  /** Party id of the seat that asks: the forecast is made from its view alone. */
  readonly party: string;
  /** Number of runs, ≥ 1. */
  readonly runs: number;
  /** Run i is fixed by this and i. */
  readonly seed: string;
}

/** What an action is likely to lead to, from what the seat may know. */
export interface Forecast extends Futures {
  readonly party: string;
  readonly turn: number;
  readonly action: Action;
  /** How often the action itself is signed before anybody says anything more; null where it puts nothing to the answers. */
  readonly atOnce: Share | null;
  readonly assumptions: Assumptions;
}

/** Plain data, so that it passes between workers. */
export interface ForecastFrame extends Frame {
  readonly action: Action;
  /** Whether the action puts a package to the answers, or is an answer. */
  readonly putsToAnswers: boolean;
  readonly assumptions: Assumptions;
}

/** A forecast in pieces, for progress and cancelling: any chunks, in any order, anywhere. */
export interface ForecastJob {
  readonly frame: ForecastFrame;
  /** Plays runs `from` to `to` − 1. Chunks are quickest when they begin at multiples of `assumptions.runsAWorld`. */
  chunk(from: number, to: number): FutureRows;
}

/**
 * Gets a forecast ready. The moment is that turn of the record, before the party's own statement or answer in it (asides that
 * it has made stay made); in the last turn, if it has said nothing yet, now.
 * @param turn as the play counts them, from 1
 * @throws RangeError for an unknown party, a turn that the record does not have, runs that are no whole number ≥ 1
 * @throws IllegalAction when the rules close the action at that moment
 */
export function beginForecast(
  _record: PlayRecord,
  _turn: number,
  _action: Action,
  _options: ForecastOptions,
): ForecastJob {
  throw new Error("not built yet");
}

/** Puts chunks together, in any order; those that are missing (cancelled) are left out of the count. */
export function mergeForecast(_frame: ForecastFrame, _parts: readonly FutureRows[]): Forecast {
  throw new Error("not built yet");
}

/** The distribution of outcomes of an action, in one go. @throws as {@link beginForecast} */
export function forecast(record: PlayRecord, turn: number, action: Action, options: ForecastOptions): Forecast {
  const job = beginForecast(record, turn, action, options);
  return mergeForecast(job.frame, [job.chunk(0, options.runs)]);
}
