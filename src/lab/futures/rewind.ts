import { at } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { type Action, isStatementKind, type RecordedAction, toEvent } from "../../play/action.ts";
import { type ConductedTable, conductToEnd, type Envelope, nextStep, sendEvent, settle } from "../../play/conduct.ts";
import { type PlayRecord, seatsOfRecord } from "../../play/record.ts";
import { isCurrent } from "../../play/replay.ts";
import { ENGINE } from "../../play/seal.ts";
import { partyIndex, type Seat, seatsOf, withTactics } from "../../play/seats.ts";
import type { PartyEvent } from "../../table/events.ts";
import { type TableModel, tableModel } from "../../table/model.ts";
import { closedBecause } from "../../table/rules/legality.ts";
import { compileTable, startBatch } from "../../table/run/batch.ts";
import type { Runner, TranscriptEntry } from "../../table/run/runner.ts";
import { type FloorState, isEnded, type TableState } from "../../table/state.ts";

/** A party has one statement in a turn of its own, and one answer to what another puts on the floor. */
type SayKind = "statement" | "answer";

/** What a party said in a turn. */
interface Say {
  readonly party: string;
  readonly kind: SayKind;
}

/** Where a play could have gone another way: at the beginning of a turn, or before what a party said in it. */
export interface TurningPoint {
  readonly turn: number;
  /** null: the beginning of the turn. */
  readonly before: Say | null;
}

/** The point at which an action is another course: before the party's own answer or, also where it is an aside, its statement. */
export function pointBefore(turn: number, party: string, { kind }: Action): TurningPoint {
  return { turn, before: { party, kind: kind === "answer" ? "answer" : "statement" } };
}

/** A record played up to a point. Nothing is sent to the table any more, so its state stays. */
export interface Rewound {
  readonly model: TableModel;
  readonly state: TableState;
  readonly entries: readonly TranscriptEntry[];
  /** How many of the record's actions had been done. */
  readonly done: number;
}

function isSay({ party, action }: RecordedAction, say: Say): boolean {
  const kind = action.kind === "answer" ? "answer" : isStatementKind(action.kind) ? "statement" : null;
  return party === say.party && kind === say.kind;
}

/** That a party has not said this in a turn: the beginning of a developer's error. */
export function unsaid({ party, kind }: Say, turn: number): string {
  return `${party} ${kind === "answer" ? "answered nothing" : "made no statement"} in turn ${turn}`;
}

/** How many of the record's actions come before a point. */
function actionsBefore(actions: readonly RecordedAction[], { turn, before }: TurningPoint): number {
  const end = actions.findIndex((recorded) => {
    if (recorded.turn !== turn) return recorded.turn > turn;
    return before === null || isSay(recorded, before);
  });
  return end < 0 ? actions.length : end;
}

/** @param now the turn that the record stands in; 0: it has ended */
function noSuchPoint({ actions }: PlayRecord, { turn, before }: TurningPoint, now: number): string {
  const last = Math.max(now, actions[actions.length - 1]?.turn ?? 1);
  if (!before || !(turn >= 1 && turn <= last))
    return `there is no turn ${turn} to go back to; the record has turns 1 to ${last}`;
  return `${unsaid(before, turn)}, so it could have done nothing else there; choose another turn`;
}

/**
 * Plays a record up to a point, as it was: nothing is decided again.
 * @throws RangeError when the record has no such turn, or was made under other rules
 * @throws Error when an action of the record is closed, which a sealed record rules out
 */
export function rewind(record: PlayRecord, point: TurningPoint): Rewound {
  if (!isCurrent(record)) {
    throw new RangeError(
      `the record was made by "${record.engine}"; its futures need the same rules, these are "${ENGINE}"`,
    );
  }
  const act = at(record.acts, 0);
  const model = withTactics(tableModel(act.scenario), seatsOf(act.scenario, seatsOfRecord(act)));
  const runner = startBatch(compileTable(model), runSeed(act.seed));
  const entries: TranscriptEntry[] = [];
  const table: ConductedTable = { model, runner, seats: machineSeats(model), note: (entry) => entries.push(entry) };
  const done = actionsBefore(record.actions, point);
  settle(table);
  for (const { party, action } of record.actions.slice(0, done)) {
    const event = toEvent(model, runner.state, partyIndex(act.scenario, party), action);
    const closed = closedBecause(model, runner.state, event);
    if (closed) throw new Error(`the record does not play: ${party} cannot ${action.kind}: ${closed}`);
    sendEvent(table, event);
    settle(table);
  }
  const { turn } = runner.state.context;
  const goesOn = !isEnded(runner.state.floor);
  if (turn !== point.turn || !goesOn) throw new RangeError(noSuchPoint(record, point, goesOn ? turn : 0));
  return { model, state: runner.state, entries, done };
}

/** A table of machines somewhere in its middle. */
export interface MachineTable {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly seats: readonly Seat[];
}

/** A machine in every seat. */
export function machineSeats({ parties }: TableModel): Seat[] {
  return new Array<Seat>(parties).fill({ by: "machine" });
}

function stepWhile(table: ConductedTable, floors: readonly FloorState[]): void {
  while (floors.includes(table.runner.state.floor)) {
    const step = nextStep(table);
    if (step.kind === "waiting") return;
    sendEvent(table, step.event);
  }
}

/**
 * Does what is given, in its order, then lets machines play to the end. The table is told given answers together with those of
 * machines, in party order. What has become closed by then is left to machines.
 * @returns whether the floor that the first of it opened or answered was signed
 */
export function playOn(table: MachineTable, given: readonly PartyEvent[]): boolean {
  const envelopes = new Map<number, Envelope>();
  for (const event of given) {
    // A sounding is replied to before anything else is said.
    stepWhile(table, ["sounded"]);
    if (closedBecause(table.model, table.runner.state, event) !== null) continue;
    if (event.type === "ANSWER") envelopes.set(event.party, { event, by: "machine" });
    else sendEvent(table, event);
  }
  stepWhile({ ...table, envelopes }, ["answers", "counted"]);
  const atOnce = table.runner.state.floor === "signed";
  conductToEnd(table);
  return atOnce;
}
