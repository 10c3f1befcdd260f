// Plain JavaScript without packages of its own, as install.js.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, TSC } from "./build.js";
import { findOrInstallChromium } from "./chromium.js";
import { TOP } from "./install.js";
import { run, tool } from "./run.js";

/** How many checks `check` makes: types, and what Biome looks at. */
const CHECKS = 2;

function withoutChromium() {
  const named = process.env.PARLEY_CHROMIUM;
  return named
    ? `The browser tests did not run: PARLEY_CHROMIUM names ${named}, which is not there.\n`
    : "The browser tests did not run, for there is no Chromium and none could be installed: please install Chromium or Chrome, or name one in PARLEY_CHROMIUM.\n";
}

/**
 * Type check, format, lint and import rules.
 *
 * @param {string} node
 * @returns {Promise<number>} how many of them failed
 */
export async function check(node) {
  const types = await run(node, [TSC, "--noEmit"]);
  const lint = await run(node, [tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"]);
  return [types, lint].filter(({ status }) => status !== 0).length;
}

/**
 * Vitest, and what it counted. A file that could not even be loaded, or an error outside of any test, counts as failed.
 *
 * @param {string} node
 * @param {string[]} args handed to Vitest
 */
async function vitest(node, args) {
  const folder = mkdtempSync(join(tmpdir(), "parley-tests-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { status } = await run(node, [tool("vitest/vitest.mjs"), "run", ...reporters, ...args]);
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
    const files = testResults;
    const unloaded = files.filter(
      (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
    );
    const failed = numFailedTests + unloaded.length;
    return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * All of `npm test`: the checks, the whole build, then the tests, which use what was built. Nothing hides what comes after
 * it: the tests run even when the type check fails. The last line is `N passed, N failed`.
 *
 * @param {string} node
 * @param {string[]} args handed to Vitest
 * @returns {Promise<number>} exit status
 */
export async function test(node, args) {
  const chromium = findOrInstallChromium();
  if (chromium) process.env.PARLEY_CHROMIUM = chromium;
  const unchecked = await check(node);
  const built = (await build(node, ["--logLevel", "warn"])) === 0;
  // Read by tests/setup/built.ts.
  if (built) process.env.PARLEY_BUILT = TOP;
  const tests = await vitest(node, args);
  if (!chromium) process.stderr.write(withoutChromium());
  const passed = tests.passed + (CHECKS - unchecked) + (built ? 1 : 0);
  const failed = tests.failed + unchecked + (built ? 0 : 1) + (chromium ? 0 : 1);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}
