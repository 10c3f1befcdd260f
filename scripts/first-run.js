// What the scripts of package.json call. Plain JavaScript without packages: on a fresh clone, under any Node from
// 20.19, it installs what is locked and then goes on under the Node 24 that came with it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, VITE } from "./build.js";
import { check, test } from "./checks.js";
import { install, modernNode, SetupError, TOP } from "./install.js";
import { run, tool } from "./run.js";

/** Whether a user sits at this machine and would like to see the page. */
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

/** TypeScript runs as it is; a Node that still calls that an experiment must not say so in the command's output. */
const NODE_FLAGS = ["--disable-warning=ExperimentalWarning"];

/** Node keeps the TypeScript that it has compiled, for every worker and for the next time: sooner ready, in less memory. */
const COMPILE_CACHE = { NODE_COMPILE_CACHE: tool(".cache/parley/compiled"), ...process.env };

const COMMAND = join(TOP, "src/cli/main.ts");

/**
 * The command sees the folder that the user is in; `npm run` itself moves to the top of the checkout.
 *
 * @param {string} node
 * @param {string[]} args
 */
async function parley(node, args) {
  const cwd = (process.env.npm_lifecycle_event === "parley" && process.env.INIT_CWD) || process.cwd();
  return (await run(node, [...NODE_FLAGS, COMMAND, ...args], { cwd, env: COMPILE_CACHE })).status;
}

/** @param {string} node */
async function schema(node) {
  const { status, stdout } = await run(node, [...NODE_FLAGS, COMMAND, "schema"], { stdout: "pipe" });
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
    return (await run(node, [...NODE_FLAGS, join(TOP, "tests/bench", `${what}.ts`), ...args], { env: COMPILE_CACHE }))
      .status;
  },
  check: async (node) => Math.min(1, await check(node)),
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
