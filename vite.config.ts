import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { checkedScenarios } from "./build/checked-scenarios.ts";
import { colours } from "./build/colours.ts";
import { offline } from "./build/offline.ts";
import { parsedMessages } from "./build/parsed-messages.ts";
import { findChromium } from "./scripts/chromium.js";

/** Bundled once, ahead of time: a dependency that Vite discovers late reloads the page in the middle of a test. */
const PACKAGES = [
  ...[
    "canonicalize",
    "comlink",
    "fastest-levenshtein",
    "immer",
    "intl-messageformat",
    "phaser",
    "preact",
    "preact/hooks",
    "preact/jsx-runtime",
  ],
  ...["preact/jsx-dev-runtime", "xstate", "yaml", "zod", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"],
];

const CHROMIUM_FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--no-first-run"],
];

/** `vite build --mode lib` and `--mode cli` build for Node, by file; any other mode builds the site. */
const ENTRIES: Record<string, { input: Record<string, string>; folder: string }> = {
  lib: { input: { parley: "src/index.ts" }, folder: "dist/lib" },
  // What the command starts in other threads is a file of its own beside it.
  cli: { input: { parley: "src/cli/main.ts", worker: "src/cli/workers/worker.ts" }, folder: "dist/cli" },
};

function build(mode: string) {
  const headless = ENTRIES[mode];
  // How long a plug-in takes is no warning.
  const checks = { bundlerTimings: false };
  if (!headless) {
    return { outDir: "dist/site", emptyOutDir: true, chunkSizeWarningLimit: 1500, rolldownOptions: { checks } };
  }
  const { input, folder } = headless;
  const banner = ({ name }: { readonly name: string }): string =>
    mode === "cli" && name === "parley" ? "#!/usr/bin/env node" : "";
  const output = { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", banner };
  return { ssr: true, outDir: folder, emptyOutDir: true, rolldownOptions: { input, output, checks } };
}

export default defineConfig(({ mode }) => {
  const chromium = mode === "test" ? findChromium() : undefined;
  // Vitest reads this file once per project, and the end-to-end tests look for the same one.
  if (chromium) process.env.PARLEY_CHROMIUM = chromium;
  const inBrowser = ["tests/**/*.browser.test.{ts,tsx}"];
  const endToEnd = ["tests/**/*.e2e.test.ts"];
  return {
    // Relative addresses, so that the site works from any sub-path.
    base: "./",
    publicDir: false,
    plugins: [
      checkedScenarios(),
      colours(),
      ...(ENTRIES[mode] || mode === "test" ? [] : [parsedMessages(), ...offline()]),
    ],
    resolve: { alias: { parley: new URL("./src/index.ts", import.meta.url).pathname } },
    // An address that means the same to every program on this machine; `localhost` may be IPv6 only.
    server: { host: "127.0.0.1" },
    preview: { host: "127.0.0.1" },
    optimizeDeps: { include: PACKAGES },
    build: build(mode),
    // Futures are played in module workers, which share what they import with the page.
    worker: { format: "es" },
    test: {
      // Two at a time on two cores as well: a test that waits for a browser leaves one of them free.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      // What a page shows in time is waited for; a second tells nothing but how busy the machine is.
      expect: { poll: { timeout: 15_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: "node",
            include: ["tests/**/*.test.{ts,tsx}"],
            setupFiles: ["tests/setup/property.ts"],
            exclude: [...inBrowser, ...endToEnd],
            // Properties and whole plays work hard; five seconds tell nothing but how busy the machine is.
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        ...(chromium
          ? [
              {
                extends: true as const,
                test: {
                  name: "e2e",
                  include: endToEnd,
                  globalSetup: "tests/setup/site.ts",
                  testTimeout: 60_000,
                  hookTimeout: 60_000,
                  // A busy machine may take longer to show something than the usual second.
                  expect: { poll: { timeout: 10_000 } },
                  // A real browser on a busy machine: once more before it counts.
                  retry: 1,
                },
              },
              {
                extends: true as const,
                optimizeDeps: { include: [...PACKAGES, "axe-core", "fast-check"] },
                test: {
                  name: "browser",
                  include: inBrowser,
                  testTimeout: 60_000,
                  hookTimeout: 60_000,
                  browser: {
                    enabled: true,
                    headless: true,
                    screenshotFailures: false,
                    provider: playwright({ launchOptions: { executablePath: chromium, args: CHROMIUM_FLAGS } }),
                    instances: [{ browser: "chromium" as const }],
                  },
                },
              },
            ]
          : []),
      ],
    },
  };
});
