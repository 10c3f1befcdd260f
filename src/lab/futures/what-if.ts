import { at, numberAt } from "../../exact/at.ts";
import type { PlayRecord } from "../../play/record.ts";
import { partyIndex } from "../../play/seats.ts";
import { outcomeCode } from "../runs/rows.ts";
import { seedOfRun } from "../runs/simulate.ts";
import { pairedShareDifference } from "../statistics/statistics.ts";
import { type Arm, armsOf, playArm, type WhatIfChange } from "./arms.ts";
import {
  emptyFutureRows,
  type FutureRows,
  type Futures,
  type FuturesHeader,
  type GatheredRows,
  gatherChunks,
  headerOf,
  type MeanInterval,
  type Spread,
  writeFuture,
} from "./futures.ts";
import { boundsOf, futuresOf, spreadOf } from "./summary.ts";

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
  readonly change: WhatIfChange;
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
export interface WhatIfHeader extends FuturesHeader {
  readonly change: WhatIfChange;
}

/** Both futures of runs `from` on: plain data, so that they pass between workers. */
export interface PairRows {
  readonly asItWas: FutureRows;
  readonly changed: FutureRows;
}

/** A what-if in pieces, for progress and cancelling: any chunks, in any order, anywhere. */
export interface WhatIfJob {
  readonly header: WhatIfHeader;
  /** Plays pairs `from` to `to` − 1. */
  chunk(from: number, to: number): PairRows;
}

function partyTold(change: WhatIfChange, { party }: WhatIfOptions): string {
  const id = party ?? (change.kind === "none" ? undefined : change.party);
  if (id === undefined) throw new RangeError("say in `party` whose result is to be told: the change names no party");
  return id;
}

/**
 * Gets a what-if ready. What was done before the moment is played as it was; then what the party said there, as it was or as it
 * is changed (answers of others to the same package were sealed at the same time and stay); from there on machines decide for
 * everyone. Both futures of a pair have the same keyed chance, so that only the change sets them apart.
 * @param turn as the play counts them, from 1
 * @throws RangeError for an unknown party, a turn in which the party had no such say, runs that are no whole number ≥ 1
 * @throws IllegalAction when the rules close the changed action at that moment; UnknownName for ids that the scenario lacks
 */
export function beginWhatIf(record: PlayRecord, turn: number, change: WhatIfChange, options: WhatIfOptions): WhatIfJob {
  const { runs, seed, exponents = "kept" } = options;
  const { scenario } = at(record.acts, 0);
  const party = partyIndex(scenario, partyTold(change, options));
  const header: WhatIfHeader = { ...headerOf(scenario, party, turn, runs), change };
  const arms = armsOf(record, turn, change, exponents);
  const play = (arm: Arm, rows: FutureRows, run: number): void => {
    const { model, runner, atOnce } = playArm(arm, seedOfRun(seed, run));
    writeFuture(rows, run, model, runner.state, party, atOnce);
  };
  return {
    header,
    chunk(from, to) {
      const end = Math.min(to, runs);
      const rows: PairRows = { asItWas: emptyFutureRows(from, end), changed: emptyFutureRows(from, end) };
      for (let run = from; run < end; run++) {
        play(arms.asItWas, rows.asItWas, run);
        play(arms.changed, rows.changed, run);
      }
      return rows;
    },
  };
}

function sameFuture(was: GatheredRows, would: GatheredRows, index: number): boolean {
  return (
    was.outcome[index] === would.outcome[index] &&
    was.signed[index] === would.signed[index] &&
    was.result[index] === would.result[index] &&
    was.rounds[index] === would.rounds[index]
  );
}

/** Puts chunks together, in any order; those that are missing (cancelled) are left out of the count. @throws RangeError when there is none */
export function mergeWhatIf(header: WhatIfHeader, parts: readonly PairRows[]): WhatIf {
  const was = gatherChunks(parts.map((part) => part.asItWas));
  const would = gatherChunks(parts.map((part) => part.changed));
  const bounds = boundsOf(0, header.scale, was.result, would.result);
  const differences = was.result.map((result, index) => numberAt(would.result, index) - result);
  const most = Math.max(...boundsOf(0, 0, differences).map(Math.abs)) || header.scale;
  const span = bounds[1] - bounds[0];
  const count = (test: (index: number) => boolean): number => was.run.filter((_, index) => test(index)).length;
  const signed = outcomeCode("signed");
  const signs = (rows: GatheredRows, index: number): boolean => rows.outcome[index] === signed;
  const onlyAsItWas = count((index) => signs(was, index) && !signs(would, index));
  const onlyChanged = count((index) => !signs(was, index) && signs(would, index));
  const signing = pairedShareDifference(was.run.length, onlyAsItWas, onlyChanged, 0.9);
  return {
    party: header.party,
    turn: header.turn,
    change: header.change,
    runs: was.run.length,
    asItWas: futuresOf(header, was, 1, bounds),
    changed: futuresOf(header, would, 1, bounds),
    difference: spreadOf(differences, (index) => index, [-most, most], { low: -span, high: span }),
    signing: { mean: signing.mean, low: signing.low, high: signing.high },
    pairs: {
      bothSigned: count((index) => signs(was, index) && signs(would, index)),
      onlyAsItWas,
      onlyChanged,
      neither: count((index) => !signs(was, index) && !signs(would, index)),
      same: count((index) => sameFuture(was, would, index)),
    },
  };
}

/** Futures with and without a change, in one go. @throws as {@link beginWhatIf} */
export function whatIf(record: PlayRecord, turn: number, change: WhatIfChange, options: WhatIfOptions): WhatIf {
  const job = beginWhatIf(record, turn, change, options);
  return mergeWhatIf(job.header, [job.chunk(0, options.runs)]);
}
