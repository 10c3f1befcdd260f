import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { violations } from "./access.ts";
import { tooWide } from "./sight.ts";
import { toTheMandate } from "./tour.ts";

let site: OpenPage;
afterEach(() => site.close());

/** How far down the page the last of these ends, in CSS pixels, once the letters of the house are there. */
async function endOf(page: Page, selector: string): Promise<number> {
  await page.locator(".seat-cards, .mandate").first().waitFor();
  // What is on the page asks for its letters when it is laid out; only then is there something to wait for.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(document.fonts.ready))));
  return page
    .locator(selector)
    .last()
    .evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
}

const SEAT_NAMES = ".seat:not(.seat-watch) .seat-name";

describe.each(["en", "ar"])("without scrolling (%s)", (lang) => {
  test.each([
    { width: 1440, height: 900, selector: "form button[type=submit]" },
    { width: 1024, height: 768, selector: SEAT_NAMES },
  ])("at $width×$height the start shows $selector", async ({ selector, ...viewport }) => {
    site = await openPage({ path: `?lang=${lang}`, viewport, drawn: true });
    expect(await endOf(site.page, selector)).toBeLessThanOrEqual(viewport.height);
  });
});

test("two days side by side have marks that can be told apart on the line of the year", async () => {
  site = await openPage({ viewport: { width: 1024, height: 768 }, drawn: true });
  const dots = site.page.locator(".year-dot");
  await dots.last().waitFor();
  const boxes = await dots.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  for (const [index, box] of boxes.entries()) {
    if (index > 0) expect(box.left - (boxes[index - 1]?.right ?? 0)).toBeGreaterThan(2);
  }
});

test("a phone folds what is not needed at once; what is folded opens, and axe finds nothing in it", async () => {
  site = await openPage({ viewport: { width: 390, height: 844 } });
  const { page } = site;
  await toTheMandate(page);
  const bars = page.locator(".worths .bar");
  expect(await page.locator(".interests, .no-deal, .positions > .now, .red-lines").count()).toBe(4);
  expect(await bars.first().isVisible()).toBe(false);
  await page.locator(".mandate-worths summary").first().click();
  expect(await bars.first().isVisible()).toBe(true);
  await page.locator(".mandate details").evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => page.locator(".mandate-fold").count()).toBe(0);
  expect(await bars.count()).toBeGreaterThan(20);
});
