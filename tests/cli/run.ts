import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import { TOP } from "../../scripts/install.js";

export const MARKET = join(TOP, "tests/cli/fixtures/market.yaml");
export const MUNICH = join(TOP, "scenarios/munich-2016.yaml");

const MAIN = join(TOP, "src/cli/main.ts");
const NODE_OPTIONS = ["--disable-warning=ExperimentalWarning"];

/** Far above what any of it takes: only what never ends is killed, and then has no exit status. */
const PATIENCE = 60_000;

// A process of its own takes a second on a busy machine, and some tests start several.
vi.setConfig({ testTimeout: 3 * PATIENCE });

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command as a process of its own. */
export function parley(...args: readonly string[]): Ran {
  return parleyTo("pipe", ...args);
}

/** The same, with its result going into a file that is open. */
export function parleyTo(out: "pipe" | number, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...NODE_OPTIONS, MAIN, ...args], {
    encoding: "utf8",
    stdio: ["ignore", out, "pipe"],
    timeout: PATIENCE,
    maxBuffer: 1 << 28,
    cwd: TOP,
  });
  return { status, stdout, stderr };
}

/** Starts the real command and leaves its streams to the caller. */
export function startParley(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...NODE_OPTIONS, MAIN, ...args], { cwd: TOP, timeout: PATIENCE });
}

/** A folder of this test file, removed after it. */
export function folder(): { path(name: string): string; write(name: string, content: string | Uint8Array): string } {
  const top = mkdtempSync(join(tmpdir(), "parley-cli-"));
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  const path = (name: string): string => join(top, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
