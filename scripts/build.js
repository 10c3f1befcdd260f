// Plain JavaScript without packages of its own, as install.js.
import { run, tool } from "./run.js";

export const VITE = tool("vite/bin/vite.js");
export const TSC = tool("typescript/bin/tsc");

/** Modes of `vite.config.ts`: the static site, the headless API, the command. */
const MODES = ["production", "lib", "cli"];

/**
 * All of `npm run build`: `dist/site`, `dist/lib` with its types, and `dist/cli`. It ends with the first part that fails.
 *
 * @param {string} node
 * @param {string[]} args handed to Vite
 * @returns {Promise<number>} exit status
 */
export async function build(node, args) {
  for (const mode of MODES) {
    const { status } = await run(node, [VITE, "build", "--mode", mode, ...args]);
    if (status !== 0) return status;
  }
  return (await run(node, [TSC, "--project", "build/tsconfig.types.json"])).status;
}
