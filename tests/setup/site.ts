import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served: below a sub-path, ending in a slash. */
    site: string;
    /** Where `chromium.connect` finds the running Chromium. */
    chromium: string;
  }
}

const TOP = new URL("../..", import.meta.url).pathname;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

function build(outDir: string): void {
  const vite = join(TOP, "node_modules/vite/bin/vite.js");
  // In its own process: Vitest's NODE_ENV would give the development builds of the packages.
  const env = { ...process.env, NODE_ENV: "production", VITEST: undefined };
  const args = [vite, "build", "--outDir", outDir, "--logLevel", "warn"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: TOP, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The site could not be built for the end-to-end tests:\n${stderr}`);
}

/** Builds the site once, serves it below a sub-path, and starts one Chromium for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), "parley-site-"));
  build(outDir);
  const server = await preview({
    root: TOP,
    base: "/class/parley/",
    logLevel: "warn",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1", open: false },
  });
  const executablePath = process.env.PARLEY_CHROMIUM;
  if (!executablePath) throw new Error("vite.config.ts should have named a Chromium.");
  const browser = await chromium.launchServer({ executablePath, args: FLAGS, headless: true });
  project.provide("site", server.resolvedUrls?.local[0] ?? "");
  project.provide("chromium", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
