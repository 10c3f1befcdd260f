import { describe, expect, test } from "vitest";
import { parley } from "../../src/cli/parley.ts";
import { MARKET, MUNICH } from "./run.ts";

interface Result {
  readonly outcomes: { readonly signed: number };
  readonly utilities: Readonly<Record<string, { readonly mean: number }>>;
}

function simulated(...seats: readonly string[]): Result {
  const args = ["simulate", MUNICH, "--runs", "200", "--format", "json", ...seats.flatMap((seat) => ["--seat", seat])];
  return JSON.parse(parley(args).stdout);
}

describe("--seat", () => {
  test("default is the file's own tactic", () => {
    expect(simulated("us=default", "un=default")).toEqual(simulated());
  });

  test("a Russia that gives way early signs more often than one that holds out", () => {
    const hard = simulated("russia=boulware:0.1");
    const soft = simulated("russia=conceder:8");
    expect(soft.outcomes.signed).toBeGreaterThan(hard.outcomes.signed);
  });

  test("an exponent of 1 is linear", () => {
    expect(simulated("us=boulware:1")).toEqual(simulated("us=linear"));
  });

  test.each(["boulware", "linear", "conceder", "tit_for_tat", "micro", "boulware:.3"])("%s plays", (tactic) => {
    expect(parley(["simulate", MARKET, "--seat", `buyer=${tactic}`, "--seat", `seller=${tactic}`]).exit).toBe(0);
  });
});
