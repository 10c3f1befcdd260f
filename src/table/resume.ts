import type { RunSeed } from "../exact/chance.ts";
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

/**
 * Runs a table on from what it remembers, which stays as it is.
 * @param seed fixes the chance of the run from here on
 * @param exponents of its parties, made from those that the seed draws; left out: as remembered
 */
export function resume(
  compiled: Compiled,
  remembered: TableContext,
  seed: RunSeed = seedOf(remembered),
  exponents?: (drawn: readonly number[]) => number[],
): Runner {
  const runner = runBatch(compiled, seed);
  const { context } = runner.state;
  const exponent = exponents?.(context.exponent) ?? remembered.exponent.slice();
  // Nothing has been sent yet: the context of the new run is private, and its lists are its own.
  const fresh = context as unknown as Record<string, number | number[]>;
  for (const [key, value] of Object.entries(remembered) as [string, number | number[]][]) {
    fresh[key] = typeof value === "number" ? value : value.slice();
  }
  Object.assign(context, { seedA: seed[0], seedB: seed[1], exponent });
  return runner;
}
