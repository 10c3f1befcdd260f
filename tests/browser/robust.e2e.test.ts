import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { phaseOf, pointer } from "./hands.ts";
import { savedPlay, startPlaying } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

const notice = (page: Page) => page.locator(".notice[role=alert]");
const retry = (page: Page) => notice(page).locator(".button-first").click();

/** No file of this name can be fetched; returns how to let it through again. */
async function cut(page: Page, name: RegExp): Promise<() => Promise<void>> {
  await page.route(name, (route) => route.abort());
  return () => page.unroute(name);
}

// As on a first visit on a train: no service worker has everything already.
describe("what cannot be fetched", () => {
  test("the scenario: a sentence, and trying again brings it", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    const mend = await cut(page, /munich-2016.*\.js/);
    await page.goto(site.url);
    await expect.poll(() => notice(page).textContent(), { timeout: 10_000 }).toContain("could not be fetched");
    await mend();
    await retry(page);
    await page.locator(".seat-cards").waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  test("the engine: what was chosen stays, and the play begins when there is a network again", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    const mend = await cut(page, /(engine|playing)-.*\.js/);
    await page.goto(site.url);
    await page.locator(".seat-cards").waitFor();
    await page.locator("input[name=seat][value=turkey]").check();
    await page.locator("form button[type=submit]").click();
    await notice(page).waitFor();
    expect(await page.locator("input[name=seat][value=turkey]").isChecked()).toBe(true);
    await retry(page);
    await notice(page).waitFor();
    await mend();
    await retry(page);
    await page.locator(".mandate").waitFor();
    expect(await page.locator(".mandate").textContent()).toContain("Turkey");
  });

  test("what reads a saved play: the play is not lost", async () => {
    site = await openPage();
    const { page } = site;
    await startPlaying(page, pointer(page), "russia", "a");
    const before = await savedPlay(page);
    const mend = await cut(page, /load-.*\.js/);
    await page.reload();
    await notice(page).waitFor();
    expect(await page.locator("form button[type=submit]").count()).toBe(0);
    expect(await savedPlay(page)).toBe(before);
    await mend();
    await retry(page);
    await phaseOf(page);
    expect(await savedPlay(page)).toBe(before);
  });

  test("the other language: the page stays in the one it has", async () => {
    site = await openPage();
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    const mend = await cut(page, /\/ar-.*\.js/);
    await page.getByRole("button", { name: "العربية" }).click();
    await notice(page).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await mend();
    await retry(page);
    await expect.poll(() => page.locator("html").getAttribute("lang"), { timeout: 10_000 }).toBe("ar");
  });

  test("even its words: the document itself says so in both languages", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    await cut(page, /\/en-.*\.js/);
    await page.goto(site.url);
    await page.locator("#unreachable").waitFor();
    expect(await page.locator("#unreachable p").count()).toBe(2);
  });
});

test("a fault of the program: a sentence, the record can be saved, and a reload goes on", async () => {
  site = await openPage();
  const { page } = site;
  await startPlaying(page, pointer(page), "russia", "a");
  const before = await savedPlay(page);
  await page.evaluate(() => {
    Intl.NumberFormat.prototype.formatToParts = () => {
      throw new Error("broken on purpose");
    };
    Object.defineProperty(Intl.NumberFormat.prototype, "format", {
      get() {
        throw new Error("broken on purpose");
      },
    });
  });
  await page.locator(".rail input[type=radio]:not(:checked)").first().click();
  await expect.poll(() => page.locator("main [role=alert]").textContent(), { timeout: 10_000 }).toContain("on purpose");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main .buttons .button").last().click(),
  ]);
  const saved = JSON.parse(await text(await download.createReadStream())) as { seal: string };
  expect(saved.seal).toBe(before);
  await page.locator("main .buttons .button").first().click();
  await phaseOf(page);
  expect(await savedPlay(page)).toBe(before);
});

test("a fault that no other part has caught is said, too", async () => {
  site = await openPage();
  const { page } = site;
  await page.locator(".seat-cards").waitFor();
  await page.evaluate(() => void Promise.reject(new Error("broken on purpose")));
  await expect.poll(() => notice(page).textContent(), { timeout: 10_000 }).toContain("on purpose");
});

test("no script but the site's own: not in the page, not from elsewhere, not by name", async () => {
  site = await openPage({ serviceWorkers: "allow" });
  const { page } = site;
  await page.locator(".seat-cards").waitFor();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
  expect(await page.locator("script:not([src]), [onclick], [onload]").count()).toBe(0);
  const refused = await page.evaluate(async () => {
    const broken: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.taken = true";
    document.head.append(script);
    const foreign = document.createElement("script");
    foreign.src = "https://elsewhere.invalid/a.js";
    document.head.append(foreign);
    await fetch("https://elsewhere.invalid/").catch(() => {});
    await new Promise((done) => setTimeout(done, 0));
    return broken.sort();
  });
  expect(refused).toEqual(["connect-src", "script-src-elem", "script-src-elem"]);
  expect(await page.evaluate(() => "taken" in globalThis)).toBe(false);
  // The worker and the manifest live under the same policy, and are the site's own.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const worker = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  expect(worker).toBe(`${site.url}sw.js`);
  expect(await (await page.request.get(worker ?? "")).text()).not.toMatch(
    /https?:\/\/(?!127\.)[a-z]+\.(com|net|org)\/[^"]*\.js/,
  );
  expect(await page.locator("link[rel=manifest]").getAttribute("href")).toBe("./manifest.webmanifest");
});
