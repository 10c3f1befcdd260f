import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { cutTexts, hiddenFocus, tooWide } from "./sight.ts";
import { playTheTour, toTheMandate, toTheResult, toTheTable } from "./tour.ts";

let site: OpenPage;
afterEach(() => site.close());

/** The whole tour; `check` is called at every kind of screen. */
async function everywhere(page: Page, check: (screen: string) => Promise<void>): Promise<void> {
  await page.locator(".seat-cards").waitFor();
  await check("start");
  await toTheMandate(page);
  await check("mandate");
  await toTheTable(page);
  await playTheTour(page, async (phase, count) => {
    if (count === (phase === "turn" ? 1 : 0)) await check(phase);
  });
  await toTheResult(page);
  await check("result");
}

/** Read by eyes that need it otherwise: window, size of letters, room between them. */
interface Sight {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly style?: string;
}

const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

const sights: Sight[] = [
  { name: "a window of 1280×1024 at 400 % (WCAG 1.4.10)", width: 320, height: 256 },
  { name: "a narrow phone", width: 320, height: 640 },
  { name: "a phone on its side (1.3.4)", width: 844, height: 390 },
  { name: "a small laptop", width: 1024, height: 768 },
  { name: "letters twice as large (1.4.4)", width: 1280, height: 900, style: ":root { font-size: 200% !important }" },
  { name: "more room between letters, words and lines (1.4.12)", width: 1440, height: 900, style: SPACED },
  { name: "the same on a narrow phone", width: 320, height: 640, style: SPACED },
];

const USUAL = { width: 1440, height: 900 };

/** Puts a style over those of the page, or takes it away again. */
async function wear(page: Page, style: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, style);
}

describe.each(["en", "ar"] as const)("in %s", (lang) => {
  test("nothing runs out sideways and nothing is cut off, however it is read", { timeout: 180_000 }, async () => {
    site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: USUAL });
    const { page } = site;
    await everywhere(page, async (screen) => {
      for (const { name, width, height, style } of sights) {
        await page.setViewportSize({ width, height });
        await wear(page, style ?? "");
        expect.soft(await tooWide(page), `${screen}, ${name}`).toEqual([]);
        expect.soft(await cutTexts(page), `${screen}, ${name}`).toEqual([]);
      }
      await wear(page, "");
      await page.setViewportSize(USUAL);
    });
  });
});

test.each([
  { lang: "en", width: 1440, height: 900 },
  { lang: "ar", width: 390, height: 844 },
  { lang: "en", width: 320, height: 256 },
])(
  "by Tab in $lang at $width×$height every stop is seen, marked, and left again",
  { timeout: 180_000 },
  async (visit) => {
    const { lang, ...viewport } = visit;
    site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport });
    await everywhere(site.page, async (screen) => {
      expect.soft(await hiddenFocus(site.page), screen).toEqual([]);
    });
  },
);
