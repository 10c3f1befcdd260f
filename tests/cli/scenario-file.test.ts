import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parley } from "../../src/cli/parley.ts";
import { folder, MARKET } from "./run.ts";

const files = folder();
const SWEEP = files.write(
  "sweep.yaml",
  `scenario: ${JSON.stringify(MARKET)}\nvary: { protocol.rounds: [6, 8] }\nrepetitions: 20\n`,
);

describe("a file of the wrong kind, or a wrong one", () => {
  test("a sweep file for a scenario, a scenario for a sweep file: one line that says so", async () => {
    for (const command of ["simulate", "analyze", "balance", "diagram"]) {
      const { stderr, exit } = await parley([command, SWEEP]);
      expect({ stderr, exit }).toEqual({ stderr: `${SWEEP} is a sweep file: parley sweep runs it.\n`, exit: 1 });
    }
    const { stderr, exit } = await parley(["sweep", MARKET, "--out", files.path("none")]);
    expect(stderr.startsWith(`${MARKET} is a scenario. `)).toBe(true);
    expect({ exit, lines: stderr.split("\n").length }).toEqual({ exit: 1, lines: 2 });
  });

  test("a wrong scenario: simulate and diagram say what is wrong where", async () => {
    const file = files.write("wrong.yaml", "parley: 1\nid: wrong\ntitle: Wrong\nissue: 3\n");
    for (const command of ["simulate", "diagram"]) {
      const { stdout, stderr, exit } = await parley([command, file]);
      expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
      expect(stderr).toContain(`${file}:4:1 error unknown-key`);
    }
  });
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

  test.each(hostile)("%s", async (name, content) => {
    const file = files.write(name, content);
    for (const command of ["check", "simulate", "replay"]) {
      const { exit, stdout, stderr } = await parley([command, file]);
      expect(exit, `${command} ${stderr.slice(0, 400)}`).toBe(command === "check" && name === "packages.yaml" ? 0 : 1);
      expect(stdout + stderr).not.toMatch(/\n\s+at |fault of Parley/);
      expect((stdout + stderr).length).toBeLessThan(100_000);
    }
  });

  test("a script in a title is a text like any other", async () => {
    const text = readFileSync(MARKET, "utf8").replace("A stall", "<script>alert(1)</script>");
    const file = files.write("script.yaml", text);
    expect((await parley(["simulate", file])).stdout).toContain("<script>alert(1)</script> at the market");
    expect((await parley(["diagram", file])).stdout).not.toContain("<script>");
  });
});
