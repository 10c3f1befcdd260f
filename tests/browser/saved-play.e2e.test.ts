import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { phaseOf, pointer } from "./hands.ts";
import { savedPlay, startPlaying } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

const notice = (page: Page) => page.locator(".notice[role=alert]");
const log = (page: Page) => page.locator(".log ol > li");

/** Russia's first offer, in whatever language. */
async function offer(page: Page): Promise<void> {
  const before = await log(page).count();
  await page.locator("[data-deed=offer] button").click();
  await expect.poll(() => log(page).count()).toBeGreaterThan(before);
}

/** What the record of the table says is there again after a reload. */
async function survivesAReload(page: Page): Promise<void> {
  const before = await log(page).allTextContents();
  await page.reload();
  await phaseOf(page);
  expect(await log(page).allTextContents()).toEqual(before);
}

describe("a play is saved between reloads", () => {
  test("where the storage is full, for this tab, and a sentence says so", async () => {
    site = await openPage();
    const { page } = site;
    await page.addInitScript(() => {
      const put = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
        put.call(this, key, text);
      };
    });
    await page.reload();
    await startPlaying(page, pointer(page), "russia", "a");
    await expect.poll(() => notice(page).textContent()).toContain("for this tab only");
    await notice(page).locator("button").last().click();
    await offer(page);
    expect(await notice(page).count()).toBe(0);
    await survivesAReload(page);
  });

  test("where every storage is forbidden, too: also after a change of language and of pace", async () => {
    site = await openPage({ path: "lost" });
    const { page } = site;
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("forbidden", "SecurityError");
          },
        });
      }
    });
    await page.goto(`${site.url}?seat=russia&seed=a&pace=slow&lang=en`);
    await page.locator("form button[type=submit]").click();
    await page.locator(".mandate .next-step button").click();
    // A player who is not remembered is new here.
    await page.locator("[data-practice-skip]").click();
    await expect.poll(() => notice(page).textContent()).toContain("for this tab only");
    await page.locator("[data-deed=offer] button").waitFor();
    await page.locator(".pace select").selectOption("at_once");
    await offer(page);
    await page.getByRole("button", { name: "العربية" }).click();
    await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await notice(page).textContent()).toContain("هذه النافذة");
    await survivesAReload(page);
    expect(await page.locator(".pace select").inputValue()).toBe("at_once");
    expect(page.url()).toContain("pace=at_once");
    expect(site.problems).toEqual([]);
  });

  test("where nothing at all is taken it is said so, and the play goes on", async () => {
    site = await openPage();
    const { page } = site;
    await page.addInitScript(() => {
      const full = (): never => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Storage.prototype.setItem = full;
      History.prototype.replaceState = full;
    });
    await page.reload();
    await startPlaying(page, pointer(page), "russia", "a");
    await expect.poll(() => notice(page).textContent()).toContain("does not let Parley keep");
    await offer(page);
  });

  test("what cannot be opened again is said so, and gives way to a fresh start", async () => {
    site = await openPage();
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    await page.evaluate(() => localStorage.setItem("parley.play", '{"tab":"x","record":{"parley":7}}'));
    await page.reload();
    await expect.poll(() => page.locator(".notice").textContent(), { timeout: 10_000 }).toContain("fresh start");
    await page.locator(".seat-cards").waitFor();
  });

  test("of two tabs the one that came last has the play, and the other says so", async () => {
    site = await openPage();
    const { page } = site;
    await startPlaying(page, pointer(page), "russia", "a");
    const second = await page.context().newPage();
    await second.goto(site.url);
    await phaseOf(second);
    await page.locator(".curtain [role=alert]").waitFor();
    await second.locator("[data-deed=offer] button").click();
    await expect.poll(() => second.locator(".log ol > li").count()).toBeGreaterThan(1);
    const there = await savedPlay(second);
    await page.locator(".curtain button").click();
    await phaseOf(page);
    expect(await savedPlay(page)).toBe(there);
    await second.locator(".curtain [role=alert]").waitFor();
  });
});

test("the pace that was chosen last outlives a reload of an address that asks for another", async () => {
  site = await openPage({ reducedMotion: "no-preference", path: "?seat=russia&seed=a&pace=fast" });
  const { page } = site;
  await page.locator("form button[type=submit]").click();
  await page.locator(".mandate .next-step button").click();
  await page.locator(".pace select").selectOption("slow");
  await page.reload();
  await page.locator(".pace select").waitFor();
  expect(await page.locator(".pace select").inputValue()).toBe("slow");
});
