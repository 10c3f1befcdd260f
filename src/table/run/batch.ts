import type { RunSeed } from "../../exact/chance.ts";
import { EVENT_TYPES, type TableEvent } from "../events.ts";
import type { TableModel } from "../model.ts";
import {
  type Definition,
  definitionOf,
  FLOOR,
  type GuardParams,
  type Region,
  type Transition,
} from "../rules/definition.ts";
import { type GuardCondition, holds } from "../rules/holds.ts";
import { type Recipe, type RecipeParams, type Recipes, recipesOf } from "../rules/recipes.ts";
import { type FloorState, openingContext, seedOf, type TableContext, type TableState } from "../state.ts";
import type { Runner } from "./runner.ts";

interface CompiledTransition {
  /** All of them must hold. */
  readonly conditions: readonly GuardCondition[];
  readonly owner: number;
  /** −1: the state stays. */
  readonly target: number;
  readonly recipes: readonly { readonly run: Recipe; readonly params: RecipeParams }[];
}

/** What a state does with one type of event. */
interface EventTransitions {
  /** What every way on demands, asked once for all of them. */
  readonly common: readonly GuardCondition[];
  readonly owner: number;
  /** In order: the first whose own conditions hold is taken. */
  readonly transitions: readonly CompiledTransition[];
}

interface CompiledRegion {
  readonly states: readonly string[];
  readonly initial: number;
  /** By state and type of event: `state · types + type`; null: nothing comes of it. */
  readonly byStateAndEvent: readonly (EventTransitions | null)[];
}

/** A table compiled to flat tables. Runs share it. */
export interface CompiledTable {
  readonly model: TableModel;
  readonly floor: CompiledRegion;
  readonly parties: readonly CompiledRegion[];
  /** By type of event: the regions, the floor first, of which any state listens to it. */
  readonly listeners: readonly (readonly number[])[];
}

const TYPES = EVENT_TYPES.length;
const TYPE_INDEX = Object.fromEntries(EVENT_TYPES.map((type, index) => [type, index])) as Readonly<
  Record<TableEvent["type"], number>
>;

function onlyKeys(what: string, value: object, allowed: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      throw new Error(`${what} uses "${key}", which batch does not know; it runs ${allowed.join(", ")} only`);
    }
  }
}

/** A condition as a list of conditions that must all hold. */
function conjuncts(condition: GuardCondition): readonly GuardCondition[] {
  return condition.kind === "both" || condition.kind === "all" ? condition.of.flatMap(conjuncts) : [condition];
}

function compileTransition(
  what: string,
  way: Transition,
  states: readonly string[],
  recipes: Recipes,
): CompiledTransition {
  onlyKeys(what, way, ["target", "guard", "actions"]);
  const target = way.target === undefined ? -1 : states.indexOf(way.target);
  if (way.target !== undefined && target < 0) throw new Error(`${what} leads to "${way.target}", which is no state`);
  if (way.guard && way.guard.type !== "holds") throw new Error(`${what} has the guard "${way.guard.type}"`);
  const params: GuardParams | undefined = way.guard?.params;
  const steps = (way.actions ?? []).map((action) => {
    onlyKeys(`an action of ${what}`, action, ["type", "params"]);
    if (!Object.hasOwn(recipes, action.type)) throw new Error(`${what} names the recipe "${action.type}"`);
    return { run: recipes[action.type], params: action.params };
  });
  return { conditions: params ? conjuncts(params.condition) : [], owner: params?.owner ?? -1, target, recipes: steps };
}

/** Takes what all ways begin by demanding out of them. Guards change nothing, so asking once is the same as asking each time. */
function eventTransitionsOf(ways: readonly CompiledTransition[]): EventTransitions {
  const [first] = ways;
  const written = ways.map(({ owner, conditions }) => conditions.map((one) => JSON.stringify([owner, one])));
  let shared = 0;
  while (
    first &&
    shared < first.conditions.length &&
    written.every((one) => one[shared] !== undefined && one[shared] === written[0]?.[shared])
  ) {
    shared++;
  }
  return {
    common: first?.conditions.slice(0, shared) ?? [],
    owner: first?.owner ?? -1,
    transitions: ways.map((way) => ({ ...way, conditions: way.conditions.slice(shared) })),
  };
}

function compileRegion(name: string, region: Region, recipes: Recipes): CompiledRegion {
  onlyKeys(`region ${name}`, region, ["initial", "states"]);
  const states = Object.keys(region.states);
  const initial = states.indexOf(region.initial);
  if (initial < 0) throw new Error(`region ${name} begins in "${region.initial}", which is no state`);
  const crossroads: (EventTransitions | null)[] = new Array(states.length * TYPES).fill(null);
  for (const [at, state] of states.entries()) {
    const node = region.states[state] as Region["states"][string];
    onlyKeys(`state ${name}.${state}`, node, ["on"]);
    for (const [type, list] of Object.entries(node.on ?? {})) {
      const index = (EVENT_TYPES as readonly string[]).indexOf(type);
      if (index < 0) throw new Error(`${name}.${state} waits for "${type}"`);
      const ways = list.map((way, i) => compileTransition(`${name}.${state} on ${type} #${i}`, way, states, recipes));
      crossroads[at * TYPES + index] = eventTransitionsOf(ways);
    }
  }
  return { states, initial, byStateAndEvent: crossroads };
}

/**
 * Compiles the definition that the live machine runs too.
 * @throws Error for anything outside the subset: nested states, entry, exit, always, after, invoke, spawn, other guards
 */
export function compileTable(
  model: TableModel,
  recipes: Recipes = recipesOf(model),
  definition: Definition = definitionOf(model),
): CompiledTable {
  onlyKeys("the table", definition, ["id", "type", "states"]);
  if (definition.type !== "parallel") throw new Error("the table is not a parallel machine");
  const region = (name: string): CompiledRegion => {
    const node = definition.states[name];
    if (!node) throw new Error(`the table lacks the region "${name}"`);
    return compileRegion(name, node, recipes);
  };
  const floor = region(FLOOR);
  const parties = model.partyModels.map(({ party }) => region(party.id));
  const listens = (type: number, { states, byStateAndEvent: crossroads }: CompiledRegion): boolean =>
    states.some((_, state) => crossroads[state * TYPES + type]);
  const listeners = EVENT_TYPES.map((_, type) =>
    [floor, ...parties].flatMap((one, index) => (listens(type, one) ? [index] : [])),
  );
  return { model, floor, parties, listeners };
}

function allHold(
  model: TableModel,
  context: TableContext,
  event: TableEvent,
  conditions: readonly GuardCondition[],
  owner: number,
): boolean {
  for (const condition of conditions) if (!holds(model, context, event, condition, owner)) return false;
  return true;
}

function selectTransition(
  model: TableModel,
  context: TableContext,
  event: TableEvent,
  { common, owner, transitions: ways }: EventTransitions,
): CompiledTransition | null {
  if (!allHold(model, context, event, common, owner)) return null;
  for (const way of ways) if (allHold(model, context, event, way.conditions, way.owner)) return way;
  return null;
}

/** Starts a table on a private context that recipes change in place. */
export function startBatch(compiled: CompiledTable, seed: RunSeed): Runner {
  const { model } = compiled;
  const regions = [compiled.floor, ...compiled.parties];
  const context = openingContext(model, seed);
  const now = regions.map((region) => region.initial);
  const chosen: (CompiledTransition | null)[] = regions.map(() => null);
  const positions = now.slice(1);
  const state: { floor: FloorState; positions: number[]; context: TableContext } = {
    floor: compiled.floor.states[compiled.floor.initial] as FloorState,
    positions,
    context,
  };

  return {
    get state(): TableState {
      return state;
    },
    send(event) {
      const type = TYPE_INDEX[event.type];
      const listening = compiled.listeners[type];
      if (!listening) return;
      // XState selects the transitions of all regions before it runs the first action: two phases here too.
      for (const i of listening) {
        const at = (regions[i] as CompiledRegion).byStateAndEvent[(now[i] as number) * TYPES + type];
        chosen[i] = at ? selectTransition(model, context, event, at) : null;
      }
      for (const i of listening) {
        const way = chosen[i];
        if (!way) continue;
        for (const { run, params } of way.recipes) run(context, event, params);
        if (way.target < 0) continue;
        now[i] = way.target;
        if (i === 0) state.floor = compiled.floor.states[way.target] as FloorState;
        else positions[i - 1] = way.target;
      }
    },
  };
}

/**
 * Compiles a table so that its runs begin in a state instead of at the beginning: the same definition with other initial
 * states. Runs share it; start them with {@link resume}.
 * @throws Error when the table lacks a position of the state
 */
export function compileFrom(model: TableModel, { floor, positions }: TableState): CompiledTable {
  const definition = definitionOf(model);
  const states: Record<string, Region> = { [FLOOR]: { ...(definition.states[FLOOR] as Region), initial: floor } };
  for (const { index, party } of model.partyModels) {
    const region = definition.states[party.id] as Region;
    const initial = party.positions[positions[index] as number]?.id;
    if (initial === undefined) throw new Error(`${party.id} has no position ${positions[index]} to go on from`);
    states[party.id] = { ...region, initial };
  }
  return compileTable(model, recipesOf(model), { ...definition, states });
}

/**
 * Runs a table on from what it remembers, which stays as it is.
 * @param seed fixes the chance of the run from here on
 * @param exponents of its parties, made from those that the seed draws; left out: as remembered
 */
export function resume(
  compiled: CompiledTable,
  remembered: TableContext,
  seed: RunSeed = seedOf(remembered),
  exponents?: (drawn: readonly number[]) => number[],
): Runner {
  const runner = startBatch(compiled, seed);
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
