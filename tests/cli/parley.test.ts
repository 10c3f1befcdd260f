import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { COMMANDS as LISTED } from "../../src/cli/commands/list.ts";
import { ENGINE } from "../../src/play/seal.ts";
import { scenarioSchemaText } from "../../src/scenario/shape/json-schema.ts";
import { folder, MARKET, MUNICH, parley, parleyTo, startParley } from "./run.ts";

const files = folder();
const WRONG = files.write("wrong.yaml", "parley: 1\nid: wrong\ntitle: Wrong\nissue: 3\n");

const Diagnostics = z.strictObject({
  ok: z.boolean(),
  diagnostics: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
      severity: z.enum(["error", "warning"]),
      code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      message: z.string().min(1),
      path: z.array(z.union([z.string(), z.number()])),
    }),
  ),
});

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

describe("check", () => {
  test("a scenario that is fine: exit 0, nothing to say", () => {
    expect(parley("check", MARKET)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("a wrong file: exit 1, a line for each thing with its place", () => {
    const { status, stdout, stderr } = parley("check", MARKET, WRONG);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^.+\.yaml:\d+:\d+ (error|warning) [a-z-]+ \S.*$/);
    expect(stdout).toContain(`${WRONG}:4:1 error unknown-key`);
  });

  test("JSON has its form, for wrong files and fine ones", () => {
    const fine = parley("check", MUNICH, "--format", "json");
    expect(Diagnostics.parse(JSON.parse(fine.stdout)).ok).toBe(true);
    expect(fine.status).toBe(0);
    const wrong = parley("check", WRONG, files.path("missing.yaml"), "--format=json");
    const { ok, diagnostics } = Diagnostics.parse(JSON.parse(wrong.stdout));
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain("no-such-file");
    expect(wrong.status).toBe(1);
  });
});

describe("simulate", () => {
  test("the same input gives the same bytes", () => {
    const args = ["simulate", MUNICH, "--runs", "40", "--seed", "x", "--seat", "us=conceder", "--format", "json"];
    const first = parley(...args);
    expect(first).toMatchObject({ status: 0 });
    expect(parley(...args).stdout).toBe(first.stdout);
  });

  test("JSON has its form and its numbers agree with each other", () => {
    const { stdout } = parley("simulate", MUNICH, "--runs", "40", "--format", "json");
    const result = Simulated.parse(JSON.parse(stdout));
    const { outcomes, agreements, runs, seed } = result;
    expect({ runs, seed }).toEqual({ runs: 40, seed: "parley" });
    expect(outcomes.signed + outcomes.broken + outcomes.expired).toBe(runs);
    expect(agreements.reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.signed);
    expect(agreements.map(({ count }) => count)).toEqual(agreements.map(({ count }) => count).sort((a, b) => b - a));
    for (const { count, share: part } of agreements) expect(part).toBe(count / runs);
    expect(Object.keys(result.utilities)).toEqual(["us", "russia", "turkey", "un"]);
  });

  test("one run writes its transcript, its record, and the record replays", () => {
    const out = files.path("transcript.txt");
    const record = files.path("record.json");
    const shown = parley("simulate", MUNICH);
    const written = parley("simulate", MUNICH, "--out", out, "--record", record);
    expect({ status: written.status, stdout: written.stdout }).toEqual({ status: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe(shown.stdout);
    const replayed = parley("replay", record, "--format", "json");
    expect(replayed.status).toBe(0);
    expect(Replayed.parse(JSON.parse(replayed.stdout))).toMatchObject({ ok: true, difference: null });
  });

  test("many runs as text are a summary", () => {
    const { status, stdout } = parley("simulate", MARKET, "--runs", "30");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^signed +30 +100\.0 %$/m);
    expect(stdout).toContain("seeds parley/0 to parley/29");
  });
});

test("replay names the first turn that differs, and whose it is", () => {
  const record = files.path("play.json");
  parley("simulate", MARKET, "--record", record);
  const changed = JSON.parse(readFileSync(record, "utf8"));
  const offer = changed.actions.findLast((each: { action: { kind: string } }) => each.action.kind === "offer");
  offer.action.package.price = offer.action.package.price === "low" ? "high" : "low";
  const altered = files.write("altered.json", JSON.stringify(changed));
  const { status, stdout } = parley("replay", altered, "--format", "json");
  expect(status).toBe(1);
  const { ok, difference } = Replayed.parse(JSON.parse(stdout));
  expect(ok).toBe(false);
  expect(difference).toMatchObject({ turn: offer.turn, party: offer.party, kind: "machine" });
});

test("schema prints the schema", () => {
  expect(parley("schema")).toEqual({ status: 0, stdout: scenarioSchemaText(), stderr: "" });
});

describe("help and version", () => {
  const COMMANDS = ["check", "simulate", "replay", "analyze", "balance", "sweep", "merge", "diagram", "schema"];

  test.each([["--help"], ["-h"], ["help"]])("parley %s", (arg) => {
    const { status, stdout } = parley(arg);
    expect(status).toBe(0);
    for (const name of COMMANDS) expect(stdout).toContain(`  ${name} `);
    expect(stdout).toMatch(/Example:\n {2}parley /);
  });

  test.each(COMMANDS)("parley %s --help has an example", (command) => {
    const { status, stdout } = parley(command, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: parley ${command}`);
    expect(stdout).toMatch(new RegExp(`Examples?:\n {2}parley ${command}`));
  });

  test("each command goes by the name that it is listed under", async () => {
    for (const { name, load } of LISTED) expect((await load()).name).toBe(name);
    expect(LISTED.map(({ name }) => name)).toEqual(COMMANDS);
  });

  test.each(COMMANDS)("no line of the help of %s is broken by a terminal of 120 columns", (command) => {
    for (const line of parley(command, "--help").stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(120);
  });

  test("the version is the package's", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(parley("--version").stdout).toBe(`parley ${version} (${ENGINE})\n`);
  });

  test("no command at all is a wrong command line; the help goes to stderr", () => {
    const { status, stdout, stderr } = parley();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Usage: parley COMMAND");
  });
});

test("who stops reading is no error", async () => {
  const child = startParley("simulate", MUNICH);
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (part) => {
    stderr += part;
  });
  child.stdout?.destroy();
  const [status] = await once(child, "close");
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.not.stringContaining("EPIPE") });
});

test.runIf(existsSync("/dev/full"))("a disk that is full is one line and exit 1", () => {
  const { status, stderr } = parley("schema", "--out", "/dev/full");
  expect({ status, stderr }).toEqual({ status: 1, stderr: '"/dev/full" cannot be written: the disk is full.\n' });
});

test.runIf(existsSync("/dev/full"))("and so it is where the result is shown, in a piece or row by row", () => {
  for (const args of [
    ["analyze", MARKET],
    ["simulate", MARKET, "--runs", "40", "--quiet", "--format", "csv"],
  ]) {
    const full = openSync("/dev/full", "w");
    try {
      const { status, stderr } = parleyTo(full, ...args);
      expect({ status, stderr }).toEqual({ status: 1, stderr: "The result cannot be written: the disk is full.\n" });
    } finally {
      closeSync(full);
    }
  }
});

describe("hostile files end with a code and run nothing", () => {
  const issues = Array.from({ length: 12 }, (_, at) => {
    const options = Array.from({ length: 10 }, (__, option) => `o${option}: { en: "${option}" }`).join(", ");
    return `  i${at}: { title: { en: i }, options: { ${options} }, status_quo: o0 }`;
  });
  const worths = Array.from({ length: 10 }, (_, option) => `o${option}: ${option}`).join(", ");
  const values = issues.map((_, at) => `      i${at}: { weight: 1, options: { ${worths} } }`).join("\n");
  const party = (id: string): string => `  ${id}:\n    name: { en: ${id} }\n    values:\n${values}`;
  const bombs = Array.from({ length: 30 }, (_, at) => {
    const before = at === 0 ? '"x"' : `*a${at - 1}`;
    return `  - &a${at} [${Array.from({ length: 9 }, () => before).join(", ")}]`;
  });
  const hostile: readonly (readonly [string, string])[] = [
    ["proto.yaml", "parley: 1\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n"],
    ["bomb.yaml", `parley: 1\nbomb:\n${bombs.join("\n")}\n`],
    ["large.yaml", `parley: 1\nid: "${"x".repeat(20_000_000)}"\n`],
    ["deep.yaml", "[".repeat(500_000)],
    [
      "packages.yaml",
      `parley: 1\nid: p\ntitle: P\nissues:\n${issues.join("\n")}\nparties:\n${party("a")}\n${party("b")}\n`,
    ],
  ];

  test.each(hostile)("%s", (name, content) => {
    const file = files.write(name, content);
    for (const command of ["check", "simulate", "replay"]) {
      const { status, stdout, stderr } = parley(command, file);
      expect(status, `${command} ${stderr.slice(0, 400)}`).toBe(
        command === "check" && name === "packages.yaml" ? 0 : 1,
      );
      expect(stdout + stderr).not.toMatch(/\n\s+at |fault of Parley/);
      expect((stdout + stderr).length).toBeLessThan(100_000);
    }
  });

  test("a script in a title is a text like any other", () => {
    const text = readFileSync(MARKET, "utf8").replace("A stall", "<script>alert(1)</script>");
    const file = files.write("script.yaml", text);
    expect(parley("simulate", file).stdout).toContain("<script>alert(1)</script> at the market");
    expect(parley("diagram", file).stdout).not.toContain("<script>");
  });
});
