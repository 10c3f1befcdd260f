import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RunSeed, runSeed } from "../../../src/exact/chance.ts";
import type { Condition, Scenario } from "../../../src/scenario/types.ts";
import { type TableModel, tableModel } from "../../../src/table/model.ts";
import {
  type Definition,
  definitionOf,
  FLOOR,
  type Region,
  type Transition,
} from "../../../src/table/rules/definition.ts";
import type { GuardCondition } from "../../../src/table/rules/holds.ts";
import { type Recipe, type RecipeName, type Recipes, recipesOf } from "../../../src/table/rules/recipes.ts";
import { compileTable, startBatch } from "../../../src/table/run/batch.ts";
import { machineOf, startLive } from "../../../src/table/run/live.ts";
import { type TranscriptEntry, witness } from "../../../src/table/run/runner.ts";
import type { TableState } from "../../../src/table/state.ts";
import { diceOf } from "../../setup/dice.ts";
import { nextEvent } from "../../setup/random-play.ts";
import { anyScenario, issueOf, NO_GROUNDS, partyOf, positionOf, scenarioOf } from "../../setup/scenarios.ts";

// The comparison of equivalence.test.ts proves little unless it notices a wrong rule: here batch is given one, each in turn.

/** Scenarios that a wrong rule may hide in before it counts as unnoticed. */
const SCENARIOS = 400;

interface Trace {
  readonly model: TableModel;
  readonly seed: RunSeed;
  readonly definition: Definition;
  readonly recipes: Recipes;
  /** What the live machine did with each event; its states are immutable, so they can be kept. */
  readonly steps: readonly { readonly entry: TranscriptEntry; readonly state: TableState }[];
}

function traceOf(model: TableModel, index: number): Trace {
  const seed = runSeed(`trace ${index}`);
  const live = startLive(model, seed, machineOf(model));
  const dice = diceOf(`trace ${index}`);
  const steps = Array.from({ length: 150 }, () => {
    const entry = witness(model, live, nextEvent(model, live.state, dice, 0.1));
    return { entry, state: live.state };
  });
  return { model, seed, definition: definitionOf(model), recipes: recipesOf(model), steps };
}

/** A table that loses a party and goes on: rare among the generated ones. */
function shrinking(): Scenario {
  const issue = issueOf("start", ["now", "later"]);
  const positions = [
    positionOf("waits", { moves: [{ to: 1, when: { kind: "walked_out", party: 0 }, grounds: NO_GROUNDS }] }),
    positionOf("moves_on"),
  ];
  const parties = ["a", "b", "c"].map((id) => partyOf(id, [[0, 100]], { positions }));
  const bare = scenarioOf([issue], parties);
  return { ...bare, protocol: { ...bare.protocol, binding: { ...bare.protocol.binding, needs: [], atLeast: 2 } } };
}

const scenarios = [
  ...Array.from({ length: 20 }, shrinking),
  ...fc.sample(anyScenario, { numRuns: SCENARIOS, seed: 2016 }),
];
const traces = scenarios.map((scenario, index) => traceOf(tableModel(scenario), index));

interface Wrong {
  readonly recipes?: (recipes: Recipes, model: TableModel) => Recipes;
  readonly definition?: (definition: Definition) => Definition;
}

function differs(trace: Trace, wrong: Wrong): boolean {
  const { model, seed, steps } = trace;
  const recipes = wrong.recipes?.(trace.recipes, model) ?? trace.recipes;
  const definition = wrong.definition?.(trace.definition) ?? trace.definition;
  const batch = startBatch(compileTable(model, recipes, definition), seed);
  try {
    return steps.some(({ entry, state }) => {
      const told = witness(model, batch, entry.event);
      return !isDeepStrictEqual(told, entry) || !isDeepStrictEqual(batch.state, state);
    });
  } catch {
    // A table that breaks down is as good as one that differs.
    return true;
  }
}

function noticed(wrong: Wrong): boolean {
  return traces.some((trace) => differs(trace, wrong));
}

function partsOf(condition: GuardCondition): readonly GuardCondition[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "both":
      return condition.of;
    case "not":
      return [condition.of];
    default:
      return [];
  }
}

/** The condition with every condition of one kind in it, at any depth, replaced. */
function replaced(
  condition: GuardCondition,
  kind: string,
  by: (one: GuardCondition) => GuardCondition,
): GuardCondition {
  const deep = (part: GuardCondition): GuardCondition => replaced(part, kind, by);
  const inner = ((): GuardCondition => {
    switch (condition.kind) {
      case "all":
      case "any":
        return { ...condition, of: condition.of.map(deep) as Condition[] };
      case "both":
        return { ...condition, of: condition.of.map(deep) };
      case "not":
        return { ...condition, of: deep(condition.of) as Condition };
      default:
        return condition;
    }
  })();
  return inner.kind === kind ? by(inner) : inner;
}

function everyWay(definition: Definition, change: (way: Transition, name: string) => Transition | null): Definition {
  const region = (name: string, { initial, states }: Region): Region => ({
    initial,
    states: Object.fromEntries(
      Object.entries(states).map(([state, { on = {} }]) => [
        state,
        {
          on: Object.fromEntries(
            Object.entries(on).map(([type, ways]) => [
              type,
              ways.flatMap((way, index) => change(way, `${name}.${state} on ${type} #${index}`) ?? []),
            ]),
          ),
        },
      ]),
    ),
  });
  const states = Object.entries(definition.states).map(([name, node]) => [name, region(name, node)] as const);
  return { ...definition, states: Object.fromEntries(states) };
}

function withCondition(kind: string, by: (one: GuardCondition) => GuardCondition): Wrong {
  return {
    definition: (definition) =>
      everyWay(definition, (way) =>
        way.guard
          ? {
              ...way,
              guard: {
                ...way.guard,
                params: { ...way.guard.params, condition: replaced(way.guard.params.condition, kind, by) },
              },
            }
          : way,
      ),
  };
}

const never: GuardCondition = { kind: "any", of: [] };
const always: GuardCondition = { kind: "all", of: [] };
const inverted = (one: GuardCondition): GuardCondition => ({ kind: "not", of: one as Condition });

function kindsIn(condition: GuardCondition): string[] {
  return [condition.kind, ...partsOf(condition).flatMap(kindsIn)];
}

/** Every kind of condition there is; the compiler of types asks for a new one here as soon as holds.ts has it. */
const KINDS = Object.keys({
  ...{ always: 0, all: 0, any: 0, not: 0, both: 0 },
  ...{ round_from: 0, offered: 0, asked: 0, committed: 0, refused: 0, worth_offered: 0, text: 0, text_asked: 0 },
  ...{ pressure_above: 0, event: 0, walked_out: 0, table: 0, signed: 0 },
  ...{ legal: 0, called: 0, forced: 0, same_again: 0, answered_by_all: 0, answered_but_one: 0, binding: 0 },
  ...{ final_vote: 0, breaks_table: 0, turns_left: 0, rounds_left: 0, text_to_vote_on: 0 },
} satisfies Record<GuardCondition["kind"], 0>);

/** While the table sits these are constant, so that a constant in their place is no other rule. */
const CONSTANT: Readonly<Record<string, "always" | "never">> = { always: "always", table: "never", signed: "never" };

test("nothing differs while no rule is wrong", () => {
  expect(noticed({})).toBe(false);
});

test("the traces use every recipe and every kind of condition", () => {
  const ways: Transition[] = [];
  for (const { definition } of traces) {
    everyWay(definition, (way) => {
      ways.push(way);
      return way;
    });
  }
  const used = new Set(ways.flatMap((way) => (way.guard ? kindsIn(way.guard.params.condition) : [])));
  expect([...used].sort()).toEqual([...KINDS].sort());
  const run = new Set(ways.flatMap((way) => (way.actions ?? []).map(({ type }) => type)));
  expect([...run].sort()).toEqual(Object.keys((traces[0] as Trace).recipes).sort());
});

describe("a recipe that does nothing is noticed", () => {
  test.each(Object.keys((traces[0] as Trace).recipes) as RecipeName[])("%s", (name) => {
    expect(noticed({ recipes: (recipes) => ({ ...recipes, [name]: () => {} }) })).toBe(true);
  });
});

describe("a recipe that runs twice is noticed", () => {
  const repeatable: readonly RecipeName[] = [
    ...(["ask_text", "pass", "walk_out", "reply", "answer", "reveal", "sign", "happen"] as const),
    ...(["put_final_text", "obey", "open_round", "text"] as const),
  ];
  const counting = (Object.keys((traces[0] as Trace).recipes) as RecipeName[]).filter(
    (name) => !repeatable.includes(name),
  );
  test.each(counting)("%s", (name) => {
    const twice: Wrong = {
      recipes: (recipes) => ({
        ...recipes,
        [name](...given: Parameters<Recipe>) {
          recipes[name](...given);
          recipes[name](...given);
        },
      }),
    };
    expect(noticed(twice)).toBe(true);
  });
});

describe("a wrong condition in the guards is noticed", () => {
  test.each(KINDS)("%s inverted", (kind) => {
    expect(noticed(withCondition(kind, inverted))).toBe(true);
  });
  test.each(KINDS.filter((kind) => CONSTANT[kind] !== "never"))("%s never holding", (kind) => {
    expect(noticed(withCondition(kind, () => never))).toBe(true);
  });
  test.each(KINDS.filter((kind) => CONSTANT[kind] !== "always"))("%s always holding", (kind) => {
    expect(noticed(withCondition(kind, () => always))).toBe(true);
  });
});

/**
 * Nothing leads here: when all who are still there stand behind one package, the last of them to join has had it signed, since
 * a party whose leaving makes agreement impossible ends the table.
 */
const UNREACHABLE = ["FLOOR.turn on TEXT #0", "FLOOR.final_call on RECONSIDER #0"];

describe("a way on that the floor lacks is noticed", () => {
  const names: string[] = [];
  const { states, ...rest } = (traces[0] as Trace).definition;
  everyWay({ ...rest, states: { [FLOOR]: states[FLOOR] as Region } }, (way, name) => {
    names.push(name);
    return way;
  });
  test.each(names.filter((name) => !UNREACHABLE.includes(name)))("%s", (missing) => {
    const without: Wrong = {
      definition: (definition) => everyWay(definition, (way, name) => (name === missing ? null : way)),
    };
    expect(noticed(without)).toBe(true);
  });
});
