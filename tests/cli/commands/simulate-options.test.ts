import { describe, expect, test } from "vitest";
import { parley } from "../../../src/cli/parley.ts";
import { MARKET, MUNICH } from "../run.ts";

interface Result {
  readonly outcomes: { readonly signed: number };
  readonly utilities: Readonly<Record<string, { readonly mean: number }>>;
}

async function simulated(runs: number, ...seats: readonly string[]): Promise<Result> {
  const args = [
    "simulate",
    MUNICH,
    "--runs",
    `${runs}`,
    "--format",
    "json",
    ...seats.flatMap((seat) => ["--seat", seat]),
  ];
  return JSON.parse((await parley(args)).stdout);
}

describe("--seat", () => {
  test("default is the file's own tactic", async () => {
    expect(await simulated(30, "us=default", "un=default")).toEqual(await simulated(30));
  });

  test("a Russia that gives way early signs more often than one that holds out", async () => {
    const hard = await simulated(80, "russia=boulware:0.1");
    const soft = await simulated(80, "russia=conceder:8");
    expect(soft.outcomes.signed).toBeGreaterThan(hard.outcomes.signed);
  });

  test("an exponent of 1 is linear", async () => {
    expect(await simulated(30, "us=boulware:1")).toEqual(await simulated(30, "us=linear"));
  });

  test.each(["boulware", "linear", "conceder", "tit_for_tat", "micro", "boulware:.3"])("%s plays", async (tactic) => {
    expect((await parley(["simulate", MARKET, "--seat", `buyer=${tactic}`, "--seat", `seller=${tactic}`])).exit).toBe(
      0,
    );
  });
});
