import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parley } from "../../../src/cli/parley.ts";
import { folder, MARKET, MUNICH } from "../run.ts";

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

describe("check", () => {
  test("a scenario that is fine: exit 0, nothing to say", async () => {
    expect(await parley(["check", MARKET])).toEqual({ exit: 0, stdout: "", stderr: "" });
  });

  test("a wrong file: exit 1, a line for each thing with its place", async () => {
    const { exit, stdout, stderr } = await parley(["check", MARKET, WRONG]);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^.+\.yaml:\d+:\d+ (error|warning) [a-z-]+ \S.*$/);
    expect(stdout).toContain(`${WRONG}:4:1 error unknown-key`);
  });

  test("JSON has its form, for wrong files and fine ones", async () => {
    const fine = await parley(["check", MUNICH, "--format", "json"]);
    expect(Diagnostics.parse(JSON.parse(fine.stdout)).ok).toBe(true);
    expect(fine.exit).toBe(0);
    const wrong = await parley(["check", WRONG, files.path("missing.yaml"), "--format=json"]);
    const { ok, diagnostics } = Diagnostics.parse(JSON.parse(wrong.stdout));
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain("no-such-file");
    expect(wrong.exit).toBe(1);
  });
});
