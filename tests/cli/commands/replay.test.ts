import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parley } from "../../../src/cli/parley.ts";
import { openPlay } from "../../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../../src/play/record.ts";
import { issueOf, partyOf, scenarioOf } from "../../setup/scenarios.ts";
import { folder, MARKET } from "../run.ts";

const files = folder();

const SCENARIO = scenarioOf(
  [issueOf("price", ["low", "middle", "high"]), issueOf("day", ["today", "tomorrow"])],
  [
    partyOf("buyer", [
      [100, 60, 0],
      [100, 0],
    ]),
    partyOf("seller", [
      [0, 70, 100],
      [0, 100],
    ]),
  ],
);

const Replayed = z.strictObject({
  ok: z.boolean(),
  engine: z.string(),
  actions: z.int(),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
  difference: z
    .strictObject({
      act: z.int(),
      turn: z.int(),
      party: z.string().nullable(),
      at: z.int(),
      kind: z.string(),
      message: z.string(),
    })
    .nullable(),
});

function played(): PlayRecord {
  const play = openPlay({ scenario: SCENARIO, seed: "r" });
  play.advance();
  return recordOf(play);
}

function replayed(record: unknown, ...more: readonly string[]) {
  return parley(["replay", files.write("record.json", JSON.stringify(record)), ...more]);
}

describe("replay", () => {
  test("a record that agrees", async () => {
    const record = played();
    const { stdout, stderr, exit } = await replayed(record);
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
    expect(stdout).toBe(`The record agrees: ${record.actions.length} actions, seal ${record.seal}.\n`);
  });

  test("a record that was kept before the end agrees too", async () => {
    const play = openPlay({ scenario: SCENARIO, seed: "r", seats: { seller: { by: "human" } } });
    play.advance();
    expect(play.waiting).toMatchObject({ kind: "answers" });
    expect((await replayed(recordOf(play))).exit).toBe(0);
  });

  test("another seal at the end", async () => {
    const record = { ...played(), seal: "0".repeat(64) };
    const { stdout, exit } = await replayed(record);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/the record differs at act 1, turn \d+: the last seal/);
  });

  test("a scenario that was changed afterwards", async () => {
    const record = played();
    const acts = record.acts.map((act) => ({ ...act, scenario: { ...act.scenario, title: { en: "Another" } } }));
    expect((await replayed({ ...record, acts })).stdout).toContain(
      "act 1, turn 0: the scenario in the record is not the one its hash names",
    );
  });

  test("an action that was left out is missed where the next one stands", async () => {
    const record = played();
    const [first, , third, ...rest] = record.actions;
    const { stdout, exit } = await replayed({ ...record, actions: [first, third, ...rest] });
    expect(exit).toBe(1);
    expect(stdout).toMatch(new RegExp(`the record differs at act 1, turn [1-${third?.turn}], ${third?.party}: `));
  });

  test("an older revision of the rules is read, not played", async () => {
    const record = { ...played(), engine: "parley rules 0" };
    const { stdout, exit } = await replayed(record);
    expect(exit).toBe(1);
    expect(stdout).toContain("made by parley rules 0");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1 + record.actions.length);
    const { difference } = JSON.parse((await replayed(record, "--format", "json")).stdout);
    expect(difference).toMatchObject({ kind: "engine", party: null });
  });

  test("a scenario that is too large to play is said, not thrown", async () => {
    const options = Array.from({ length: 200 }, (_, at) => `o${at}`);
    const issues = ["a", "b", "c"].map((id) => issueOf(id, options));
    const worths = issues.map(() => options.map(() => 0));
    const scenario = scenarioOf(issues, [partyOf("x", worths), partyOf("y", worths)]);
    const record = played();
    const act = { ...record.acts[0], scenario, seats: {} };
    const { stdout, stderr, exit } = await replayed({ ...record, acts: [act], actions: [] });
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
    expect(stderr).toContain("8,000,000 packages");
  });
});

test("the first turn that differs, and whose it is", async () => {
  const record = files.path("play.json");
  await parley(["simulate", MARKET, "--record", record]);
  const changed = JSON.parse(readFileSync(record, "utf8"));
  const offer = changed.actions.findLast((each: { action: { kind: string } }) => each.action.kind === "offer");
  offer.action.package.price = offer.action.package.price === "low" ? "high" : "low";
  const altered = files.write("altered.json", JSON.stringify(changed));
  const { exit, stdout } = await parley(["replay", altered, "--format", "json"]);
  expect(exit).toBe(1);
  const { ok, difference } = Replayed.parse(JSON.parse(stdout));
  expect(ok).toBe(false);
  expect(difference).toMatchObject({ turn: offer.turn, party: offer.party, kind: "machine" });
});
