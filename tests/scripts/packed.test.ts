import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npm, TOP } from "../../scripts/install.js";
import { builtPackage } from "../setup/built.ts";
import { tryEverything } from "./uses-parley.ts";

// What a user gets: the package as npm packs it, installed into an empty folder far from this checkout.

/** Far above what npm takes on a busy machine with a slow network. */
const PATIENCE = 300_000;
const MUNICH = "node_modules/parley/scenarios/munich-2016.yaml";

const folder = mkdtempSync(join(tmpdir(), "parley-packed-"));
const installed = join(folder, "node_modules/parley");

function write(name: string, content: string | object): void {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
}

/** Runs a program in the folder; its stdout. */
function run(command: string, args: readonly string[]): string {
  const shell = process.platform === "win32" && command.endsWith(".cmd");
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} ends with ${status}: ${error ?? ""}\n${stdout}${stderr}`);
  return stdout;
}

function node(...args: readonly string[]): string {
  return run(process.execPath, ["--disable-warning=ExperimentalWarning", ...args]);
}

function parley(...args: readonly string[]): string {
  return run(join(folder, "node_modules/.bin", process.platform === "win32" ? "parley.cmd" : "parley"), args);
}

/** Files below a folder by their path inside of it, sorted. */
function filesIn(top: string): string[] {
  const found = readdirSync(top, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return found
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(top.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

beforeAll(() => {
  const dist = builtPackage();
  expect(filesIn(dist)).toContain("lib/index.d.ts");
  // The build is there: `prepack` would make it once more.
  const packed = npm(["pack", TOP, "--ignore-scripts", "--loglevel=error", "--pack-destination", folder], folder);
  const [tarball] = readdirSync(folder);
  if (!packed || !tarball) throw new Error("npm could not pack the package: look at its message above.");
  write("package.json", { private: true, type: "module" });
  // Versions are asked of the registry as for any user; what npm has at hand is not fetched once more.
  const args = ["install", `./${tarball}`, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!npm(args, folder)) throw new Error("The packed package could not be installed: look at npm's message above.");
  // Programs in TypeScript for Node are written with these.
  mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
  symlinkSync(join(TOP, "node_modules/@types/node"), join(folder, "node_modules/@types/node"), "junction");
  copyFileSync(join(TOP, "tests/scripts/uses-parley.ts"), join(folder, "uses-parley.ts"));
  const readme = readFileSync(join(TOP, "README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  write("readme.ts", example.replace("scenarios/munich-2016.yaml", MUNICH));
}, PATIENCE);

afterAll(() => rmSync(folder, { recursive: true, force: true }), PATIENCE);

describe("the tarball", () => {
  test("holds the build and the scenarios, and nothing of the source", () => {
    const files = filesIn(installed);
    expect(files).toEqual(expect.arrayContaining(["dist/cli/parley.js", "dist/cli/worker.js", "dist/lib/parley.js"]));
    expect(files).toEqual(expect.arrayContaining(["scenarios/munich-2016.yaml", "LICENSE", "README.md"]));
    expect(files.filter((file) => /^(src|tests|scripts|build)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /\.map$|\.tsx?$/.test(file) && !file.endsWith(".d.ts"))).toEqual([]);
  });

  test("holds the site that the end-to-end tests visit, byte by byte", () => {
    const [site, packed] = [join(TOP, "dist/site"), join(installed, "dist/site")];
    expect(filesIn(packed)).toEqual(filesIn(site));
    const differing = filesIn(site).filter(
      (file) => !readFileSync(join(site, file)).equals(readFileSync(join(packed, file))),
    );
    expect(differing).toEqual([]);
  });

  test("names no file that is not there", () => {
    const { exports, bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    const named = [...Object.values<string>(exports["."]), ...Object.values<string>(bin)];
    const files = filesIn(installed);
    expect(named.map((path) => path.replace(/^\.\//, "")).filter((path) => !files.includes(path))).toEqual([]);
  });
});

describe("the headless API", () => {
  test.each([
    { moduleResolution: "nodenext", module: "nodenext" },
    { moduleResolution: "bundler", module: "esnext" },
  ])("has types for $moduleResolution, strict and without a hole", (resolution) => {
    const compilerOptions = {
      ...{ ...resolution, target: "es2024", lib: ["es2024"], types: ["node"], noEmit: true },
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
    };
    const project = `tsconfig.${resolution.moduleResolution}.json`;
    write(project, { compilerOptions, files: ["uses-parley.ts", "readme.ts"] });
    node(join(TOP, "node_modules/typescript/bin/tsc"), "--project", project);
  });

  test("does there what it does here", () => {
    write(
      "main.ts",
      'import { readFileSync } from "node:fs";\nimport { tryEverything } from "./uses-parley.ts";\n' +
        `console.log(JSON.stringify(tryEverything(readFileSync("${MUNICH}", "utf8"))));\n`,
    );
    const here = tryEverything(readFileSync(join(installed, "scenarios/munich-2016.yaml"), "utf8"));
    expect(here.unknown).toContain("weather");
    expect(JSON.parse(node("main.ts"))).toEqual(JSON.parse(JSON.stringify(here)));
  });

  test("runs the program of the README", () => {
    expect(node("readme.ts")).toMatch(/signed: \d+/);
  });
});

describe("the command", () => {
  test("tells its version, and finds nothing wrong with the scenario that it comes with", () => {
    const { version } = JSON.parse(readFileSync(join(TOP, "package.json"), "utf8"));
    expect(parley("--version")).toContain(`parley ${version} `);
    expect(parley("check", MUNICH)).toBe("");
  });

  test("plays in workers, writes Parquet, and replays what it has recorded", () => {
    const args = ["simulate", MUNICH, "--runs", "120", "--quiet", "--format", "json"];
    expect(parley(...args, "--workers", "2")).toBe(parley(...args, "--workers", "1"));
    parley("simulate", MUNICH, "--runs", "120", "--quiet", "--format", "parquet", "--out", "runs.parquet");
    expect(readFileSync(join(folder, "runs.parquet")).subarray(0, 4).toString()).toBe("PAR1");
    parley("simulate", MUNICH, "--record", "play.json", "--out", "play.txt");
    expect(JSON.parse(parley("replay", "play.json", "--format", "json"))).toMatchObject({ ok: true });
  });
});
