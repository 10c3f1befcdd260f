import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parley } from "../../src/cli/parley.ts";
import { folder, MARKET } from "./run.ts";

const files = folder();
mkdirSync(files.path("folder"));

describe("a file that cannot be read or written is one line and exit 1", () => {
  const unreadable: readonly (readonly [string, string])[] = [
    [files.path("missing.yaml"), "no-such-file"],
    [`${MARKET}/below`, "no-such-file"],
    [files.path("folder"), "not-a-file"],
    [files.write("binary.yaml", Uint8Array.of(0x70, 0, 0x71)), "not-text"],
    [files.write("utf16.yaml", Uint8Array.of(0xff, 0xfe, 0x70, 0)), "not-text"],
    [files.write("latin1.yaml", Uint8Array.of(0x70, 0xe9, 0x0a)), "not-text"],
  ];

  test.each(unreadable)("%s: %s", async (file, code) => {
    for (const command of ["check", "simulate", "replay", "diagram"]) {
      const { stdout, stderr, exit } = await parley([command, file]);
      expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
      expect(stderr.startsWith(`${file}:1:1 error ${code} `)).toBe(true);
      expect(stderr.indexOf("\n")).toBe(stderr.length - 1);
    }
  });

  test("a file name with a line end in it stays in its line", async () => {
    const { stderr } = await parley(["check", "a\nb.yaml:1:1 error fake"]);
    expect(stderr.split("\n")).toHaveLength(2);
  });

  test.each([
    [files.path("folder"), "it is a folder"],
    [files.path("nowhere/out.txt"), "there is no such folder"],
  ])("--out %s: %s", async (out, why) => {
    const { stdout, stderr, exit } = await parley(["schema", "--out", out]);
    expect({ stdout, stderr, exit }).toEqual({ stdout: "", stderr: `"${out}" cannot be written: ${why}.\n`, exit: 1 });
  });

  test("what is no record", async () => {
    const { stdout, stderr, exit } = await parley(["replay", MARKET]);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
    expect(stderr).toContain("not JSON");
    expect((await parley(["replay", files.write("object.json", "{}")])).exit).toBe(1);
    expect((await parley(["replay", files.write("list.json", "[1]")])).exit).toBe(1);
  });
});

test("--out holds what would have been shown", async () => {
  const out = files.path("result.json");
  const args = ["simulate", MARKET, "--runs", "3", "--format", "json"];
  const shown = (await parley(args)).stdout;
  expect((await parley([...args, "--out", out])).stdout).toBe("");
  expect(readFileSync(out, "utf8")).toBe(shown);
});

test("a link to the file that is read is not overwritten", async () => {
  const file = files.write("linked.yaml", readFileSync(MARKET, "utf8"));
  symlinkSync(file, files.path("link.yaml"));
  expect((await parley(["check", file, "--out", files.path("link.yaml")])).exit).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(readFileSync(MARKET, "utf8"));
});
