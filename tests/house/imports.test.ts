import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Each file below is planted in an empty copy of the house and handed to Biome with the project's own settings.

/** From the ground up; a room may import from the rows below its own, never from its own row. */
const ROWS = [
  ["exact"],
  ["language"],
  ["scenario"],
  ["bargaining"],
  ["table"],
  ["aftermath", "tactics"],
  ["play"],
  ["lab", "interop", "charts"],
  ["stage", "pages"],
  ["cli"],
];
const ROOMS = ROWS.flat();
const REPEATABLE = ROOMS.slice(0, ROOMS.indexOf("charts"));
const HEADLESS = ROOMS.slice(0, ROOMS.indexOf("stage"));

const row = (room: string) => ROWS.findIndex((rooms) => rooms.includes(room));

const house = mkdtempSync(join(tmpdir(), "parley-house-"));
const planted = new Map<string, string>();
const findings = new Map<string, Set<string>>();

function plant(path: string, source: string): string {
  planted.set(path, source);
  return path;
}

function importing(from: string, specifier: string): string {
  return plant(`${from}`, `import { thing } from "${specifier}";\n\nexport const other = thing;\n`);
}

const arrows = ROOMS.flatMap((from) =>
  ROOMS.filter((to) => to !== from).map((to) => ({
    from,
    to,
    path: importing(`src/${from}/imports-${to}.ts`, `../${to}/thing.ts`),
    deep: importing(`src/${from}/inner/imports-${to}.ts`, `../../${to}/inner/thing.ts`),
    lazy: plant(`src/${from}/awaits-${to}.ts`, `export const thing = () => import("../${to}/thing.ts");\n`),
    type: plant(`src/${from}/types-${to}.ts`, `export type { Thing } from "../${to}/thing.ts";\n`),
    barred: row(to) >= row(from),
  })),
);

const inexact = [
  ...["Math.random()", "Math.pow(2, 3)", "Math.exp(1)", "Math.log(2)", "Math.log2(2)", "Math.log10(2)", "Math.sin(1)"],
  ...["Math.hypot(1, 2)", "Math.cbrt(2)", "Math.tanh(1)", '(Math as never)["exp"]', "Math", "2 ** 0.5", "Date.now()"],
  ...["Date.now", "new Date()", "Date()", "globalThis.Math.exp(1)", "[1].map(Math.log1p)", '"a".localeCompare("b")'],
  ...["(1).toLocaleString()", '"a".toLocaleUpperCase()'],
].map((expression, n) => ({
  expression,
  paths: REPEATABLE.map((room) => plant(`src/${room}/inexact-${n}.ts`, `export const x = ${expression};\n`)),
}));

const exact = [
  "Math.floor(1.5)",
  "Math.imul(2, 3)",
  "Math.sqrt(2)",
  "Math.PI",
  "new Date(2016, 1, 11)",
  "2 * 3",
  '(1).toLocaleString("en")',
].map((expression, n) => ({ expression, path: plant(`src/exact/exact-${n}.ts`, `export const x = ${expression};\n`) }));

const outside = ["document.body", "window", "localStorage", "navigator.language", "process.env", "setTimeout", "fetch"];
const globals = outside.map((name, n) => ({
  name,
  paths: HEADLESS.map((room) => plant(`src/${room}/outside-${n}.ts`, `export const x = ${name};\n`)),
}));

const packages = [
  { specifier: "node:fs", barred: ROOMS.filter((room) => room !== "cli") },
  { specifier: "phaser", barred: ROOMS.filter((room) => room !== "stage") },
  { specifier: "preact/hooks", barred: ROOMS.slice(0, ROOMS.indexOf("lab")) },
  { specifier: "parley", barred: ROOMS.filter((room) => room !== "cli") },
  { specifier: "../main.ts", barred: ROOMS },
].map((each, n) => ({
  ...each,
  paths: ROOMS.map((room) => ({ room, path: importing(`src/${room}/package-${n}.ts`, each.specifier) })),
}));

const cycle = [
  plant("src/exact/hen.ts", 'import { egg } from "./egg.ts";\n\nexport const hen = (): unknown => egg;\n'),
  plant("src/exact/egg.ts", 'import { hen } from "./hen.ts";\n\nexport const egg = (): unknown => hen;\n'),
];
const tolerances = ["1e-9", "1E-9", "1e-09", "1.0e-9", "0.000000001", ".000000001", "0.000_000_001", "x * -1e-9"].map(
  (expression, n) => ({
    expression,
    paths: ROOMS.map((room) =>
      plant(`src/${room}/tolerance-${n}.ts`, `export const f = (x: number) => x + ${expression};\n`),
    ),
  }),
);
const ONE_TOLERANCE = plant("src/exact/tolerance.ts", "export const share = 1e-9;\n");
const otherNumbers = plant("src/exact/other-numbers.ts", "export const x = [1e-8, 1e-10, 1e9, 0.0000000011, 2e-9];\n");
const typeCycle = [
  plant("src/exact/lock.ts", 'import type { Key } from "./key.ts";\n\nexport type Lock = Key | null;\n'),
  plant("src/exact/key.ts", 'import type { Lock } from "./lock.ts";\n\nexport type Key = Lock | null;\n'),
];
const anything = plant("src/exact/anything.ts", "export const thing = (x: any) => x;\n");
const assigned = plant("src/exact/assigned.ts", "export let x = 2;\nx **= 3;\n");
const compared = plant("src/exact/compared.ts", "export let x = true;\nx = 2 * 3 ===\n  6;\n");
const api = importing("src/index.ts", "./pages/thing.ts");
const apiBelow = importing("src/play/reaches-up.ts", "../index.ts");

function caught(path: string): string[] {
  return [...(findings.get(path) ?? [])].sort();
}

type Report = { diagnostics: { category: string; severity: string; location: { path: string | { file: string } } }[] };

beforeAll(async () => {
  const top = dirname(dirname(import.meta.dirname));
  cpSync(join(top, "biome.json"), join(house, "biome.json"));
  for (const rules of ["repeatable.grit", "tolerance.grit"]) {
    cpSync(join(top, "tests/house", rules), join(house, "tests/house", rules));
  }
  for (const [path, source] of planted) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const stdout = await new Promise<string>((resolve) => {
    const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "--diagnostic-level=error"];
    execFile(process.execPath, args, { cwd: house, maxBuffer: 1 << 28 }, (_error, out) => resolve(out));
  });
  for (const { category, location } of (JSON.parse(stdout) as Report).diagnostics) {
    const path = typeof location.path === "string" ? location.path : location.path.file;
    const rules = findings.get(path) ?? new Set();
    findings.set(path, rules.add(category));
  }
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("imports run downwards only", () => {
  test.each(arrows)("$from → $to", ({ path, deep, lazy, type, barred }) => {
    const expected = barred ? ["lint/style/noRestrictedImports"] : [];
    expect([path, deep, lazy, type].map(caught)).toEqual([expected, expected, expected, expected]);
  });

  test.each([
    { of: "values", files: cycle },
    { of: "types", files: typeCycle },
  ])("never in a circle, of $of", ({ files }) => {
    expect(files.map(caught)).toEqual([["lint/suspicious/noImportCycles"], ["lint/suspicious/noImportCycles"]]);
  });

  test("the headless API reaches no screen, and nothing below reaches it", () => {
    expect([api, apiBelow].map(caught)).toEqual([
      ["lint/style/noRestrictedImports"],
      ["lint/style/noRestrictedImports"],
    ]);
  });

  test.each(packages)("$specifier belongs to some rooms only", ({ paths, barred }) => {
    expect(paths.filter(({ path }) => caught(path).length > 0).map(({ room }) => room)).toEqual(barred);
  });
});

describe("the engine is the same everywhere", () => {
  test.each(inexact)("no $expression from exact to interop", ({ paths }) => {
    expect(paths.filter((path) => !caught(path).includes("plugin"))).toEqual([]);
  });

  test.each(exact)("$expression is exact", ({ path }) => {
    expect(caught(path)).toEqual([]);
  });

  test.each(globals)("no $name below stage and pages", ({ paths }) => {
    expect(paths.filter((path) => !caught(path).includes("lint/style/noRestrictedGlobals"))).toEqual([]);
  });

  test("no power in an assignment, and comparisons beside it pass", () => {
    expect([assigned, compared].map(caught)).toEqual([["plugin"], []]);
  });

  test.each(tolerances)("no second tolerance: $expression", ({ paths }) => {
    expect(paths.filter((path) => !caught(path).includes("plugin"))).toEqual([]);
  });

  test("the tolerance stands in one file, and other small numbers pass", () => {
    expect([ONE_TOLERANCE, otherNumbers].map(caught)).toEqual([[], []]);
  });

  test("no any", () => {
    expect(caught(anything)).toEqual(["lint/suspicious/noExplicitAny"]);
  });
});
