// Plain JavaScript without packages: this must run on a fresh clone, under any Node from 20.19.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { TOP } from "./install.js";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * A file of an installed package.
 *
 * @param {string} path inside node_modules
 */
export function tool(path) {
  return join(TOP, "node_modules", path);
}

/**
 * Runs a script under Node and gives its exit status. Signals are passed on, so that stopping `npm start` stops the server,
 * and this program ends with the script: nothing else is started. npm hands a signal to a shell that dies of it without
 * passing it on, so that our parent is watched as well.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {{ stdout?: "inherit" | "pipe", cwd?: string, env?: NodeJS.ProcessEnv }} options `pipe` collects stdout
 * @returns {Promise<{ status: number, stdout: string }>}
 */
export function run(node, args, { stdout = "inherit", cwd = TOP, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env, stdio: ["inherit", stdout, "inherit"] });
    let collected = "";
    child.stdout?.setEncoding("utf8").on("data", (part) => {
      collected += part;
    });
    let stopped = false;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = true;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || stop("SIGTERM"), 500);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, stop);
      if (stopped) process.exit(code ?? 1);
      resolve({ status: code ?? 1, stdout: collected });
    });
  });
}
