import { produce } from "immer";
import { type AnyActorRef, type AnyStateMachine, assign, createActor, createMachine } from "xstate";
import type { RunSeed } from "../../exact/chance.ts";
import type { TableEvent } from "../events.ts";
import type { TableModel } from "../model.ts";
import { definitionOf, FLOOR, type GuardParams } from "../rules/definition.ts";
import { holds } from "../rules/holds.ts";
import { type RecipeParams, type Recipes, recipesOf } from "../rules/recipes.ts";
import { type FloorState, openingContext, type TableContext, type TableState } from "../state.ts";
import type { Runner } from "./runner.ts";

interface MachineArgs {
  readonly context: TableContext;
  readonly event: TableEvent;
}

/** The machine of a table: its definition with the one guard and the recipes, run through Immer. */
export function machineOf(model: TableModel, recipes: Recipes = recipesOf(model)): AnyStateMachine {
  const names = Object.keys(recipes) as (keyof Recipes)[];
  const implementations = {
    guards: {
      holds: ({ context, event }: MachineArgs, { condition, owner }: GuardParams) =>
        holds(model, context, event, condition, owner),
    },
    actions: Object.fromEntries(
      names.map((name) => [
        name,
        assign<TableContext, TableEvent, RecipeParams, TableEvent, never>(({ context, event }, params) =>
          produce(context, (draft) => recipes[name](draft, event, params)),
        ),
      ]),
    ),
  };
  const config = {
    ...definitionOf(model),
    context: ({ input }: { input: { seed: RunSeed } }) => openingContext(model, input.seed),
  };
  // The one seam where XState's types cannot follow: they infer states from literals, these are built from data.
  return createMachine(config as never, implementations as never);
}

/** A live runner with its actor, for a caller that inspects or draws it. */
export interface LiveRunner extends Runner {
  readonly actor: AnyActorRef;
}

/** Starts a table as an XState actor: every snapshot is immutable. */
export function startLive(model: TableModel, seed: RunSeed, machine: AnyStateMachine = machineOf(model)): LiveRunner {
  const actor = createActor(machine, { input: { seed } });
  actor.start();
  const indexOf = model.partyModels.map(
    ({ positions }) => new Map(positions.map((position, index) => [position.id, index] as const)),
  );
  const read = (): TableState => {
    const { value, context } = actor.getSnapshot() as unknown as {
      value: Record<string, string>;
      context: TableContext;
    };
    return {
      floor: value[FLOOR] as FloorState,
      positions: model.partyModels.map(({ party }, index) => indexOf[index]?.get(value[party.id] as string) ?? -1),
      context,
    };
  };
  let state = read();
  return {
    actor,
    get state() {
      return state;
    },
    send(event) {
      actor.send(event);
      state = read();
    },
  };
}
