import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TOP } from "../../scripts/install.js";
import { COMMANDS } from "../../src/cli/commands/list.ts";
import { parley } from "../../src/cli/parley.ts";
import { ENGINE } from "../../src/play/seal.ts";
import { scenarioSchemaText } from "../../src/scenario/shape/json-schema.ts";

const NAMES = ["check", "simulate", "replay", "analyze", "balance", "sweep", "merge", "diagram", "schema"];

test.each([["--help"], ["-h"], ["help"]])("parley %s", async (arg) => {
  const { exit, stdout } = await parley([arg]);
  expect(exit).toBe(0);
  for (const name of NAMES) expect(stdout).toContain(`  ${name} `);
  expect(stdout).toMatch(/Example:\n {2}parley /);
});

test("each command goes by the name that it is listed under", async () => {
  for (const { name, load } of COMMANDS) expect((await load()).name).toBe(name);
  expect(COMMANDS.map(({ name }) => name)).toEqual(NAMES);
});

describe.each(NAMES)("parley %s --help", (command) => {
  test("has an example", async () => {
    const { exit, stdout } = await parley([command, "--help"]);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Usage: parley ${command}`);
    expect(stdout).toMatch(new RegExp(`Examples?:\n {2}parley ${command}`));
  });

  test("has no line that a terminal of 120 columns would break", async () => {
    const { stdout } = await parley([command, "--help"]);
    for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(120);
  });
});

test("the version is the package's", async () => {
  const { version } = JSON.parse(readFileSync(join(TOP, "package.json"), "utf8"));
  expect((await parley(["--version"])).stdout).toBe(`parley ${version} (${ENGINE})\n`);
});

test("no command at all is a wrong command line; the help goes to stderr", async () => {
  const { exit, stdout, stderr } = await parley([]);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
  expect(stderr).toContain("Usage: parley COMMAND");
});

test("schema prints the schema", async () => {
  expect(await parley(["schema"])).toEqual({ exit: 0, stdout: scenarioSchemaText(), stderr: "" });
});
