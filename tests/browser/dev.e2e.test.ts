import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { expect, inject, test } from "vitest";

const TOP = new URL("../..", import.meta.url).pathname;

test("who writes a scenario sees it in the page of `npm start` as soon as the file is saved", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-dev-"));
  // Everything of ours, since what the server reads may come to stand elsewhere; nothing that is installed or built.
  const elsewhere = new Set([".git", "node_modules", "dist", "tests"].map((name) => join(TOP, name)));
  cpSync(TOP, folder, { recursive: true, filter: (from) => !elsewhere.has(from) });
  symlinkSync(join(TOP, "node_modules"), join(folder, "node_modules"));
  const server = await createServer({
    root: folder,
    configFile: join(folder, "vite.config.ts"),
    mode: "development",
    cacheDir: join(folder, "cache"),
    logLevel: "warn",
    // The packages are elsewhere here.
    server: { port: 0, strictPort: false, fs: { strict: false } },
  });
  await server.listen();
  const browser = await chromium.connect(inject("chromium"));
  try {
    const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.locator(".seat-cards").waitFor();
    const file = join(folder, "scenarios/munich-2016.yaml");
    const before = readFileSync(file, "utf8");
    const after = before.replace('name: { en: "United States"', 'name: { en: "UNITED CHANGES"');
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    await expect.poll(() => page.locator(".seat-cards").textContent(), { timeout: 20_000 }).toContain("UNITED CHANGES");
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
