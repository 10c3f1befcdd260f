import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { latinTexts, smallTargets, violations } from "./access.ts";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, savedPlay, startPlaying } from "./play-through.ts";

const BROKEN = "parley: 1\nid: x\ntitle: { en: X }\nissues: { a: { title: { en: A }, optins: {} } }\nparties: {}\n";

let site: OpenPage;
afterEach(() => site.close());

function openFile(page: Page, name: string, text: string): Promise<void> {
  return page.setInputFiles("input[type=file]", { name, mimeType: "text/yaml", buffer: Buffer.from(text) });
}

interface Visit {
  readonly lang: "en" | "ar";
  readonly width: number;
}

/** Goes through every screen there is and calls back at each. */
async function everyScreen({ page }: OpenPage, look: (screen: string) => Promise<void>): Promise<void> {
  const hands = pointer(page);
  await page.locator(".seat-cards").waitFor();
  await page.locator(".more > summary").click();
  await look("start");
  await openFile(page, "broken.yaml", BROKEN);
  await page.locator(".check").waitFor();
  await look("diagnostics");
  await page.reload();
  // The seed is shown as it is typed, in whatever script.
  await startPlaying(page, hands, "russia", "7", () => look("mandate"));
  await look("first turn");
  await page.locator(".asides > summary").click();
  await look("asides");
  await page.locator("[data-deed=walk_out] button").click();
  await look("are you sure");
  await page.locator("[data-sure=yes] + button").click();
  await page.getByRole("tab").nth(1).click();
  await look("mandate beside the table");
  await page.getByRole("tab").nth(2).click();
  await look("sources");
  await page.getByRole("tab").nth(0).click();
  await page.locator("[data-deed=offer] button").click();
  await page.waitForFunction(() => document.querySelector("[data-phase]")?.getAttribute("data-phase") === "answer");
  await look("answer");
  await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
  await look("leaving");
  await page.locator("dialog .button").first().click();
  await playToTheEnd(page, hands);
  await page.locator(".open-log > summary").click();
  await look("result");
}

const visits: Visit[] = [
  { lang: "en", width: 1440 },
  { lang: "ar", width: 1440 },
  { lang: "en", width: 320 },
  { lang: "ar", width: 390 },
];

describe("every screen", () => {
  test.each(visits)(
    "$lang at $width px: axe finds nothing, nothing runs out of the page",
    { timeout: 120_000 },
    async (visit) => {
      site = await openPage({ path: `?lang=${visit.lang}`, viewport: { width: visit.width, height: 800 } });
      const { page } = site;
      await everyScreen(site, async (screen) => {
        expect.soft(await violations(page), screen).toEqual([]);
        expect.soft(await smallTargets(page), screen).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(over, `${screen} is wider than the page`).toBeLessThanOrEqual(0);
        if (visit.lang === "ar" && screen !== "diagnostics") expect.soft(await latinTexts(page), screen).toEqual([]);
      });
      expect(site.problems).toEqual([]);
    },
  );
});

test.each(["en", "ar"] as const)("a record to read only in %s: axe finds nothing, wide or narrow", async (lang) => {
  site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: { width: 1440, height: 800 } });
  const { page } = site;
  await startPlaying(page, pointer(page), "us", "7");
  await playToTheEnd(page, pointer(page));
  const { record } = JSON.parse((await page.evaluate(() => localStorage.getItem("parley.play"))) ?? "{}");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator(".seat-cards").waitFor();
  await openFile(page, "old.json", JSON.stringify({ ...record, engine: "999" }));
  await page.locator(".stored-line").first().waitFor();
  for (const { width } of visits.filter((visit) => visit.lang === lang)) {
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  if (lang === "ar") expect(await latinTexts(page)).toEqual([]);
  // Each turn is a heading, and under it what was said and answered in it.
  expect(await page.locator(".stored-turn").count()).toBeGreaterThan(2);
  expect(await page.locator(".stored-answer").count()).toBeGreaterThan(0);
});

test("the page says its language and direction", async () => {
  site = await openPage({ path: "?lang=ar" });
  const root = site.page.locator("html");
  await expect.poll(() => root.getAttribute("dir")).toBe("rtl");
  expect(await root.getAttribute("lang")).toBe("ar");
  await site.page.getByRole("button", { name: "English" }).click();
  await expect.poll(() => root.getAttribute("dir")).toBe("ltr");
  await site.page.goto(site.url);
  // What was chosen is remembered where the address does not ask for a language.
  await expect.poll(() => root.getAttribute("lang")).toBe("en");
});

test("every offer and answer is said once, politely, and the focus goes to what is asked next", async () => {
  site = await openPage();
  const { page } = site;
  await startPlaying(page, pointer(page), "us", "a");
  expect(await phaseOf(page)).toBe("answer");
  const region = page.locator("[data-announcer]");
  expect(await region.getAttribute("aria-live")).toBe("polite");
  const before = await savedPlay(page);
  await page.locator("[data-deed=answer] button").last().click();
  await page.waitForFunction(
    (seal) => !(localStorage.getItem("parley.play") ?? "").includes(`"seal":"${seal}"}}`),
    before,
  );
  const said = await region.locator("p").allTextContents();
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/United States.*: refused because of/);
  expect(said[1]).toMatch(/Turkey/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("turn-title");
});

test("where motion is welcome others act step by step, and can be skipped", async () => {
  site = await openPage({ reducedMotion: "no-preference" });
  const { page } = site;
  await page.locator("input[name=seat][value='']").check();
  await page.locator("form button[type=submit]").click();
  const lines = page.locator(".log ol > li");
  await expect.poll(() => lines.count()).toBe(1);
  await expect.poll(() => lines.count(), { timeout: 10_000 }).toBe(2);
  await page.locator(".running button:not([data-pause])").click();
  await expect.poll(() => phaseOf(page)).toBe("over");
  expect(await lines.count()).toBeGreaterThan(20);
});
