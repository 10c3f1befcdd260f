import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { latinTexts, smallTargets, violations } from "./access.ts";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, startPlaying } from "./play-through.ts";
import { tooWide } from "./sight.ts";

let site: OpenPage;
afterEach(() => site.close());

interface Sizes {
  readonly lang: "en" | "ar";
  readonly width: number;
  /** The same page on a phone. */
  readonly narrow: number;
}

const SIZES: readonly Sizes[] = [
  { lang: "en", width: 1440, narrow: 320 },
  { lang: "ar", width: 1024, narrow: 390 },
];

async function clean({ page, problems }: OpenPage, { lang, width, narrow }: Sizes): Promise<void> {
  for (const wide of [narrow, width]) {
    await page.setViewportSize({ width: wide, height: 800 });
    expect.soft(await violations(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
    expect.soft(await tooWide(page)).toEqual([]);
    if (lang === "ar") expect.soft(await latinTexts(page)).toEqual([]);
  }
  expect.soft(problems).toEqual([]);
}

describe("machines play a thousand at once", () => {
  test.each(SIZES)("$lang at $width and $narrow px: by keyboard, told once, axe finds nothing", async (sizes) => {
    const { lang, width } = sizes;
    site = await openPage({ path: `?lang=${lang}&seat=watch&seed=a`, viewport: { width, height: 800 } });
    const { page } = site;
    const ask = page.locator(".machines [data-futures]");
    await ask.focus();
    await page.keyboard.press("Enter");
    const finding = page.locator(".machines [role=status]");
    await expect.poll(() => finding.textContent(), { timeout: 20_000 }).not.toBe("");
    // The button has stayed where it was, and so has the focus.
    expect(await ask.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.locator(".machines .fold > summary").click();
    await clean(site, sizes);
  });

  test("the same seed has the same thousand; another seed forgets it; stopping leaves nothing", async () => {
    site = await openPage({ path: "?seat=watch&seed=a" });
    const { page } = site;
    const ask = page.locator(".machines [data-futures]");
    const finding = page.locator(".machines .finding");
    await ask.click();
    await finding.waitFor({ timeout: 20_000 });
    const said = await page.locator(".machines").textContent();
    await page.reload();
    await ask.click();
    expect(await ask.getAttribute("data-futures")).toBe("running");
    await ask.click();
    expect(await ask.getAttribute("data-futures")).toBe("idle");
    await ask.click();
    await finding.waitFor({ timeout: 20_000 });
    expect(await page.locator(".machines").textContent()).toBe(said);
    await page.locator(".more > summary").click();
    await page.locator(".more input[type=text]").fill("b");
    await expect.poll(() => finding.count()).toBe(0);
    expect(site.problems).toEqual([]);
  });

  test("the page goes on at its own pace while they play", async () => {
    site = await openPage({ path: "?seat=watch&seed=a" });
    const { page } = site;
    await page.locator(".machines [data-futures]").click();
    const intervals = await page.evaluate(async () => {
      const found: number[] = [];
      let last = performance.now();
      while (document.querySelector("[data-futures=running]")) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        found.push(now - last);
        last = now;
      }
      return found.sort((a, b) => a - b);
    });
    const median = intervals[intervals.length >> 1] ?? 0;
    console.info(
      `frames while 1,000 plays run: ${intervals.length}, median ${median.toFixed(1)} ms, longest ${(intervals.at(-1) ?? 0).toFixed(1)} ms`,
    );
    // On the page's own thread the first frame would wait for the last play.
    expect(intervals.length).toBeGreaterThan(3);
  });

  test("without workers a sentence says so", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
    await page.goto(`${site.url}?seat=watch`);
    await page.locator(".machines [data-futures]").click();
    await expect.poll(() => page.locator(".machines [role=status]").textContent()).toContain("This browser cannot");
  });

  test("a worker that cannot be fetched is a sentence, and may be asked again", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort());
    await page.goto(`${site.url}?seat=watch`);
    await page.locator(".machines [data-futures]").click();
    const status = page.locator(".machines [role=status]");
    await expect.poll(() => status.textContent()).toContain("check the network");
    await page.unroute(/\/worker-[^/]*\.js$/);
    await page.locator(".machines [data-futures]").click();
    await page.locator(".machines .finding").waitFor({ timeout: 20_000 });
  });

  test("works without a network once the site is installed", async () => {
    site = await openPage({ path: "?seat=watch", serviceWorkers: "allow" });
    const { page } = site;
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 20_000 });
    const installed = () =>
      page.evaluate(async () => {
        const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return keys.flat().some(({ url }) => /\/worker-[^/]*\.js/.test(url));
      });
    await expect.poll(installed, { timeout: 20_000 }).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator(".machines [data-futures]").click();
    await page.locator(".machines .finding").waitFor({ timeout: 20_000 });
    await page.context().setOffline(false);
  });
});

describe("the aides' forecast", () => {
  test.each(SIZES)(
    "$lang at $width and $narrow px: of either answer and of a draft, axe finds nothing",
    async (sizes) => {
      const { lang, width } = sizes;
      site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: { width, height: 800 } });
      const { page } = site;
      await startPlaying(page, pointer(page), "us", "class-3");
      expect(await phaseOf(page)).toBe("answer");
      const ask = page.locator(".forecast [data-futures]");
      const lines = page.locator(".forecast [role=status] p");
      await ask.focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => lines.count(), { timeout: 30_000 }).toBe(2);
      expect(await ask.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.locator(".forecast .fold > summary").click();
      await clean(site, sizes);
      await page.locator("[data-deed=answer] button").nth(1).click();
      await expect.poll(() => phaseOf(page)).toBe("turn");
      expect(await lines.count()).toBe(0);
      await ask.click();
      await expect.poll(() => lines.count(), { timeout: 30_000 }).toBe(1);
      await clean(site, sizes);
    },
  );

  test("is given up when the draft changes, and never stands beside another draft", async () => {
    site = await openPage({ path: "?canvas=off" });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "class-3");
    await page.locator("[data-deed=answer] button").nth(1).click();
    await expect.poll(() => phaseOf(page)).toBe("turn");
    const ask = page.locator(".forecast [data-futures]");
    await ask.click();
    expect(await ask.getAttribute("data-futures")).toBe("running");
    await pointer(page).nextRadio(".rail");
    await expect.poll(() => ask.getAttribute("data-futures")).toBe("idle");
    await ask.click();
    const line = page.locator(".forecast [role=status] p");
    await expect.poll(() => line.count(), { timeout: 30_000 }).toBe(1);
    await pointer(page).nextRadio(".rail");
    await expect.poll(() => line.count()).toBe(0);
    // The table goes on while the aides are at work.
    await ask.click();
    await page.locator("[data-deed=pass] button").click();
    await expect.poll(() => page.locator(".forecast [data-futures=running]").count()).toBe(0);
    expect(site.problems).toEqual([]);
  });
});

describe("the result", () => {
  test.each(SIZES)(
    "$lang at $width and $narrow px: what was possible, and what if, axe finds nothing",
    { timeout: 120_000 },
    async (sizes) => {
      const { lang, width } = sizes;
      site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: { width, height: 800 } });
      const { page } = site;
      // The seed is shown as it is typed, in whatever script.
      await startPlaying(page, pointer(page), "us", "7");
      await playToTheEnd(page, pointer(page));
      await page.locator(".possible .drawing svg").waitFor({ timeout: 20_000 });
      expect(await page.locator(".possible .futures-table tbody tr").count()).toBeGreaterThan(3);
      await page.locator(".possible .fold > summary").click();
      const ask = page.locator(".what-if [data-futures]");
      await ask.focus();
      await page.keyboard.press("Enter");
      const finding = page.locator(".what-if .finding");
      await finding.waitFor({ timeout: 40_000 });
      await page.locator(".what-if .drawing svg").waitFor();
      expect(await ask.evaluate((one) => one === document.activeElement)).toBe(true);
      await clean(site, sizes);
      // Another question: the answer to the last one is gone.
      await page.locator("[data-what-if=instead]").selectOption({ index: 1 });
      await expect.poll(() => finding.count()).toBe(0);
      await page.locator("[data-what-if=party]").selectOption({ index: 0 });
      expect(await page.locator("[data-what-if=moment] option").count()).toBeGreaterThan(0);
    },
  );

  test("the largest step leads to what if: by keyboard, at that very decision", async () => {
    site = await openPage({ path: "?canvas=off" });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "class-3");
    await playToTheEnd(page, pointer(page));
    const found = page.locator("[aria-labelledby=moved-title] .finding");
    const [, party, round] = /step, (.+?): .* in round (\d+)/.exec((await found.textContent()) ?? "") ?? [];
    await page.locator("[data-what-if-not]").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("what-if-title");
    const chosen = page.locator("[data-what-if=moment] option:checked");
    expect(await page.locator("[data-what-if=party] option:checked").textContent()).toBe(party);
    expect(await chosen.textContent()).toMatch(new RegExp(`^Round ${round}:`));
    expect(site.problems).toEqual([]);
  });

  test("who asks in the same moment as the question changes has an answer to the new question", async () => {
    site = await openPage({ path: "?canvas=off" });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "class-3");
    await playToTheEnd(page, pointer(page));
    const ask = page.locator(".what-if [data-futures]");
    await ask.click();
    await page.locator(".what-if .finding").waitFor({ timeout: 20_000 });
    await page.locator("[data-what-if=moment]").selectOption({ index: 2 });
    await ask.evaluate((button) => (button as HTMLElement).click());
    await expect.poll(() => ask.getAttribute("data-futures"), { timeout: 20_000 }).not.toBe("running");
    expect(site.problems).toEqual([]);
  });

  test("an onlooker has what was possible, what if and a thousand others too", async () => {
    site = await openPage({ path: "?seat=watch&seed=7&canvas=off" });
    const { page } = site;
    await page.locator("form button[type=submit]").click();
    await page.locator(".over button").click();
    await page.locator(".possible .drawing svg").waitFor({ timeout: 20_000 });
    await page.locator(".what-if [data-futures]").click();
    await page.locator(".what-if .finding").waitFor({ timeout: 40_000 });
    await page.locator(".machines [data-futures]").click();
    await page.locator(".machines .finding").waitFor({ timeout: 20_000 });
    expect(await violations(page)).toEqual([]);
    expect(site.problems).toEqual([]);
  });
});
