import { conductToEnd, next, send } from "../../play/conduct.ts";
import type { Seat } from "../../play/seats.ts";
import type { PartyEvent } from "../../table/events.ts";
import { closedBecause } from "../../table/legality.ts";
import type { TableModel } from "../../table/model.ts";
import type { Runner } from "../../table/runner.ts";

/** A table of machines somewhere in its middle. */
export interface Table {
  readonly model: TableModel;
  readonly runner: Runner;
  readonly seats: readonly Seat[];
}

/** Machines for everyone. */
export function machines({ parties }: TableModel): Seat[] {
  return new Array<Seat>(parties).fill({ by: "machine" });
}

function stepWhile(table: Table, floors: readonly string[]): void {
  while (floors.includes(table.runner.state.floor)) {
    const step = next(table);
    if (step.kind === "waiting") return;
    send(table, step.event);
  }
}

/**
 * Does what is given, in its order, then lets machines play to the end. What has become closed by then is left to them.
 * @returns whether the floor that the first of it opened or answered was signed
 */
export function playOn(table: Table, given: readonly PartyEvent[]): boolean {
  for (const event of given) {
    // A sounding is replied to before anything else is said.
    stepWhile(table, ["sounded"]);
    if (closedBecause(table.model, table.runner.state, event) === null) send(table, event);
  }
  stepWhile(table, ["answers", "counted"]);
  const atOnce = table.runner.state.floor === "signed";
  conductToEnd(table);
  return atOnce;
}
