import type { Action } from "../play/action.ts";
import type { PlayRecord } from "../play/record.ts";
import type { Tactic } from "../scenario/types.ts";
import type { Frame, FutureRows, Futures, MeanInterval, Spread } from "./futures/futures.ts";

/**
 * What is done otherwise. `action`: instead of the party's own statement or answer of that turn, or in that turn of its own
 * beside it when it is an aside. `tactic`: the party bargains by it from the beginning of that turn on. `none`: nothing.
 */
export type Change =
  | { readonly kind: "action"; readonly party: string; readonly action: Action }
  | { readonly kind: "tactic"; readonly party: string; readonly tactic: Tactic }
  | { readonly kind: "none" };

export interface WhatIfOptions {
  /** Number of pairs of futures, ≥ 1. */
  readonly runs: number;
  /** Both futures of pair i have the chance that this and i fix. */
  readonly seed: string;
  /** Party id whose result is told; left out: the party of the change. Must be given where the change is `none`. */
  readonly party?: string;
  /**
   * How yielding the machines are: `kept` (usual) as it had been drawn for the play, except for seats that people held, which
   * had none; `drawn` anew in each run.
   */
  readonly exponents?: "kept" | "drawn";
}

/** The futures from a turn as it was, and as it would have been, pair by pair under the same chance. */
export interface WhatIf {
  readonly party: string;
  readonly turn: number;
  readonly change: Change;
  /** Pairs that were finished. */
  readonly runs: number;
  readonly asItWas: Futures;
  readonly changed: Futures;
  /** Result with the change less result as it was, in the scenario's scale; low, high: 90 % (Student's t of the pairs). */
  readonly difference: Spread;
  /** Share of the futures that end in a signature with the change, less the share as it was; 90 % (Agresti & Min 2005). */
  readonly signing: MeanInterval;
  /** Pairs by how both ended. */
  readonly pairs: {
    readonly bothSigned: number;
    readonly onlyAsItWas: number;
    readonly onlyChanged: number;
    readonly neither: number;
    /** Pairs with the same outcome, the same text, the same result and the same round. */
    readonly same: number;
  };
}

/** Plain data, so that it passes between workers. */
export interface WhatIfFrame extends Frame {
  readonly change: Change;
}

/** Both futures of runs `from` on: plain data, so that they pass between workers. */
export interface PairRows {
  readonly asItWas: FutureRows;
  readonly changed: FutureRows;
}

/** A what-if in pieces, for progress and cancelling: any chunks, in any order, anywhere. */
export interface WhatIfJob {
  readonly frame: WhatIfFrame;
  /** Plays pairs `from` to `to` − 1. */
  chunk(from: number, to: number): PairRows;
}

/**
 * Gets a what-if ready. What was done before the turn is played as it was; the later turns of everyone are decided by machine.
 * @param turn as the play counts them, from 1
 * @throws RangeError for an unknown party, a turn in which the party had no such say, runs that are no whole number ≥ 1
 * @throws IllegalAction when the rules close the changed action at that moment
 */
export function beginWhatIf(_record: PlayRecord, _turn: number, _change: Change, _options: WhatIfOptions): WhatIfJob {
  throw new Error("not built yet");
}

/** Puts chunks together, in any order; those that are missing (cancelled) are left out of the count. */
export function mergeWhatIf(_frame: WhatIfFrame, _parts: readonly PairRows[]): WhatIf {
  throw new Error("not built yet");
}

/** Futures with and without a change, in one go. @throws as {@link beginWhatIf} */
export function whatIf(record: PlayRecord, turn: number, change: Change, options: WhatIfOptions): WhatIf {
  const job = beginWhatIf(record, turn, change, options);
  return mergeWhatIf(job.frame, [job.chunk(0, options.runs)]);
}
