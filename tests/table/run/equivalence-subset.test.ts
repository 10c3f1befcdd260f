import { expect, test } from "vitest";
import { tableModel } from "../../../src/table/model.ts";
import { type Definition, definitionOf, FLOOR } from "../../../src/table/rules/definition.ts";
import { recipesOf } from "../../../src/table/rules/recipes.ts";
import { compileTable } from "../../../src/table/run/batch.ts";
import { munich } from "../../setup/munich.ts";

// What XState would run and batch would not must never get into a definition unnoticed.

const model = tableModel(munich());
const definition = definitionOf(model);

function compiling(changed: unknown): () => unknown {
  return () => compileTable(model, recipesOf(model), changed as Definition);
}

/** The definition with something added to a state, a region, or a transition. */
function withState(more: object, state = "turn"): unknown {
  const floor = definition.states[FLOOR] as Definition["states"][string];
  const states = { ...floor.states, [state]: { ...floor.states[state], ...more } };
  return { ...definition, states: { ...definition.states, [FLOOR]: { ...floor, states } } };
}

function withWay(way: object): unknown {
  return withState({ on: { PASS: [way] } });
}

test("the definition of a table compiles", () => {
  expect(compiling(definition)).not.toThrow();
});

test.each(["entry", "exit", "always", "after", "invoke", "states", "initial", "onDone", "type", "history", "tags"])(
  "a state with `%s` does not compile",
  (key) => {
    expect(compiling(withState({ [key]: {} }))).toThrow(`uses "${key}"`);
  },
);

test.each(["entry", "exit", "always", "after", "invoke", "on", "type"])(
  "a region with `%s` does not compile",
  (key) => {
    const floor = definition.states[FLOOR] as object;
    const changed = { ...definition, states: { ...definition.states, [FLOOR]: { ...floor, [key]: {} } } };
    expect(compiling(changed)).toThrow(`uses "${key}"`);
  },
);

test.each(["entry", "invoke", "on", "initial", "context"])("a table with `%s` does not compile", (key) => {
  expect(compiling({ ...definition, [key]: {} })).toThrow(`uses "${key}"`);
});

test.each(["cond", "in", "reenter", "internal", "description"])("a transition with `%s` does not compile", (key) => {
  expect(compiling(withWay({ target: "closing", [key]: true }))).toThrow(`uses "${key}"`);
});

test("a guard other than `holds` does not compile", () => {
  expect(compiling(withWay({ guard: { type: "sometimes" } }))).toThrow('the guard "sometimes"');
});

test("a recipe that is not in the registry does not compile, not even one that every object has", () => {
  for (const type of ["improvise", "toString", "__proto__"]) {
    expect(compiling(withWay({ actions: [{ type, params: { index: 0 } }] }))).toThrow(`the recipe "${type}"`);
  }
});

test("an action that is more than a name with parameters does not compile", () => {
  expect(compiling(withWay({ actions: [{ type: "pass", params: { index: 0 }, exec: 1 }] }))).toThrow('uses "exec"');
});

test("a target that is no state does not compile", () => {
  expect(compiling(withWay({ target: "elsewhere" }))).toThrow("which is no state");
  expect(compiling(withWay({ target: "#munich.FLOOR.turn" }))).toThrow("which is no state");
});

test("an event that nobody sends does not compile", () => {
  expect(compiling(withState({ on: { KNOCK: [] } }))).toThrow('waits for "KNOCK"');
  expect(compiling(withState({ on: { "*": [] } }))).toThrow('waits for "*"');
});

test("a region that is missing, or begins nowhere, does not compile", () => {
  const { [FLOOR]: floor, ...parties } = definition.states;
  expect(compiling({ ...definition, states: parties })).toThrow(`lacks the region "${FLOOR}"`);
  const changed = { ...floor, initial: "nowhere" };
  expect(compiling({ ...definition, states: { ...parties, [FLOOR]: changed } })).toThrow("which is no state");
});

test("a table that is not parallel does not compile", () => {
  expect(compiling({ ...definition, type: "compound" })).toThrow("not a parallel machine");
});
