import { chromium } from "playwright-core";
import { preview } from "vite";
import type { TestProject } from "vitest/node";
import { TOP } from "../../scripts/install.js";
import { builtSite } from "./built.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served: below a sub-path, ending in a slash. */
    site: string;
    /** The folder that it is served from. */
    siteFolder: string;
    /** Where `chromium.connect` finds the running Chromium. */
    chromium: string;
  }
}

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

/** Serves the built site below a sub-path, and starts one Chromium for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = builtSite();
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
  project.provide("siteFolder", outDir);
  project.provide("chromium", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
