import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { largeTable } from "../setup/large-table.ts";
import { phaseOf } from "./hands.ts";
import { tooWide } from "./sight.ts";

let site: OpenPage;
afterEach(() => site.close());

/** Words and marks of the table that lie over one another; what the bar of actions covers is scrolled to. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const parts = [...document.querySelectorAll(".room h3, .rail-title, .rail .stop-words, .paper h2")].map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { text: one.textContent ?? "", left, right, top, bottom };
    });
    for (const [index, a] of parts.entries()) {
      for (const b of parts.slice(index + 1)) {
        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (over > 2 && deep > 2) found.push(`${a.text} / ${b.text}`);
      }
    }
    return found;
  });
}

/** Actions that are not wholly inside the window. */
function outOfSight(page: Page): Promise<string[]> {
  return page.locator(".deeds > .deed > .button, .deed-lead .button").evaluateAll((all) =>
    all.flatMap((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight ? [] : [one.textContent ?? ""];
    }),
  );
}

test("few or many parties and issues: nothing overlaps, and what one can do is in sight", {
  timeout: 120_000,
}, async () => {
  site = await openPage({ path: "?lang=en&pace=at_once&canvas=off", viewport: { width: 1440, height: 900 } });
  const { page, url } = site;
  for (const { parties, issues, lang } of [
    { parties: 2, issues: 2, lang: "en" },
    { parties: 6, issues: 6, lang: "ar" },
    { parties: 8, issues: 12, lang: "en" },
  ]) {
    await page.evaluate(() => localStorage.removeItem("parley.play"));
    await page.goto(new URL(`?lang=${lang}&pace=at_once&canvas=off`, url).href);
    const buffer = Buffer.from(largeTable({ parties, issues }));
    await page.locator("input[type=file]").first().setInputFiles({ name: "t.yaml", mimeType: "text/yaml", buffer });
    await page.locator(`input[name=seat][value=p${parties > 2 ? parties - 2 : 1}]`).check();
    await page.locator("form button[type=submit]").click();
    await page.locator(".mandate .next-step button").click();
    while ((await phaseOf(page)) !== "turn") await page.locator("[data-deed=answer] button").last().click();
    for (const [width, height] of [
      [1440, 900],
      [1366, 768],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => scrollTo(0, 0));
      const where = `${parties} × ${issues}, ${lang}, ${width}×${height}`;
      expect.soft(await outOfSight(page), where).toEqual([]);
      expect.soft(await overlaps(page), where).toEqual([]);
      expect.soft(await tooWide(page), where).toEqual([]);
    }
  }
});
