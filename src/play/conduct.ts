import type { PartyEvent, TableEvent } from "../table/events.ts";
import type { TableModel } from "../table/model.ts";
import type { Closed } from "../table/rules/closed.ts";
import { type Awaited, awaited, closedBecause } from "../table/rules/legality.ts";
import type { Runner } from "../table/run/runner.ts";
import { type TranscriptEntry, witness } from "../table/run/runner.ts";
import type { TableState } from "../table/state.ts";
import { keepView } from "../table/view/keep.ts";
import { viewFor } from "../table/view/view.ts";
import { decide } from "../tactics/decide.ts";
import type { Seat, SeatKind } from "./seats.ts";

/** An answer that has been given but not been told to the table yet. */
export interface Envelope {
  readonly event: PartyEvent;
  readonly by: SeatKind;
}

/** A table that is being conducted. */
export interface ConductedTable {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly seats: readonly Seat[];
  /** Answers to what is on the floor, by party, that wait for those of earlier parties. */
  readonly envelopes?: ReadonlyMap<number, Envelope>;
  /** Is told of every event that was sent; without it nothing is written down. */
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

/** Sends one event to the table, and notes what it did where the table keeps a transcript. */
export function sendEvent(table: ConductedTable, event: TableEvent): void {
  if (table.note) table.note(witness(table.model, table.runner, event));
  else table.runner.send(event);
}

/**
 * What a machine, or a script, does of which something is awaited.
 * @throws IllegalAction when a script wants what the rules close
 */
export function decisionOf(
  { model, seats }: Pick<ConductedTable, "model" | "seats">,
  state: TableState,
  party: number,
): NextStep & { readonly kind: "party" } {
  const seat = seats[party];
  const view = viewFor(model, state, party);
  // A script may keep what it is shown; a machine never does.
  const scripted = seat?.by === "script" ? seat.decide(keepView(view)) : null;
  if (!scripted) return { kind: "party", event: decide(view), by: "machine" };
  const closed = closedBecause(model, state, scripted);
  if (closed) throw new IllegalAction(scripted, closed);
  return { kind: "party", event: scripted, by: "script" };
}

/**
 * What comes next of the answers that are owed, by rising party. Machines answer once every human has, so that no human answers
 * in the light of a machine's answer.
 */
function nextAnswer(table: ConductedTable, owing: readonly number[]): NextStep {
  const { seats, envelopes, runner } = table;
  const missing: number[] = [];
  for (const party of owing) if (seats[party]?.by === "human" && !envelopes?.has(party)) missing.push(party);
  if (missing.length > 0) return { kind: "waiting", waiting: { kind: "answers", parties: missing } };
  const first = owing[0] as number;
  const given = envelopes?.get(first);
  return given ? { kind: "party", ...given } : decisionOf(table, runner.state, first);
}

/** What comes next at a table. Changes nothing. The table is told answers in party order, whichever has answered first. */
export function nextStep(table: ConductedTable): NextStep {
  const { model, runner, seats } = table;
  const waits = awaited(model, runner.state);
  switch (waits.kind) {
    case "clerk":
      return waits;
    case "over":
      return { kind: "waiting", waiting: waits };
    case "statement":
      if (seats[waits.party]?.by !== "human") return decisionOf(table, runner.state, waits.party);
      return { kind: "waiting", waiting: { kind: "statement", parties: [waits.party] } };
    case "reply":
      // Replies are truthful by rule: the delegations of humans and scripts give them too.
      return { kind: "party", event: decide(viewFor(model, runner.state, waits.party)), by: "machine" };
    case "answers":
      return nextAnswer(table, waits.parties);
  }
}

/** Lets the clerk act until a party is awaited, or the table is over. */
export function settle(table: ConductedTable): Exclude<Awaited, { kind: "clerk" }> {
  for (;;) {
    const waits = awaited(table.model, table.runner.state);
    if (waits.kind !== "clerk") return waits;
    sendEvent(table, waits.event);
  }
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
