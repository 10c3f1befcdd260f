import { runSeed } from "../../exact/chance.ts";
import { toEvent } from "../../play/action.ts";
import { ENGINE } from "../../play/engine.ts";
import type { RecordedAction } from "../../play/play.ts";
import { type PlayRecord, type RecordedAct, seatsFrom } from "../../play/record.ts";
import { isCurrent } from "../../play/replay.ts";
import { partyIndex, seatsOf, withTactics } from "../../play/seats.ts";
import { awaited } from "../../table/awaits.ts";
import { compile, runBatch } from "../../table/batch.ts";
import type { TableState } from "../../table/context.ts";
import { type Entry, witness } from "../../table/entry.ts";
import { closedBecause } from "../../table/legality.ts";
import { type TableModel, tableModel } from "../../table/model.ts";

/** A moment of a turn: its beginning, or before what a party says or answers in it. */
export interface Moment {
  readonly turn: number;
  /** null: the beginning of the turn. */
  readonly before: { readonly party: string; readonly say: Say } | null;
}

/** A party has one statement in a turn of its own, and one answer to what another puts on the floor. */
export type Say = "statement" | "answer";

/** A record played up to a moment. Nothing is sent to the table any more, so its state stays. */
export interface Rewound {
  readonly model: TableModel;
  readonly state: TableState;
  readonly entries: readonly Entry[];
  /** How many of the record's actions had been done. */
  readonly done: number;
}

const STATEMENTS: readonly string[] = ["offer", "take_up", "text", "ask_text", "pass", "walk_out"];

function says({ action }: RecordedAction): Say | null {
  if (action.kind === "answer") return "answer";
  return STATEMENTS.includes(action.kind) ? "statement" : null;
}

/** How many of the record's actions come before a moment. */
function actionsBefore(actions: readonly RecordedAction[], { turn, before }: Moment): number {
  const first = actions.findIndex((recorded) => recorded.turn >= turn);
  const start = first < 0 ? actions.length : first;
  if (!before) return start;
  for (let at = start; at < actions.length; at++) {
    const recorded = actions[at] as RecordedAction;
    if (recorded.turn !== turn) return at;
    if (recorded.party === before.party && says(recorded) === before.say) return at;
  }
  return actions.length;
}

/** @param now the turn that the record stands in; 0: it has ended */
function noSuchMoment({ actions }: PlayRecord, { turn, before }: Moment, now: number): string {
  const last = Math.max(now, actions[actions.length - 1]?.turn ?? 1);
  if (!before || !(turn >= 1 && turn <= last))
    return `there is no turn ${turn} to go back to; the record has turns 1 to ${last}`;
  const nothing = before.say === "answer" ? "answered nothing" : "made no statement";
  return `${before.party} ${nothing} in turn ${turn}, so it could have done nothing else there; choose another turn`;
}

/**
 * Plays a record up to a moment, as it was: nothing is decided again.
 * @throws RangeError when the record has no such turn, or was made under other rules
 * @throws Error when an action of the record is closed, which a sealed record rules out
 */
export function rewind(record: PlayRecord, moment: Moment): Rewound {
  if (!isCurrent(record)) {
    throw new RangeError(
      `the record was made by "${record.engine}"; its futures need the same rules, these are "${ENGINE}"`,
    );
  }
  const act = record.acts[0] as RecordedAct;
  const model = withTactics(tableModel(act.scenario), seatsOf(act.scenario, seatsFrom(act)));
  const runner = runBatch(compile(model), runSeed(act.seed));
  const entries: Entry[] = [];
  const settle = (): void => {
    for (let waits = awaited(model, runner.state); waits.kind === "clerk"; waits = awaited(model, runner.state)) {
      entries.push(witness(model, runner, waits.event));
    }
  };
  const done = actionsBefore(record.actions, moment);
  settle();
  for (const { party, action } of record.actions.slice(0, done)) {
    const event = toEvent(model, runner.state, partyIndex(act.scenario, party), action);
    const closed = closedBecause(model, runner.state, event);
    if (closed) throw new Error(`the record does not play: ${party} cannot ${action.kind}: ${closed}`);
    entries.push(witness(model, runner, event));
    settle();
  }
  const { turn } = runner.state.context;
  const goesOn = awaited(model, runner.state).kind !== "over";
  if (turn !== moment.turn || !goesOn) throw new RangeError(noSuchMoment(record, moment, goesOn ? turn : 0));
  return { model, state: runner.state, entries, done };
}
