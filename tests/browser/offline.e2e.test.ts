import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type PreviewServer, preview } from "vite";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { TOP } from "../../scripts/install.js";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, savedPlay, startPlaying } from "./play-through.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-versions-"));
const served = join(folder, "served");
const first = inject("siteFolder");
const second = join(folder, "2");

/** Builds a second version of the site, in which every file has another name. */
function buildSecond(outDir: string): void {
  const program = `
    import { build } from "vite";
    const transform = (code, id) =>
      /src.*[.]tsx?$/.test(id) ? { code: code + ";globalThis.parleyVersion=2;", map: null } : null;
    const plugin = { name: "version", enforce: "post", transform };
    await build({ root: ${JSON.stringify(TOP)}, logLevel: "warn", build: { outDir: ${JSON.stringify(outDir)} }, plugins: [plugin] });
  `;
  const env = { ...process.env, NODE_ENV: "production", VITEST: undefined };
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: TOP,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

/** Puts a version on the server, in place of the one that was there. */
function publish(version: string): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(version, served, { recursive: true });
}

let server: PreviewServer;
let url: string;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  buildSecond(second);
  publish(first);
  server = await preview({
    root: TOP,
    base: "/deep/in/a/school/",
    logLevel: "warn",
    build: { outDir: served },
    preview: { port: 0, host: "127.0.0.1", open: false },
  });
  url = server.resolvedUrls?.local[0] ?? "";
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await context.close();
  await browser.close();
});

async function visit(): Promise<Page> {
  publish(first);
  browser = await chromium.connect(inject("chromium"));
  context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
  await context.addInitScript(() => localStorage.setItem("parley.guide", "seen"));
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".seat-cards").waitFor();
  // The first visit fetches everything in the background, and the page comes under its worker.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

function version(page: Page): Promise<number> {
  return page.evaluate(() => ("parleyVersion" in globalThis ? 2 : 1));
}

const offered = (page: Page) => page.locator("[data-new-version]");

/** As a browser does by itself on a visit, and now and then. */
async function askForANewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
}

test("after the first visit a whole play, a file and the other language need no network", {
  timeout: 180_000,
}, async () => {
  const page = await visit();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await context.setOffline(true);
  rmSync(served, { recursive: true, force: true });
  await page.goto(`${url}?lang=ar`);
  await expect.poll(() => page.locator("html").getAttribute("dir"), { timeout: 10_000 }).toBe("rtl");
  await page.getByRole("button", { name: "English" }).click();
  await page.setInputFiles("input[type=file]", {
    name: "b.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from("parley: 2"),
  });
  await page.locator(".check").waitFor();
  await page.reload();
  const hands = pointer(page);
  await startPlaying(page, hands, "russia", "offline");
  await page.reload();
  await phaseOf(page);
  await playToTheEnd(page, hands);
  await page.reload();
  await page.locator(".result").waitFor();
  expect(problems).toEqual([]);
});

test("a new version waits until the play is over, and the play goes on with the old one", {
  timeout: 180_000,
}, async () => {
  const page = await visit();
  const hands = pointer(page);
  await startPlaying(page, hands, "russia", "a");
  publish(second);
  await askForANewVersion(page);
  expect(await offered(page).count()).toBe(0);
  expect(await version(page)).toBe(1);
  const before = await savedPlay(page);
  // Still the old one, though it is no longer on the server: what it has not fetched yet comes from what was installed.
  await page.reload();
  await phaseOf(page);
  expect(await version(page)).toBe(1);
  expect(await savedPlay(page)).toBe(before);
  await playToTheEnd(page, hands);
  const end = await savedPlay(page);
  await offered(page).locator("button").first().click();
  await expect.poll(() => version(page).catch(() => 0), { timeout: 15_000 }).toBe(2);
  await page.locator(".result").waitFor();
  expect(await savedPlay(page)).toBe(end);
  expect(await offered(page).count()).toBe(0);
});

test("a new version waits for a play in another tab", { timeout: 120_000 }, async () => {
  const page = await visit();
  const other = await context.newPage();
  await other.goto(url);
  await startPlaying(other, pointer(other), "russia", "a");
  publish(second);
  await askForANewVersion(page);
  await offered(page).locator("button").first().click();
  await expect.poll(() => offered(page).textContent(), { timeout: 10_000 }).toContain("another tab");
  expect(await version(page)).toBe(1);
  await other.close();
  // The browser forgets a tab's lock a moment after the tab: a page that is refused asks again.
  const askAgain = async (): Promise<unknown> => {
    const again = offered(page).locator("button").first();
    await again.click({ timeout: 1_000 }).catch(() => {});
    return version(page).catch(() => 0);
  };
  await expect.poll(askAgain, { timeout: 30_000, interval: 500 }).toBe(2);
});

test("the site can be installed: manifest, icons and worker belong to its own folder", async () => {
  const page = await visit();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
    const found = await (await fetch(link?.href ?? "")).json();
    const icons = (found as { icons: { src: string }[] }).icons.map(({ src }) => new URL(src, link?.href).href);
    const answers = await Promise.all(icons.map(async (icon) => (await fetch(icon)).headers.get("content-type")));
    const scope = (await navigator.serviceWorker.getRegistration())?.scope;
    return { ...(found as { name: string; display: string }), answers, scope };
  });
  expect(manifest).toMatchObject({ name: "Parley", display: "standalone", scope: url });
  expect(manifest.answers).toEqual(["image/svg+xml", "image/png", "image/png", "image/png"]);
});
