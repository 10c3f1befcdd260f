import { runSeed } from "../../exact/chance.ts";
import { toEvent } from "../../play/action.ts";
import { conductToEnd, nextStep, sendEvent } from "../../play/conduct.ts";
import type { RecordedAction } from "../../play/play.ts";
import { type PlayRecord, type RecordedAct, seatsOfRecord } from "../../play/record.ts";
import { isCurrent } from "../../play/replay.ts";
import { ENGINE } from "../../play/seal.ts";
import { partyIndex, type Seat, seatsOf, withTactics } from "../../play/seats.ts";
import type { PartyEvent } from "../../table/events.ts";
import { type TableModel, tableModel } from "../../table/model.ts";
import { awaited, closedBecause } from "../../table/rules/legality.ts";
import { compileTable, startBatch } from "../../table/run/batch.ts";
import { type Runner, type TranscriptEntry, witness } from "../../table/run/runner.ts";
import type { TableState } from "../../table/state.ts";

/** A moment of a turn: its beginning, or before what a party says or answers in it. */
export interface TurningPoint {
  readonly turn: number;
  /** null: the beginning of the turn. */
  readonly before: { readonly party: string; readonly say: Say } | null;
}

/** A party has one statement in a turn of its own, and one answer to what another puts on the floor. */
type Say = "statement" | "answer";

/** A record played up to a moment. Nothing is sent to the table any more, so its state stays. */
export interface Rewound {
  readonly model: TableModel;
  readonly state: TableState;
  readonly entries: readonly TranscriptEntry[];
  /** How many of the record's actions had been done. */
  readonly done: number;
}

const STATEMENTS: readonly string[] = ["offer", "take_up", "text", "ask_text", "pass", "walk_out"];

function says({ action }: RecordedAction): Say | null {
  if (action.kind === "answer") return "answer";
  return STATEMENTS.includes(action.kind) ? "statement" : null;
}

/** How many of the record's actions come before a moment. */
function actionsBefore(actions: readonly RecordedAction[], { turn, before }: TurningPoint): number {
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
function noSuchPoint({ actions }: PlayRecord, { turn, before }: TurningPoint, now: number): string {
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
export function rewind(record: PlayRecord, moment: TurningPoint): Rewound {
  if (!isCurrent(record)) {
    throw new RangeError(
      `the record was made by "${record.engine}"; its futures need the same rules, these are "${ENGINE}"`,
    );
  }
  const act = record.acts[0] as RecordedAct;
  const model = withTactics(tableModel(act.scenario), seatsOf(act.scenario, seatsOfRecord(act)));
  const runner = startBatch(compileTable(model), runSeed(act.seed));
  const entries: TranscriptEntry[] = [];
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
  if (turn !== moment.turn || !goesOn) throw new RangeError(noSuchPoint(record, moment, goesOn ? turn : 0));
  return { model, state: runner.state, entries, done };
}

/** A table of machines somewhere in its middle. */
export interface MachineTable {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly seats: readonly Seat[];
}

/** Machines for everyone. */
export function machineSeats({ parties }: TableModel): Seat[] {
  return new Array<Seat>(parties).fill({ by: "machine" });
}

function stepWhile(table: MachineTable, floors: readonly string[]): void {
  while (floors.includes(table.runner.state.floor)) {
    const step = nextStep(table);
    if (step.kind === "waiting") return;
    sendEvent(table, step.event);
  }
}

/**
 * Does what is given, in its order, then lets machines play to the end. What has become closed by then is left to them.
 * @returns whether the floor that the first of it opened or answered was signed
 */
export function playOn(table: MachineTable, given: readonly PartyEvent[]): boolean {
  for (const event of given) {
    // A sounding is replied to before anything else is said.
    stepWhile(table, ["sounded"]);
    if (closedBecause(table.model, table.runner.state, event) === null) sendEvent(table, event);
  }
  stepWhile(table, ["answers", "counted"]);
  const atOnce = table.runner.state.floor === "signed";
  conductToEnd(table);
  return atOnce;
}
