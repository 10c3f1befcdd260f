import { type Compiled, compile, runBatch } from "./batch.ts";
import { seedOf, type TableContext, type TableState } from "./context.ts";
import { definitionOf, FLOOR, type Region } from "./definition.ts";
import type { TableModel } from "./model.ts";
import { recipesOf } from "./recipes.ts";
import type { Runner } from "./runner.ts";

/**
 * Compiles a table so that its runs begin in a state instead of at the beginning: the same definition with other initial
 * states. Runs share it; start them with {@link resume}.
 * @throws Error when the table lacks a position of the state
 */
export function compileFrom(model: TableModel, { floor, positions }: TableState): Compiled {
  const definition = definitionOf(model);
  const states: Record<string, Region> = { [FLOOR]: { ...(definition.states[FLOOR] as Region), initial: floor } };
  for (const { index, party } of model.mandates) {
    const region = definition.states[party.id] as Region;
    const initial = party.positions[positions[index] as number]?.id;
    if (initial === undefined) throw new Error(`${party.id} has no position ${positions[index]} to go on from`);
    states[party.id] = { ...region, initial };
  }
  return compile(model, recipesOf(model), { ...definition, states });
}

/** Runs a table on from what it remembers. The context that is given stays as it is. */
export function resume(compiled: Compiled, remembered: TableContext): Runner {
  const runner = runBatch(compiled, seedOf(remembered));
  const context = runner.state.context as unknown as Record<string, number | number[]>;
  // Nothing has been sent yet: the context of the new run is private, and its lists are its own.
  for (const [key, value] of Object.entries(remembered) as [string, number | number[]][]) {
    context[key] = typeof value === "number" ? value : value.slice();
  }
  return runner;
}
