import type { PartyEvent, TableEvent } from "../table/events.ts";
import type { TableModel } from "../table/model.ts";
import type { Closed } from "../table/rules/closed.ts";
import { type Awaited, awaited, closedBecause } from "../table/rules/legality.ts";
import type { Runner } from "../table/run/runner.ts";
import { type TranscriptEntry, witness } from "../table/run/runner.ts";
import { keepView } from "../table/view/keep.ts";
import { viewFor } from "../table/view/view.ts";
import { decide } from "../tactics/decide.ts";
import type { Seat, SeatKind } from "./seats.ts";

/** A table that is being conducted. `note` is told of every event that was sent; without it nothing is written down. */
export interface ConductedTable {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly seats: readonly Seat[];
  readonly note?: (entry: TranscriptEntry) => void;
}

/** What the conductor waits for: humans, or nothing any more. */
export type Waiting =
  | { readonly kind: "statement"; readonly parties: readonly number[] }
  | { readonly kind: "answers"; readonly parties: readonly number[] }
  | { readonly kind: "over" };

/** What comes next: an event of the clerk, of a machine or script, or a human's decision. */
export type NextStep =
  | { readonly kind: "clerk"; readonly event: TableEvent }
  | { readonly kind: "party"; readonly event: PartyEvent; readonly by: SeatKind }
  | { readonly kind: "waiting"; readonly waiting: Waiting };

/** A script or a caller wants what the rules close. */
export class IllegalAction extends Error {
  readonly closed: Closed;
  constructor(event: PartyEvent, closed: Closed) {
    super(`${event.type} of party ${event.party} is closed: ${closed}`);
    this.name = "IllegalAction";
    this.closed = closed;
  }
}

/** Sends one event to the table, written down where somebody keeps the transcript. */
export function sendEvent(table: ConductedTable, event: TableEvent): void {
  if (table.note) table.note(witness(table.model, table.runner, event));
  else table.runner.send(event);
}

function decisionOf(table: ConductedTable, party: number): NextStep {
  const { model, runner, seats } = table;
  const seat = seats[party];
  // A script may keep what it is shown; a machine never does.
  const scripted = seat?.by === "script" ? seat.decide(keepView(viewFor(model, runner.state, party))) : null;
  if (!scripted) return { kind: "party", event: decide(viewFor(model, runner.state, party)), by: "machine" };
  const closed = closedBecause(model, runner.state, scripted);
  if (closed) throw new IllegalAction(scripted, closed);
  return { kind: "party", event: scripted, by: "script" };
}

function isHuman(table: ConductedTable, party: number): boolean {
  return table.seats[party]?.by === "human";
}

function humansAmong(table: ConductedTable, parties: readonly number[]): number[] {
  const humans: number[] = [];
  for (const party of parties) if (isHuman(table, party)) humans.push(party);
  return humans;
}

function nextOf(table: ConductedTable, waits: Exclude<Awaited, { kind: "clerk" }>): NextStep {
  switch (waits.kind) {
    case "over":
      return { kind: "waiting", waiting: { kind: "over" } };
    case "statement":
      if (!isHuman(table, waits.party)) return decisionOf(table, waits.party);
      return { kind: "waiting", waiting: { kind: "statement", parties: [waits.party] } };
    case "reply":
      // Replies are truthful by rule: the delegations of humans and scripts give them too.
      return { kind: "party", event: decide(viewFor(table.model, table.runner.state, waits.party)), by: "machine" };
    case "answers": {
      const humans = humansAmong(table, waits.parties);
      if (humans.length > 0) return { kind: "waiting", waiting: { kind: "answers", parties: humans } };
      return decisionOf(table, waits.parties[0] as number);
    }
  }
}

/** What comes next at a table. Changes nothing. Humans answer before machines do; all answers stay sealed. */
export function nextStep(table: ConductedTable): NextStep {
  const waits = awaited(table.model, table.runner.state);
  return waits.kind === "clerk" ? waits : nextOf(table, waits);
}

/** Conducts a table of machines and scripts to its end. The bound is never reached while the rules hold. */
export function conductToEnd(table: ConductedTable, bound = 1_000_000): void {
  for (let steps = 0; steps < bound; steps++) {
    const step = nextStep(table);
    if (step.kind === "waiting") return;
    sendEvent(table, step.event);
  }
  throw new Error("the table does not come to an end");
}
