import { at } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { type Action, toEvent } from "../../play/action.ts";
import { IllegalAction } from "../../play/conduct.ts";
import type { PlayRecord } from "../../play/record.ts";
import { partyIndex } from "../../play/seats.ts";
import type { Scenario } from "../../scenario/types.ts";
import { packagePut } from "../../table/rules/holds.ts";
import { closedBecause } from "../../table/rules/legality.ts";
import type { CompiledTable } from "../../table/run/batch.ts";
import { factsOf } from "../../table/view/facts.ts";
import { keepView } from "../../table/view/keep.ts";
import { type View, viewFor } from "../../table/view/view.ts";
import { seedOfRun } from "../runs/simulate.ts";
import { groupedShare } from "../statistics/intervals.ts";
import {
  emptyFutureRows,
  type FutureRows,
  type Futures,
  type FuturesHeader,
  gatherChunks,
  headerOf,
  type Share,
  writeFuture,
} from "./futures.ts";
import { type Assumptions, USUAL_ASSUMPTIONS } from "./generic-party.ts";
import { machineSeats, playOn, pointBefore, rewind } from "./rewind.ts";
import { boundsOf, futuresOf, groupsOf } from "./summary.ts";
import { beginRun, drawWorld, knowledgeOf, publicScenario, stateIn } from "./world.ts";

/** How large a forecast is to be. */
export interface ForecastSize {
  /** Number of runs, ≥ 1. */
  readonly runs: number;
  /** Run i is fixed by this and i. */
  readonly seed: string;
  /** Left out: the {@link USUAL_ASSUMPTIONS}. */
  readonly assumptions?: Assumptions;
}

/** How to forecast. */
export interface ForecastOptions extends ForecastSize {
  /** Party id of the seat that asks: the forecast is made from its view alone. */
  readonly party: string;
}

/** What an action is likely to lead to, from what the seat may know. */
export interface Forecast extends Futures {
  readonly party: string;
  readonly turn: number;
  readonly action: Action;
  /** How often the action itself is signed before another word is said; null where it puts nothing to the answers. */
  readonly atOnce: Share | null;
  readonly assumptions: Assumptions;
}

/** Plain data, so that it passes between workers. */
export interface ForecastHeader extends FuturesHeader {
  readonly action: Action;
  /** Whether the action puts a package to the answers, or is an answer. */
  readonly putsToAnswers: boolean;
  readonly assumptions: Assumptions;
}

/** A forecast in pieces, for progress and cancelling: any chunks, in any order, anywhere. */
export interface ForecastJob {
  readonly header: ForecastHeader;
  /** Plays runs `from` to `to` − 1. Chunks are quickest when they begin at multiples of `assumptions.runsAWorld`. */
  chunk(from: number, to: number): FutureRows;
}

/** The action without the number of a scheduled move: they are numbered over all parties, and others' are not known here. */
function withoutScheduledMark(action: Action): Action {
  if (!("deed" in action)) return action;
  const { deed: _, ...said } = action;
  return said;
}

/**
 * A forecast from what a seat sees: nothing else goes in. The others become generic seats whose values are drawn around the seat's
 * estimates ({@link Assumptions}); they stand where the log of the table shows them. The seat plays on by its own tactic.
 * @param open the public part of the scenario ({@link publicScenario})
 * @param view of the seat at the moment of the action, with its log
 * @throws RangeError for runs that are no whole number ≥ 1, or the view of an onlooker
 * @throws IllegalAction when the rules close the action at that moment; UnknownName for ids that the scenario lacks
 */
function forecastFrom(open: Scenario, view: View, action: Action, options: ForecastSize): ForecastJob {
  const { runs } = options;
  const assumptions = options.assumptions ?? USUAL_ASSUMPTIONS;
  const known = knowledgeOf(open, view, assumptions);
  const state = stateIn(known);
  const event = toEvent(known.model, state, view.seat, withoutScheduledMark(action));
  const closed = closedBecause(known.model, state, event);
  if (closed) throw new IllegalAction(event, closed);
  const seats = machineSeats(known.model);
  const header: ForecastHeader = {
    ...headerOf(open, view.seat, view.turn, runs),
    action,
    putsToAnswers: event.type === "ANSWER" || packagePut(state.context.standing, event) >= 0,
    assumptions,
  };
  return {
    header,
    chunk(from, to) {
      const rows = emptyFutureRows(from, Math.min(to, runs));
      let world = -1;
      let compiled: CompiledTable | null = null;
      for (let run = from; run < Math.min(to, runs); run++) {
        if (!compiled || Math.floor(run / assumptions.runsAWorld) !== world) {
          world = Math.floor(run / assumptions.runsAWorld);
          compiled = drawWorld(known, runSeed(`${options.seed}/world/${world}`));
        }
        const { model } = compiled;
        const runner = beginRun(known, compiled, runSeed(seedOfRun(options.seed, run)));
        const atOnce = playOn({ model, runner, seats }, [event]);
        writeFuture(rows, run, model, runner.state, view.seat, atOnce);
      }
      return rows;
    },
  };
}

/**
 * Gets a forecast ready. The moment is that turn of the record, before the party's own statement or answer in it (asides that
 * it has made stay made); in the last turn, if it has said nothing yet, now.
 * @param turn as the play counts them, from 1
 * @throws RangeError for an unknown party, a turn that the record does not have, runs that are no whole number ≥ 1
 * @throws IllegalAction when the rules close the action at that moment; UnknownName for ids that the scenario lacks
 */
export function beginForecast(record: PlayRecord, turn: number, action: Action, options: ForecastOptions): ForecastJob {
  const { party } = options;
  const { scenario } = at(record.acts, 0);
  const seat = partyIndex(scenario, party);
  const { model, state, entries } = rewind(record, pointBefore(turn, party, action));
  const view = keepView(viewFor(model, state, seat, entries));
  return forecastFrom(publicScenario(factsOf(scenario)), view, action, options);
}

/** Puts chunks together, in any order; those that are missing (cancelled) are left out of the count. */
export function mergeForecast(header: ForecastHeader, parts: readonly FutureRows[]): Forecast {
  const { party, turn, action, assumptions, putsToAnswers, scale } = header;
  const rows = gatherChunks(parts);
  const futures = futuresOf(header, rows, assumptions.runsAWorld, boundsOf(0, scale, rows.result));
  const atOnce = putsToAnswers ? groupedShare(rows.atOnce, groupsOf(rows, assumptions.runsAWorld)) : null;
  return { ...futures, party, turn, action, atOnce, assumptions };
}

/** The distribution of outcomes of an action, in one go. @throws as {@link beginForecast} */
export function forecast(record: PlayRecord, turn: number, action: Action, options: ForecastOptions): Forecast {
  const job = beginForecast(record, turn, action, options);
  return mergeForecast(job.header, [job.chunk(0, options.runs)]);
}
