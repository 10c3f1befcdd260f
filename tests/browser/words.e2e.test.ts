import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { violations } from "./access.ts";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, savedPlay } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

async function toTheMandate(page: Page): Promise<void> {
  await page.locator(".seat-cards").waitFor();
  await page.locator("form button[type=submit]").click();
  await page.locator(".mandate").waitFor();
}

describe("a word of the field", () => {
  test.each(["en", "ar"])("opens and closes by keyboard, and keeps the focus (%s)", async (lang) => {
    site = await openPage({ path: `?lang=${lang}&seat=us`, viewport: { width: 360, height: 700 } });
    const { page } = site;
    await toTheMandate(page);
    const word = page.locator("[data-term=red_line]");
    const note = page.locator(".term-note:popover-open");
    await word.focus();
    await page.keyboard.press("Enter");
    await note.waitFor();
    const box = await note.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await note.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-term"))).toBe("red_line");
  });

  test("stays while the pointer goes to it, and gives way to the next one", async () => {
    site = await openPage({ path: "?seat=us" });
    const { page } = site;
    await toTheMandate(page);
    const note = page.locator(".term-note:popover-open");
    await page.locator("[data-term=interest]").click();
    await note.hover();
    expect(await note.textContent()).toContain("Fisher and Ury");
    await page.locator("[data-term=package]").click();
    expect(await note.count()).toBe(1);
    expect(await note.textContent()).toContain("One option for every issue");
    await page.locator("h1").click();
    expect(await note.count()).toBe(0);
  });
});

describe("own notes", () => {
  const fill = async (page: Page): Promise<void> => {
    await page.locator("[data-note=target]").fill("٦٢");
    await page.locator("[data-note=plan]").fill("Aid first\nthen the date");
    await page.locator("[data-note=notes]").fill("<b>not a tag</b>");
  };
  const read = async (page: Page): Promise<string[]> =>
    Promise.all(["target", "plan", "notes"].map((name) => page.locator(`[data-note=${name}]`).inputValue()));

  test("survive a reload, are beside the table, and come back with the record", { timeout: 120_000 }, async () => {
    site = await openPage({ path: "?seat=russia&seed=saved" });
    const { page } = site;
    await toTheMandate(page);
    await fill(page);
    await page.reload();
    await page.locator(".mandate").waitFor();
    expect(await read(page)).toEqual(["62", "Aid first\nthen the date", "<b>not a tag</b>"]);
    await page.locator(".mandate .next-step button").click();
    await phaseOf(page);
    await page.getByRole("tab").nth(1).click();
    expect((await read(page))[1]).toBe("Aid first\nthen the date");
    await playToTheEnd(page, pointer(page));
    expect(await savedPlay(page)).not.toBe("");
    const notes = await page.evaluate(() => {
      const { record } = JSON.parse(localStorage.getItem("parley.play") ?? "") as { record: { notes: unknown } };
      return record.notes;
    });
    expect(notes).toEqual({ russia: { target: 62, plan: "Aid first\nthen the date", notes: "<b>not a tag</b>" } });
    expect(site.problems).toEqual([]);
  });

  test("a target that is no worth is said so and not saved", async () => {
    site = await openPage({ path: "?seat=us" });
    const { page } = site;
    await toTheMandate(page);
    await page.locator("[data-note=target]").fill("250");
    expect(await page.locator("[data-note=target]").getAttribute("aria-invalid")).toBe("true");
    await page.reload();
    await page.locator(".mandate").waitFor();
    expect(await page.locator("[data-note=target]").inputValue()).toBe("");
  });
});
