import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { latinTexts, smallTargets, violations } from "./access.ts";
import { type Hands, keyboard, phaseOf, pointer } from "./hands.ts";

let site: OpenPage;
afterEach(() => site.close());

function step(page: Page): Promise<string | null> {
  return page.locator("[data-practice]").getAttribute("data-practice");
}

/** From the start to where a player would come to the table for the first time. */
async function toTheTable(page: Page, hands: Hands): Promise<void> {
  await page.locator(".seat-cards").waitFor();
  await hands.press("form button[type=submit]");
  await hands.press(".mandate .next-step button");
}

interface Way {
  readonly name: string;
  readonly lang: "en" | "ar";
  readonly hands: (page: Page) => Hands;
  readonly width: number;
}

const ways: Way[] = [
  { name: "by pointer in English", lang: "en", hands: pointer, width: 1280 },
  { name: "by keyboard alone in Arabic", lang: "ar", hands: keyboard, width: 1280 },
  { name: "by keyboard alone in English at 320 px", lang: "en", hands: keyboard, width: 320 },
  { name: "by pointer in Arabic at 390 px", lang: "ar", hands: pointer, width: 390 },
];

describe("the practice before the first table", () => {
  test.each(ways)("is played $name: refused, understood, signed", { timeout: 60_000 }, async (way) => {
    site = await openPage({
      path: `?lang=${way.lang}&seed=x`,
      newcomer: true,
      viewport: { width: way.width, height: 800 },
    });
    const { page } = site;
    const hands = way.hands(page);
    const look = async (): Promise<void> => {
      expect.soft(await violations(page)).toEqual([]);
      expect.soft(await smallTargets(page)).toEqual([]);
      const dialog = page.locator(".guide");
      const over = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect.soft(over).toBeLessThanOrEqual(0);
      if (way.lang === "ar") expect.soft(await latinTexts(page)).toEqual([]);
    };
    await toTheTable(page, hands);
    await page.locator("[data-practice]").waitFor();
    expect(await step(page)).toBe("first");
    await look();
    await hands.press("[data-practice] [data-deed=offer] button");
    await page.locator("[data-practice=answer]").waitFor();
    // Why they refused, what is behind it, and what they offer instead.
    expect(await page.locator(".practice-heard p").count()).toBe(3);
    await look();
    await hands.press("[data-practice] [data-deed=answer] + [data-deed=answer] button");
    await page.locator("[data-practice=move]").waitFor();
    const worth = page.locator("[data-practice] .figure-draft dd");
    expect(await worth.textContent()).toBe("100");
    await hands.nextRadio(".practice-rail");
    await hands.nextRadio(".practice-rail");
    expect(await worth.textContent()).toBe("50");
    await hands.press("[data-practice] [data-deed=offer] button");
    await page.locator("[data-practice=signed]").waitFor();
    await look();
    await hands.press("[data-practice-done]");
    expect(["turn", "answer"]).toContain(await phaseOf(page));
    expect(site.problems).toEqual([]);
  });

  test("can be skipped, by button or by Escape, and does not come again", async () => {
    site = await openPage({ newcomer: true });
    const { page } = site;
    await toTheTable(page, pointer(page));
    await page.locator("[data-practice]").waitFor();
    await page.keyboard.press("Escape");
    await phaseOf(page);
    await page.locator(".frame-tools > .quiet-button", { hasText: "Leave" }).click();
    await page.locator("dialog .button-grave").click();
    await toTheTable(page, pointer(page));
    await phaseOf(page);
    expect(await page.locator(".guide").count()).toBe(0);
  });

  test("ends without a deal or below the walk-away in words, and can be tried once more", async () => {
    site = await openPage({ newcomer: true });
    const { page } = site;
    await toTheTable(page, pointer(page));
    await page.locator("[data-practice=first]").waitFor();
    await page.locator(".practice-stop input").last().check();
    await page.locator("[data-practice] [data-deed=offer] button").click();
    await page.locator("[data-practice=signed]").waitFor();
    expect(await page.locator("[data-practice]").textContent()).toContain("less than the 30");
    await page.locator("[data-practice] .buttons button").last().click();
    await page.locator("[data-practice=first]").waitFor();
    for (let turns = 0; turns < 12; turns++) {
      const now = await step(page);
      if (now === "none") break;
      const deed = now === "answer" ? "[data-deed=answer] + [data-deed=answer]" : "[data-deed=offer]";
      await page.locator(`[data-practice] ${deed} button`).click();
    }
    expect(await step(page)).toBe("none");
  });

  test("opens again from help at any time, and the play waits behind it", async () => {
    site = await openPage({ path: "?seed=x" });
    const { page } = site;
    await toTheTable(page, pointer(page));
    const phase = await phaseOf(page);
    await page.locator("[data-help]").click();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator(".glossary dt").count()).toBeGreaterThan(12);
    await page.locator("[data-help-practise]").click();
    await page.locator("[data-practice=first]").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("[data-practice-skip]").click();
    expect(await page.locator(".guide").count()).toBe(0);
    expect(await phaseOf(page)).toBe(phase);
    expect(await page.evaluate(() => document.activeElement?.matches("[data-help]"))).toBe(true);
  });
});
