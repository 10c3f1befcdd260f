// What the scripts of package.json call. Plain JavaScript without packages: on a fresh clone, under any Node from
// 20.19, it installs what is locked and then goes on under the Node 24 that came with it.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, test } from "./checks.js";
import { install, modernNode, SetupError, TOP } from "./install.js";

/**
 * Runs a script under Node and gives its exit status. Signals are passed on: who stops `npm start` stops the server.
 * npm hands a signal to a shell that dies of it without telling us, so that our parent is watched as well.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {{ stdout?: "inherit" | "pipe", cwd?: string, env?: NodeJS.ProcessEnv }} options `pipe` collects stdout
 * @returns {Promise<{ status: number, stdout: string }>}
 */
function run(node, args, { stdout = "inherit", cwd = TOP, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env, stdio: ["inherit", stdout, "inherit"] });
    let collected = "";
    child.stdout?.setEncoding("utf8").on("data", (part) => {
      collected += part;
    });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.on(signal, () => child.kill(signal));
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || child.kill(), 500);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      resolve({ status: code ?? 1, stdout: collected });
    });
  });
}

const tool = (/** @type {string} */ path) => join(TOP, "node_modules", path);
const VITE = tool("vite/bin/vite.js");

/** Somebody sits before this machine and would like to see the page. */
function hasDesktop() {
  if (process.env.CI || process.env.SSH_CONNECTION || !process.stdout.isTTY) return false;
  const windows = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return process.platform === "darwin" || process.platform === "win32" || Boolean(windows);
}

/**
 * @param {string} node
 * @param {string[]} args
 */
async function start(node, args) {
  const open = hasDesktop() && !args.some((arg) => arg.startsWith("--open")) ? ["--open"] : [];
  return (await run(node, [VITE, ...open, ...args])).status;
}

/**
 * The static site, the headless API with its types, and the command.
 *
 * @param {string} node
 * @param {string[]} args
 */
async function build(node, args) {
  for (const mode of ["production", "lib", "cli"]) {
    const { status } = await run(node, [VITE, "build", "--mode", mode, ...args]);
    if (status !== 0) return status;
  }
  // TypeScript takes either a project or a list of files; a project that lists one file is both.
  const cache = tool(".cache/parley");
  const project = join(cache, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    rootDir: join(TOP, "src"),
    outDir: join(TOP, "dist/lib"),
  };
  const types = {
    extends: join(TOP, "tsconfig.json"),
    compilerOptions,
    files: [join(TOP, "src/index.ts")],
    include: [],
  };
  mkdirSync(cache, { recursive: true });
  writeFileSync(project, JSON.stringify(types));
  return (await run(node, [tool("typescript/bin/tsc"), "--project", project])).status;
}

/** TypeScript runs as it is; a Node that still calls that an experiment must not say so in the command's output. */
const QUIETLY = ["--disable-warning=ExperimentalWarning", "--conditions=source"];

/** Node keeps what it has made of the TypeScript, for every worker and for the next time: sooner ready, in less memory. */
const KEEPING = { NODE_COMPILE_CACHE: tool(".cache/parley/compiled"), ...process.env };

/**
 * The command sees the folder that the user is in; `npm run` itself moves to the top of the checkout.
 *
 * @param {string} node
 * @param {string[]} args
 */
async function parley(node, args) {
  const cwd = (process.env.npm_lifecycle_event === "parley" && process.env.INIT_CWD) || process.cwd();
  return (await run(node, [...QUIETLY, join(TOP, "src/cli/main.ts"), ...args], { cwd, env: KEEPING })).status;
}

/** @param {string} node */
async function schema(node) {
  const command = [...QUIETLY, join(TOP, "src/cli/main.ts"), "schema"];
  const { status, stdout } = await run(node, command, { stdout: "pipe" });
  if (status === 0) writeFileSync(join(TOP, "scenarios/scenario.schema.json"), stdout);
  return status;
}

/** What `npm run bench -- NAME` measures: plays a second, first visits, batches, the frontier, forecasts. */
const BENCHES = ["munich", "page", "batch", "frontier", "forecast"];

/** @type {Record<string, (node: string, args: string[]) => number | Promise<number>>} */
const TASKS = {
  start,
  test,
  build,
  parley,
  schema,
  bench: async (node, [what = "munich", ...args]) => {
    if (!BENCHES.includes(what)) throw new SetupError(`There is no bench "${what}": there are ${BENCHES.join(", ")}.`);
    return (await run(node, [...QUIETLY, join(TOP, "tests/bench", `${what}.ts`), ...args], { env: KEEPING })).status;
  },
  check: (node) => Math.min(1, check(node)),
  format: async (node, args) =>
    (await run(node, [tool("@biomejs/biome/bin/biome"), "check", "--write", ...args])).status,
};

/** @param {string[]} argv */
async function main([name = "", ...args]) {
  const task = TASKS[name];
  if (!task) throw new SetupError(`There is no task "${name}": there are ${Object.keys(TASKS).join(", ")}.`);
  install();
  return task(modernNode(), args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
