import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { playTheTour, toTheMandate, toTheResult, toTheTable } from "./tour.ts";

/**
 * Pictures of the screens as they were looked at and found good, in `shots/`. After a wanted change renew them with
 * `PARLEY_PICTURES=renew npx vitest run --project e2e tests/browser/visual.e2e.test.ts`, and look at each before it is committed.
 */
const RENEW = process.env.PARLEY_PICTURES === "renew";

const SHOTS = new URL("shots/", import.meta.url).pathname;
const FAILED = join(tmpdir(), "parley-pictures");

/** How different a pixel may look, 0–1: other builds of Chromium smooth letters a little differently. */
const THRESHOLD = 0.2;
/** Share of the pixels that may differ: less than a line of text that has moved. */
const TOLERATED = 0.05;

let site: OpenPage;
afterEach(() => site.close());

/** How a picture differs from the one that is committed; null: not at all. */
function difference(name: string, shot: Buffer): string | null {
  const path = join(SHOTS, `${name}.png`);
  if (RENEW) {
    mkdirSync(SHOTS, { recursive: true });
    writeFileSync(path, shot);
    return null;
  }
  if (!existsSync(path)) return `${name}: there is no picture to compare with`;
  const wanted = PNG.sync.read(readFileSync(path));
  const seen = PNG.sync.read(shot);
  const { width, height } = wanted;
  if (seen.width !== width || seen.height !== height) return `${name}: ${seen.width}×${seen.height}`;
  const marked = new PNG({ width, height });
  const differing = pixelmatch(wanted.data, seen.data, marked.data, width, height, { threshold: THRESHOLD });
  const share = differing / (width * height);
  if (share <= TOLERATED) return null;
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(join(FAILED, `${name}.png`), shot);
  writeFileSync(join(FAILED, `${name}.difference.png`), PNG.sync.write(marked));
  return `${name}: ${(share * 100).toFixed(1)} % of the pixels differ, see ${FAILED}`;
}

/**
 * As it stands once its letters are there, from its beginning or from where the focus goes by itself. Nothing blinks, and no
 * pointer lies on anything.
 */
async function look(page: Page, name: string, from: string | null): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async (place) => {
    window.scrollTo(0, 0);
    const title = place === null ? null : document.querySelector(place);
    if (title) window.scrollTo(0, title.getBoundingClientRect().top - 16);
    await document.fonts.ready;
  }, from);
  const shot = await page.screenshot({ animations: "disabled", caret: "hide" });
  expect.soft(difference(name, shot)).toBeNull();
}

interface Visit {
  readonly lang: "en" | "ar";
  readonly width: number;
  readonly height: number;
  readonly screens: readonly ("start" | "mandate" | "answer" | "turn" | "result")[];
}

const visits: Visit[] = [
  { lang: "en", width: 1440, height: 900, screens: ["start", "mandate", "answer", "turn", "result"] },
  { lang: "ar", width: 1440, height: 900, screens: ["turn"] },
  { lang: "ar", width: 390, height: 844, screens: ["start", "answer", "turn", "result"] },
  { lang: "en", width: 390, height: 844, screens: ["turn"] },
  { lang: "en", width: 320, height: 640, screens: ["turn"] },
];

describe("the screens look as they were found good", () => {
  test.each(visits)("$lang $width×$height", { timeout: 120_000 }, async ({ lang, width, height, screens }) => {
    site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: { width, height } });
    const { page } = site;
    const at = async (screen: Visit["screens"][number]): Promise<void> => {
      const from = width < 700 && (screen === "turn" || screen === "answer") ? "#turn-title" : null;
      if (screens.includes(screen)) await look(page, `${screen}-${lang}-${width}`, from);
    };
    await page.locator(".seat-cards").waitFor();
    await at("start");
    await toTheMandate(page);
    await at("mandate");
    await toTheTable(page);
    await playTheTour(page, async (phase, count) => {
      if (count === 0 && phase === "answer") await at("answer");
      // The second turn has standing offers of several parties.
      if (count === 1 && phase === "turn") await at("turn");
    });
    await toTheResult(page);
    await at("result");
    expect(site.problems).toEqual([]);
  });
});
