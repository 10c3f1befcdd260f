import type { RunSeed } from "../exact/chance.ts";
import { type FloorState, openingContext, type TableState } from "./context.ts";
import { type Definition, definitionOf, FLOOR, type GuardParams, type Region, type Transition } from "./definition.ts";
import { EVENT_TYPES, type TableEvent } from "./events.ts";
import { type GuardCondition, holds } from "./holds.ts";
import type { TableModel } from "./model.ts";
import { type RecipeName, type RecipeParams, type Recipes, recipesOf } from "./recipes.ts";
import type { Runner } from "./runner.ts";

interface Way {
  readonly condition: GuardCondition | null;
  readonly owner: number;
  /** −1: the state stays. */
  readonly target: number;
  readonly steps: readonly { readonly name: RecipeName; readonly params: RecipeParams }[];
}

interface CompiledRegion {
  readonly states: readonly string[];
  readonly initial: number;
  /** By state: event type → ways on, in order. */
  readonly ways: readonly ReadonlyMap<string, readonly Way[]>[];
}

/** A table compiled to flat tables. Runs share it. */
export interface Compiled {
  readonly model: TableModel;
  readonly recipes: Recipes;
  readonly floor: CompiledRegion;
  readonly parties: readonly CompiledRegion[];
}

function onlyKeys(what: string, value: object, allowed: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      throw new Error(`${what} uses "${key}", which batch does not know; it runs ${allowed.join(", ")} only`);
    }
  }
}

function compileWay(what: string, way: Transition, states: readonly string[], recipes: Recipes): Way {
  onlyKeys(what, way, ["target", "guard", "actions"]);
  const target = way.target === undefined ? -1 : states.indexOf(way.target);
  if (way.target !== undefined && target < 0) throw new Error(`${what} leads to "${way.target}", which is no state`);
  if (way.guard && way.guard.type !== "holds") throw new Error(`${what} has the guard "${way.guard.type}"`);
  const params: GuardParams | undefined = way.guard?.params;
  const steps = (way.actions ?? []).map((action) => {
    onlyKeys(`an action of ${what}`, action, ["type", "params"]);
    if (!Object.hasOwn(recipes, action.type)) throw new Error(`${what} names the recipe "${action.type}"`);
    return { name: action.type, params: action.params };
  });
  return { condition: params?.condition ?? null, owner: params?.owner ?? -1, target, steps };
}

function compileRegion(name: string, region: Region, recipes: Recipes): CompiledRegion {
  onlyKeys(`region ${name}`, region, ["initial", "states"]);
  const states = Object.keys(region.states);
  const initial = states.indexOf(region.initial);
  if (initial < 0) throw new Error(`region ${name} begins in "${region.initial}", which is no state`);
  const ways = states.map((state) => {
    const node = region.states[state] as Region["states"][string];
    onlyKeys(`state ${name}.${state}`, node, ["on"]);
    const table = new Map<string, readonly Way[]>();
    for (const [type, list] of Object.entries(node.on ?? {})) {
      if (!(EVENT_TYPES as readonly string[]).includes(type)) throw new Error(`${name}.${state} waits for "${type}"`);
      table.set(
        type,
        list.map((way, i) => compileWay(`${name}.${state} on ${type} #${i}`, way, states, recipes)),
      );
    }
    return table;
  });
  return { states, initial, ways };
}

/**
 * Compiles the definition that the live machine runs too.
 * @throws Error for anything outside the subset: nested states, entry, exit, always, after, invoke, spawn, other guards
 */
export function compile(
  model: TableModel,
  recipes: Recipes = recipesOf(model),
  definition: Definition = definitionOf(model),
): Compiled {
  onlyKeys("the table", definition, ["id", "type", "states"]);
  if (definition.type !== "parallel") throw new Error("the table is not a parallel machine");
  const region = (name: string): CompiledRegion => {
    const node = definition.states[name];
    if (!node) throw new Error(`the table lacks the region "${name}"`);
    return compileRegion(name, node, recipes);
  };
  return { model, recipes, floor: region(FLOOR), parties: model.mandates.map(({ party }) => region(party.id)) };
}

/** Starts a table on a private context that recipes change in place. */
export function runBatch(compiled: Compiled, seed: RunSeed): Runner {
  const { model, recipes } = compiled;
  const regions = [compiled.floor, ...compiled.parties];
  const context = openingContext(model, seed);
  const now = regions.map((region) => region.initial);
  const chosen: (Way | null)[] = regions.map(() => null);
  const positions = now.slice(1);
  const state: { floor: FloorState; positions: number[]; context: typeof context } = {
    floor: compiled.floor.states[compiled.floor.initial] as FloorState,
    positions,
    context,
  };

  const choose = (region: CompiledRegion, at: number, event: TableEvent): Way | null => {
    const ways = region.ways[at]?.get(event.type);
    if (!ways) return null;
    for (const way of ways) {
      if (way.condition === null || holds(model, context, event, way.condition, way.owner)) return way;
    }
    return null;
  };

  return {
    get state(): TableState {
      return state;
    },
    send(event) {
      // XState selects the transitions of all regions before it runs the first action: two phases here too.
      for (let i = 0; i < regions.length; i++)
        chosen[i] = choose(regions[i] as CompiledRegion, now[i] as number, event);
      for (let i = 0; i < regions.length; i++) {
        const way = chosen[i];
        if (!way) continue;
        for (const { name, params } of way.steps) recipes[name](context, event, params);
        if (way.target < 0) continue;
        now[i] = way.target;
        if (i === 0) state.floor = compiled.floor.states[way.target] as FloorState;
        else positions[i - 1] = way.target;
      }
    },
  };
}
