import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage, type PageOptions } from "../setup/browser.ts";
import { eventually, phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, startPlaying } from "./play-through.ts";

let site: OpenPage;

afterEach(() => site.close());

const WINDOW = { width: 1440, height: 900 };
const GOLD = [232, 176, 74] as const;

/** At the table of the United States, with the stage drawing. */
async function atTheTable(options: PageOptions = {}): Promise<Page> {
  site = await openPage({ viewport: WINDOW, drawn: true, ...options });
  await startPlaying(site.page, pointer(site.page), "us", "7");
  return site.page;
}

async function drawn(page: Page): Promise<void> {
  await page.locator(":root.drawn .scene canvas").waitFor({ timeout: 20_000 });
}

/** Asked to decide: skips whatever others still do. */
async function myTurn(page: Page): Promise<void> {
  for (let n = 0; n < 30; n++) {
    const phase = await phaseOf(page);
    if (phase === "turn") return;
    if (phase === "answer") await page.locator("[data-deed=answer] button").first().click();
    if (phase === "running") await page.locator(".running .button").first().click();
    const sure = page.locator("[data-sure=yes]");
    if ((await sure.count()) > 0) await sure.first().click();
    await page.waitForTimeout(50);
  }
  throw new Error("the turn of this seat never comes");
}

interface Stop {
  readonly x: number;
  readonly y: number;
  readonly checked: boolean;
}

/** The stops of one rail, where they are in the window. */
function stopsOf(page: Page, issue: number): Promise<Stop[]> {
  return page
    .locator(".rail")
    .nth(issue)
    .locator("input[type=radio]")
    .evaluateAll((all) =>
      all.map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, checked: (one as HTMLInputElement).checked };
      }),
    );
}

/** How much gold is seen half-way between the chosen stops of two rails that lie below one another, 0–1. */
async function goldBetween(page: Page, upper: number): Promise<number> {
  // In a low window the rails lie below the fold.
  await page
    .locator(".rail")
    .nth(upper + 1)
    .evaluate((rail) => rail.scrollIntoView({ block: "center", behavior: "instant" }));
  const [from, to] = await Promise.all(
    [upper, upper + 1].map(async (issue) => (await stopsOf(page, issue)).find(({ checked }) => checked)),
  );
  if (!from || !to) throw new Error("no stop is chosen");
  // A quarter of the way up from the lower rail, where neither names nor tokens are.
  const middle = { x: from.x + (to.x - from.x) * 0.6, y: from.y + (to.y - from.y) * 0.6 };
  const clip = { x: middle.x - 12, y: middle.y - 4, width: 24, height: 8 };
  const picture = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(
    async ({ source, gold }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const paper = canvas.getContext("2d");
      if (!paper) return 0;
      paper.drawImage(image, 0, 0);
      const { data } = paper.getImageData(0, 0, image.width, image.height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (gold.every((part, index) => Math.abs((data[at + index] ?? 0) - part) < 40)) found++;
      }
      return found / (data.length / 4);
    },
    { source: picture, gold: GOLD },
  );
}

const seesGold = async (page: Page): Promise<boolean> => (await goldBetween(page, 1)) > 0.08;

describe.each([
  ["en", "2d"],
  ["ar", "webgl"],
])("in %s, drawn with %s", (lang, paper) => {
  test("the golden line joins the stops of the draft, also in another window", async () => {
    const page = await atTheTable({ path: `?lang=${lang}&canvas=${paper}` });
    await drawn(page);
    await myTurn(page);
    await eventually(() => seesGold(page), true);
    await page.setViewportSize({ width: 1024, height: 768 });
    await eventually(() => seesGold(page), true);
    expect(site.problems).toEqual([]);
  });

  test("a stop is dragged, by a real pointer, and pressing or the arrow keys do the same", async () => {
    const page = await atTheTable({ path: `?lang=${lang}&canvas=${paper}` });
    await drawn(page);
    await myTurn(page);
    const chosen = async () => (await stopsOf(page, 0)).map(({ checked }) => checked).indexOf(true);
    const before = await stopsOf(page, 0);
    const from = before[await chosen()] as Stop;
    const target = before.length - 2;
    const to = before[target] as Stop;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, from.y + 3, { steps: 4 });
    await page.locator(".rail-held .knob").waitFor();
    await page.mouse.move(to.x + 8, to.y + 30, { steps: 4 });
    expect(await chosen()).toBe(before.indexOf(from));
    await page.mouse.up();
    await eventually(chosen, target);
    expect(await page.locator(".knob").count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await eventually(chosen, target + 1);
    await page.locator(".rail").first().locator(".stop").first().click();
    await eventually(chosen, 0);
    expect(site.problems).toEqual([]);
  });
});

test("a canvas that is taken away leaves the rails of the page, and comes back", async () => {
  const page = await atTheTable({ path: "?canvas=webgl" });
  await drawn(page);
  await myTurn(page);
  const rail = () =>
    page
      .locator(".stops")
      .first()
      .evaluate((one) => getComputedStyle(one, "::before").visibility);
  expect(await rail()).toBe("hidden");
  await page.locator(".scene canvas").evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext("webgl");
    const thief = context?.getExtension("WEBGL_lose_context");
    Object.assign(window, { giveBack: () => thief?.restoreContext() });
    thief?.loseContext();
  });
  await eventually(rail, "visible");
  const other = page.locator(".rail").nth(1).locator("input:not(:checked):not(:disabled)").first();
  await other.click();
  expect(await page.locator(".scene").isVisible()).toBe(false);
  await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
  await eventually(rail, "hidden");
  await eventually(() => seesGold(page), true);
});

test("motion is shown where it is welcome, and a play goes on while it is", async () => {
  const page = await atTheTable({ reducedMotion: "no-preference" });
  await drawn(page);
  await myTurn(page);
  await page.reload();
  await drawn(page);
  await myTurn(page);
  await eventually(() => seesGold(page), true);
});

test("with canvas=off a whole play needs no Phaser", async () => {
  const page = await atTheTable({ path: "?canvas=off" });
  await playToTheEnd(page, pointer(page));
  expect(await page.locator("canvas").count()).toBe(0);
  const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(fetched.filter((url) => url.endsWith(".js")).length).toBeGreaterThan(0);
  expect(fetched.filter((url) => url.includes("stage"))).toEqual([]);
  expect(site.problems).toEqual([]);
});

test("below 700 pixels each issue is a row of its own, and nothing is drawn between them", async () => {
  const page = await atTheTable();
  await drawn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually(() => page.locator(".scene").count(), 0);
  await page.setViewportSize({ width: 844, height: 390 });
  await drawn(page);
});
