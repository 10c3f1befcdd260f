import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { balanceCommand } from "../../../src/cli/commands/balance.ts";
import { ran } from "../in-process.ts";
import { folder, MARKET, MUNICH } from "../run.ts";

const files = folder();

const evidence = z.strictObject({ count: z.int(), of: z.int(), low: z.number(), high: z.number() });
const estimates = z.record(
  z.string(),
  z.strictObject({ mean: z.number(), low: z.number(), high: z.number(), standardError: z.number() }),
);
const Balanced = z.strictObject({
  scenario: z.strictObject({ id: z.string(), hash: z.string() }),
  engine: z.string(),
  seed: z.string(),
  runs: z.int(),
  allRuns: z.int(),
  outcomes: z.strictObject({ signed: z.int(), broken: z.int(), expired: z.int() }),
  tactics: z.array(z.strictObject({ party: z.string(), best: z.string(), means: estimates, ahead: estimates })),
  findings: z.array(
    z.looseObject({
      kind: z.string(),
      where: z.string(),
      what: z.string(),
      change: z.string(),
      evidence: evidence.optional(),
    }),
  ),
});

/** Passes every check, and yet one position and one event never come. */
const FAULTY = files.write(
  "faulty.yaml",
  `${readFileSync(MARKET, "utf8").replace(
    "    walk_away: { at: 0.2 }\n  seller",
    `    walk_away: { at: 0.2 }
    positions:
      asks_much:
        label: { en: "Asks much" }
        moves: [{ to: gives_way, when: { pressure_above: 0.99 } }]
      gives_way:
        label: { en: "Gives way" }
  seller`,
  )}events:
  - id: rain
    on_round: 2
    chance: 0.0001
    news: { en: "It rains" }
`,
);

test("every finding names its place in the file, what was seen, and what to change", async () => {
  const { result, exit } = await ran(balanceCommand, FAULTY, "--runs", "30", "--format", "json");
  expect(exit).toBe(0);
  const { findings, runs, allRuns, tactics } = Balanced.parse(JSON.parse(result));
  expect([runs, allRuns, tactics.length]).toEqual([30, 330, 2]);
  const position = findings.find(({ kind }) => kind === "position_never_held");
  expect(position).toMatchObject({ where: "parties.buyer.positions.gives_way", party: "buyer", position: "gives_way" });
  expect(position?.evidence).toMatchObject({ count: 0, of: 330 });
  expect(position?.change).toContain("from asks_much when the pressure on Buyer is above 0.99");
  const event = findings.find(({ kind }) => kind === "event_never");
  expect(event).toMatchObject({
    where: "events.rain",
    event: "rain",
    change: expect.stringContaining("raise its chance (0.01 %)"),
  });
});

test("the text says the same for people", async () => {
  const { result } = await ran(balanceCommand, FAULTY, "--runs", "30");
  expect(result).toContain('Buyer never holds the position "Gives way"');
  expect(result).toContain("The event rain never happens");
  // Eleven experiments with the same thirty seeds: as unsure as thirty runs are.
  expect(result).toMatch(/in none of 330 runs \(so in less than 11\.4 %/);
  for (const line of result.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test("Munich: every position is held, every event happens, no seat is hopeless", { timeout: 120_000 }, async () => {
  const { result } = await ran(balanceCommand, MUNICH, "--runs", "40", "--format", "json", "--quiet");
  const kinds = Balanced.parse(JSON.parse(result)).findings.map(({ kind }) => kind);
  for (const kind of [
    "position_never_held",
    "event_never",
    "deed_never",
    "lever_never",
    "hopeless_seat",
    "nothing_to_sign",
  ]) {
    expect(kinds).not.toContain(kind);
  }
});

test("what was typed is wrong", async () => {
  expect(await ran(balanceCommand, MARKET, "--runs", "3")).toMatchObject({
    exit: 2,
    problems: expect.stringContaining("from 30"),
  });
  expect(await ran(balanceCommand, "nowhere.yaml")).toMatchObject({ exit: 1 });
});
