import { describe, expect, test } from "vitest";
import { parley } from "../../src/cli/parley.ts";
import { MARKET, MUNICH } from "./run.ts";

interface Result {
  readonly outcomes: { readonly signed: number };
  readonly utilities: Readonly<Record<string, { readonly mean: number }>>;
}

async function simulated(...seats: readonly string[]): Promise<Result> {
  const args = ["simulate", MUNICH, "--runs", "200", "--format", "json", ...seats.flatMap((seat) => ["--seat", seat])];
  return JSON.parse((await parley(args)).stdout);
}

describe("--seat", () => {
  test("default is the file's own tactic", async () => {
    expect(await simulated("us=default", "un=default")).toEqual(await simulated());
  });

  test("a Russia that gives way early signs more often than one that holds out", async () => {
    const hard = await simulated("russia=boulware:0.1");
    const soft = await simulated("russia=conceder:8");
    expect(soft.outcomes.signed).toBeGreaterThan(hard.outcomes.signed);
  });

  test("an exponent of 1 is linear", async () => {
    expect(await simulated("us=boulware:1")).toEqual(await simulated("us=linear"));
  });

  test.each(["boulware", "linear", "conceder", "tit_for_tat", "micro", "boulware:.3"])("%s plays", async (tactic) => {
    expect((await parley(["simulate", MARKET, "--seat", `buyer=${tactic}`, "--seat", `seller=${tactic}`])).exit).toBe(
      0,
    );
  });
});
