import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { TOP } from "../../scripts/install.js";

/**
 * Whether `npm test` has built all of `dist/` for this run. A test file that is run by itself builds what it needs, so that
 * it never tests what was built another day.
 */
const BUILT = process.env.PARLEY_BUILT === TOP;

/** In a process of its own: Vitest's NODE_ENV would give the development builds of the packages. */
function node(...args: readonly string[]): void {
  const env = { ...process.env, NODE_ENV: "production", VITEST: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: TOP, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The build for the tests failed:\n${stdout}${stderr}`);
}

/** The built site, in `dist/site`. */
export function builtSite(): string {
  if (!BUILT) node(join(TOP, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn");
  return join(TOP, "dist/site");
}

/** All that `npm run build` makes, in `dist`. */
export function builtPackage(): string {
  if (!BUILT) node(join(TOP, "scripts/first-run.js"), "build", "--logLevel", "warn");
  return join(TOP, "dist");
}
