// Plain JavaScript without packages of its own, see first-run.install.js.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "./chromium.js";
import { TOP } from "./install.js";

function withoutChromium() {
  const named = process.env.PARLEY_CHROMIUM;
  return named
    ? `The browser tests did not run: PARLEY_CHROMIUM names ${named}, which is not there.\n`
    : "The browser tests did not run, for there is no Chromium and none could be installed: please install Chromium or Chrome, or name one in PARLEY_CHROMIUM.\n";
}

/**
 * @param {string} node
 * @param {string} script inside node_modules
 * @param {string[]} args
 */
function passes(node, script, args) {
  const path = join(TOP, "node_modules", script);
  return spawnSync(node, [path, ...args], { cwd: TOP, stdio: "inherit" }).status === 0;
}

/** @param {string} node */
function typeCheck(node) {
  return passes(node, "typescript/bin/tsc", ["--noEmit"]);
}

/** @param {string} node */
function lint(node) {
  return passes(node, "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]);
}

/**
 * Type check, format, lint and import rules.
 *
 * @param {string} node
 * @returns {number} how many of them failed
 */
export function check(node) {
  return [typeCheck(node), lint(node)].filter((passed) => !passed).length;
}

/**
 * Vitest, and what it counted. A file that could not even be loaded, or an error outside of any test, counts as failed.
 *
 * @param {string} node
 * @param {string[]} args handed to Vitest
 */
function vitest(node, args) {
  const folder = mkdtempSync(join(tmpdir(), "parley-tests-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const passed = passes(node, "vitest/vitest.mjs", ["run", ...reporters, ...args]);
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
    const files = testResults;
    const unloaded = files.filter(
      (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
    );
    const failed = numFailedTests + unloaded.length;
    return { passed: numPassedTests, failed: passed ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * All of `npm test`. Nothing hides what comes after it: the tests run even when the type check fails. The last line is
 * `N passed, N failed`.
 *
 * @param {string} node
 * @param {string[]} args handed to Vitest
 * @returns {number} exit status
 */
export function test(node, args) {
  const chromium = findOrInstallChromium();
  if (chromium) process.env.PARLEY_CHROMIUM = chromium;
  const checks = check(node);
  const tests = vitest(node, args);
  if (!chromium) process.stderr.write(withoutChromium());
  const failed = checks + tests.failed + (chromium ? 0 : 1);
  process.stdout.write(`${tests.passed + 2 - checks} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}
