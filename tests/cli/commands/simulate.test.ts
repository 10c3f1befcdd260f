import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parley } from "../../../src/cli/parley.ts";
import { ENGINE } from "../../../src/play/seal.ts";
import { folder, MARKET, MUNICH } from "../run.ts";

const files = folder();

const numbers = z.record(z.string(), z.number());
const share = z.number().min(0).max(1);
const Simulated = z.strictObject({
  scenario: z.strictObject({ id: z.string(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  engine: z.literal(ENGINE),
  seed: z.string(),
  runs: z.int(),
  outcomes: z.strictObject({ signed: z.int(), broken: z.int(), expired: z.int() }),
  agreements: z.array(
    z.strictObject({ package: z.record(z.string(), z.string()), count: z.int(), share, utilities: numbers }),
  ),
  utilities: z.record(
    z.string(),
    z.strictObject({ mean: z.number(), sd: z.number(), q05: z.number(), q50: z.number(), q95: z.number() }),
  ),
  rounds: z.strictObject({ mean: z.number(), q50: z.number() }),
});

describe("simulate", () => {
  test("the same input gives the same bytes", async () => {
    const args = ["simulate", MUNICH, "--runs", "40", "--seed", "x", "--seat", "us=conceder", "--format", "json"];
    const first = await parley(args);
    expect(first).toMatchObject({ exit: 0 });
    expect((await parley(args)).stdout).toBe(first.stdout);
  });

  test("JSON has its form and its numbers agree with each other", async () => {
    const { stdout } = await parley(["simulate", MUNICH, "--runs", "40", "--format", "json"]);
    const result = Simulated.parse(JSON.parse(stdout));
    const { outcomes, agreements, runs, seed } = result;
    expect({ runs, seed }).toEqual({ runs: 40, seed: "parley" });
    expect(outcomes.signed + outcomes.broken + outcomes.expired).toBe(runs);
    expect(agreements.reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.signed);
    expect(agreements.map(({ count }) => count)).toEqual(agreements.map(({ count }) => count).sort((a, b) => b - a));
    for (const { count, share: part } of agreements) expect(part).toBe(count / runs);
    expect(Object.keys(result.utilities)).toEqual(["us", "russia", "turkey", "un"]);
  });

  test("one run writes its transcript, its record, and the record replays", async () => {
    const out = files.path("transcript.txt");
    const record = files.path("record.json");
    const shown = await parley(["simulate", MUNICH]);
    const written = await parley(["simulate", MUNICH, "--out", out, "--record", record]);
    expect({ exit: written.exit, stdout: written.stdout }).toEqual({ exit: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe(shown.stdout);
    const replayed = await parley(["replay", record, "--format", "json"]);
    expect(replayed.exit).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ ok: true, difference: null });
  });

  test("many runs as text are a summary", async () => {
    const { exit, stdout } = await parley(["simulate", MARKET, "--runs", "30"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^signed +30 +100\.0 %$/m);
    expect(stdout).toContain("seeds parley/0 to parley/29");
  });
});
