import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../setup/browser.ts";
import { playTheTour, toTheMandate, toTheResult } from "./tour.ts";

/** What differs from one scenario file to the next, or from one tab to the next, says nothing about access. */
function steady(tree: string): string {
  return tree.replaceAll(/\b[0-9a-f]{16,}\b/g, "(seal)").replaceAll(/blob:\S+/g, "(file)");
}

/**
 * The accessibility tree of a whole play, screen by screen, as text: what a screen reader is given. To renew it after a wanted
 * change: `npx vitest run --project e2e tests/browser/tree.e2e.test.ts -u`, then read the difference before it is committed.
 */
async function wholePlay(page: Page): Promise<string> {
  const parts: string[] = [];
  const note = async (name: string, place: string): Promise<void> => {
    parts.push(`# ${name}\n\n${steady(await page.locator(place).first().ariaSnapshot())}\n`);
  };
  await page.locator(".seat-cards").waitFor();
  await note("start", "body");
  await toTheMandate(page);
  await note("mandate", "main");
  await page.locator(".mandate .next-step button").click();
  await page.locator("dialog.guide [data-practice-skip]").waitFor();
  await page.locator("dialog.guide [data-phase], dialog.guide input[type=radio]").first().waitFor();
  await note("practice, skipped", "dialog.guide");
  await page.locator("[data-practice-skip]").click();
  await page.locator("dialog.guide").waitFor({ state: "detached" });
  await playTheTour(page, async (phase, count) => {
    const name = `table: ${phase} ${count + 1}`;
    await note(name, count === 0 ? "body" : ".phase");
    await note(`${name}, said`, "[data-announcer]");
  });
  await toTheResult(page);
  await note("result", "body");
  return parts.join("\n");
}

test.each(["en", "ar"] as const)("the accessibility tree of a whole play, %s", { timeout: 120_000 }, async (lang) => {
  const { page, problems, close } = await openPage({
    path: `?lang=${lang}&canvas=off`,
    viewport: { width: 1440, height: 900 },
    newcomer: true,
  });
  await expect(await wholePlay(page)).toMatchFileSnapshot(`shots/tree.${lang}.txt`);
  expect(problems).toEqual([]);
  await close();
});
