import { expect, test } from "vitest";
import { parley } from "../../../src/cli/parley.ts";
import { DISPOSED } from "../../scenario/sample.ts";
import { folder } from "../run.ts";

const FILE = folder().write("two-rivers.yaml", DISPOSED);

test("a disposition that is named is that of every run, and stands in the rows", async () => {
  const args = ["simulate", FILE, "--runs", "3", "--format", "ndjson", "--quiet", "--disposition", "south=slow"];
  const { stdout, exit } = await parley(args);
  expect(exit).toBe(0);
  const rows = stdout.trim().split("\n");
  expect(rows.map((row) => JSON.parse(row).disposition_south)).toEqual(["slow", "slow", "slow"]);
});

test("an analysis is by the file's own numbers unless one is named, and says which", async () => {
  const [own, eager] = await Promise.all(
    [[], ["--disposition", "south=eager"]].map((more) => parley(["analyze", FILE, "--format", "json", ...more])),
  );
  const [plain, disposed] = [own, eager].map((one) => JSON.parse(one?.stdout ?? ""));
  expect(plain.dispositions).toEqual({ south: null });
  expect(disposed.dispositions).toEqual({ south: "eager" });
  expect(disposed.scenario.hash).toBe(plain.scenario.hash);
  expect([plain, disposed].map(({ parties }) => parties.south.reservation)).toEqual([0, 10]);
});

test.each([
  ["south=hasty", "eager, slow"],
  ["north=slow", "north has no dispositions"],
  ["west=slow", "There is no party"],
  ["slow", "PARTY=ID"],
])("--disposition %s: what there is", async (typed, words) => {
  const { stderr, exit } = await parley(["simulate", FILE, "--disposition", typed]);
  expect(exit).toBe(2);
  expect(stderr).toContain(words);
});
