import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TOP } from "../../scripts/install.js";
import { sourceFiles } from "./source.ts";

// docs/architecture.md says how the program is built and, row by row, where each rule is decided: question, symbol, file.

const ROW = /^\| (.+?) \| `([^`]+)` \| `([^`]+)` \|$/;

const text = readFileSync(join(TOP, "docs/architecture.md"), "utf8");
const [, section = ""] = text.split("\n## Where is it decided?\n");
const table = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
const rows = table.slice(2).map((line) => {
  const [, question, symbol, file] = ROW.exec(line) ?? [];
  return { line, question, symbol, file };
});
const src = sourceFiles(["src"], [".ts", ".tsx"]);

test("forty questions at least are answered, each once and in the form of the table", () => {
  expect(rows.filter(({ question }) => !question).map(({ line }) => line)).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(40);
  expect(new Set(rows.map(({ question }) => question)).size).toBe(rows.length);
});

describe("each symbol is exported once, and stands where the table says", () => {
  test.each(rows)("$question → $symbol", ({ symbol, file }) => {
    const owners = src.filter(({ exported }) => exported.some(({ name }) => name === symbol));
    expect(owners.map(({ path }) => path)).toEqual([`src/${file}`]);
  });
});

test("the files that the document names are there", () => {
  const named = [...text.matchAll(/`([\w./-]+\.(?:tsx?|js|css|json|grit))`/g)].map(([, path = ""]) => path);
  const known = sourceFiles(
    ["src", "tests", "scripts", "build", "scenarios"],
    [".ts", ".tsx", ".js", ".css", ".json", ".grit"],
  );
  // Below src/ unless it says otherwise; within a paragraph about a folder by its name alone.
  const found = (path: string): boolean => known.some((file) => `/${file.path}`.endsWith(`/${path}`));
  expect(named.filter((path) => !found(path) && !existsSync(join(TOP, path)))).toEqual([]);
});
