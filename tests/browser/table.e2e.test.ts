import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { latinTexts, smallTargets, violations } from "./access.ts";
import { keyboard, phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, startPlaying } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

async function refuseUntilMyTurn(page: Page): Promise<void> {
  while ((await phaseOf(page)) === "answer") {
    const title = await page.locator(".log ol > li").count();
    await page.locator("[data-deed=answer] button").last().click();
    await expect.poll(() => page.locator(".log ol > li").count()).toBeGreaterThan(title);
  }
}

test("before a refusal the page names what weighs most and what would mend it; after it, the interest and its source", async () => {
  site = await openPage();
  const { page } = site;
  await startPlaying(page, pointer(page), "us", "a");
  const advice = page.locator(".answer .advice");
  expect(await advice.textContent()).toMatch(/refuse\..*Weighs most against it: .+\..*change/s);
  const heaviest = /Weighs most against it: (.+?)(,| and|\.)/.exec((await advice.textContent()) ?? "")?.[1] ?? "";
  await page.locator("[data-deed=answer] button").last().click();
  const own = page.locator(".log-answers .refuses", { hasText: "United States" }).first();
  await own.waitFor();
  expect(await own.locator("p").first().textContent()).toContain(heaviest.replaceAll(/[\u2068\u2069]/g, ""));
  expect(await own.locator(".near-miss").textContent()).toMatch(/change/);
  await own.locator(".grounds summary").first().click();
  expect(await own.locator(".grounds cite").first().textContent()).toMatch(/12 February 2016.*point \d+/);
});

test("after the play the change that would have been accepted is there for every refusal, and all reasons unfold at once", async () => {
  site = await openPage();
  const { page } = site;
  const hands = pointer(page);
  await startPlaying(page, hands, "us", "a");
  await playToTheEnd(page, hands);
  await page.locator(".open-log > summary").click();
  const others = page.locator(".log-answers .refuses", { hasText: "Russia" });
  expect(await others.count()).toBeGreaterThan(0);
  expect(await others.locator(".near-miss").count()).toBe(await others.count());
  const mended = await others
    .locator(".near-miss", { hasText: "One change would have been accepted." })
    .allTextContents();
  expect(mended.length).toBeGreaterThan(0);
  expect(mended.filter((text) => !/accepted\. .+: .+\./.test(text))).toEqual([]);
  await page.locator(".unfold").click();
  expect(await page.locator(".open-log details.fold:not([open])").count()).toBe(0);
});

describe("the record of the table", () => {
  test("is filtered by keyboard alone and says how much is shown", async () => {
    site = await openPage();
    const { page } = site;
    const hands = keyboard(page);
    await startPlaying(page, hands, "us", "a");
    await hands.press("[data-deed=answer]:last-child button");
    await expect.poll(() => page.locator(".log-answers").count()).toBe(1);
    const all = await page.locator(".log ol > li").count();
    await page.locator("[name=kind-answers]").focus();
    await page.keyboard.press("Space");
    expect(await page.locator(".log-answers").count()).toBe(0);
    const shown = await page.locator(".log ol > li").count();
    expect(await page.locator(".filter-shown").textContent()).toMatch(new RegExp(`^${shown} lines? of ${all} shown$`));
    await page.locator(".filter-party select").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".filter-party select").inputValue()).not.toBe("-1");
  });
});

describe("before anything is done", () => {
  test("each statement and aside says what it costs and what follows, in both languages", async () => {
    for (const lang of ["en", "ar"]) {
      site = await openPage({ path: `?lang=${lang}` });
      const { page } = site;
      await startPlaying(page, pointer(page), "us", "a");
      await refuseUntilMyTurn(page);
      await page.locator(".asides > summary").click();
      const notes = await page.locator(".deeds .deed-note, .lever .deed-note").allTextContents();
      expect(notes.length).toBeGreaterThan(5);
      expect(notes.filter((note) => note.trim().length < 5)).toEqual([]);
      if (lang === "en") {
        const said = ((await page.locator(".turn").textContent()) ?? "").replaceAll(/[\u2068\u2069]/g, "");
        expect(said).toMatch(/Worth \d+ to you\. Bound by it: .+?\. Still to answer: .+?\./);
        expect(said).toMatch(/Asked so far: 0 of 2/);
        expect(said).toMatch(/half an offer/);
        expect(said).toMatch(/In 20 of 100 cases/);
        expect(said).toMatch(/worth 6 less to you for the rest of the play/);
        expect(said).toMatch(/Pressure, .+?: \u200e?\+\d+ of 100/);
        expect(said).toMatch(/One use left/);
        await site.close();
      }
    }
  });

  test("the aides guess about each other voter, and say that they guess", async () => {
    site = await openPage();
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "a");
    await refuseUntilMyTurn(page);
    expect(await page.locator(".guess").count()).toBe(2);
    expect(await page.locator(".aides").textContent()).toMatch(/A guess from what was said/);
  });
});

describe("the whole turn", () => {
  test.each(["en", "ar"])("fits a screen of 1440 by 900 in %s", async (lang) => {
    site = await openPage({ path: `?lang=${lang}&canvas=off`, viewport: { width: 1440, height: 900 } });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "a");
    await refuseUntilMyTurn(page);
    const last = await page.locator("[data-deed=walk_out]").boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(900);
    const tops = await page
      .locator(".deeds .button")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
    expect(new Set(tops.map(Math.round)).size).toBe(1);
  });

  test("on a phone the first thing to do stays in reach and never covers what has the focus", async () => {
    site = await openPage({ viewport: { width: 390, height: 844 } });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "a");
    await refuseUntilMyTurn(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    const bar = page.locator(".deed-lead");
    const place = await bar.boundingBox();
    expect(place?.y).toBeLessThan(844);
    for (let n = 0; n < 14; n++) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const at = document.activeElement?.getBoundingClientRect();
        const cover = document.querySelector(".deed-lead");
        if (!at || !cover || cover.contains(document.activeElement)) return false;
        return at.bottom > cover.getBoundingClientRect().top + 1 && at.top < cover.getBoundingClientRect().bottom;
      });
      expect(hidden).toBe(false);
    }
  });
});

describe("under an answer", () => {
  test("the rails are only read, and show the offer that is answered", async () => {
    site = await openPage({ viewport: { width: 1440, height: 900 } });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "a");
    expect(await phaseOf(page)).toBe("answer");
    expect(await page.locator(".rails-asked .rail").count()).toBe(6);
    expect(await page.locator(".rails input").count()).toBe(0);
    expect(await page.locator(".rails-asked .chosen .stop-words").allTextContents()).toEqual(
      await page.locator(".terms dd > bdi").allTextContents(),
    );
    await refuseUntilMyTurn(page);
    expect(await page.locator(".rails-draft input:checked").count()).toBe(6);
  });

  test.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
    [320, 640],
  ])("accepting and refusing are in sight at %i by %i", async (width, height) => {
    site = await openPage({ viewport: { width, height } });
    const { page } = site;
    await startPlaying(page, pointer(page), "us", "a");
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const button of await page.locator("[data-deed=answer] button").all()) {
      const place = await button.boundingBox();
      expect((place?.y ?? height) + (place?.height ?? 0)).toBeLessThanOrEqual(height);
    }
  });
});

test("whichever party acts, the delegations keep their height and the rails their place", async () => {
  site = await openPage({ viewport: { width: 1440, height: 900 }, path: "?canvas=off" });
  const { page } = site;
  await startPlaying(page, pointer(page), "us", "a");
  const tops = new Set<number>();
  for (let turns = 0; turns < 3; turns++) {
    await refuseUntilMyTurn(page);
    const rail = page.locator(".rail .dot").first();
    tops.add(await rail.evaluate((one) => Math.round(one.getBoundingClientRect().top + window.scrollY)));
    await page.locator("[data-deed=pass] button").click();
  }
  expect(tops.size).toBe(1);
});

test("on a phone a folded rail names the option of each party", async () => {
  site = await openPage({ viewport: { width: 390, height: 844 } });
  const { page } = site;
  await startPlaying(page, pointer(page), "us", "a");
  await refuseUntilMyTurn(page);
  const first = page.locator(".rail-fold").first();
  expect(await first.locator(".rail-place").count()).toBeGreaterThan(1);
  expect(await first.textContent()).toMatch(/offered by: .*Russia/);
});

test("others can be stopped, slowed down and hurried; how is remembered", async () => {
  site = await openPage({ reducedMotion: "no-preference", path: "?pace=slow" });
  const { page } = site;
  await page.locator("input[name=seat][value='']").check();
  await page.locator("form button[type=submit]").click();
  await page.locator("[data-pause]").click();
  const lines = page.locator(".log ol > li");
  const stopped = await lines.count();
  await page.locator("[data-pause]").click();
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBeGreaterThan(stopped);
  await page.locator(".pace select").selectOption("at_once");
  await expect.poll(() => phaseOf(page)).toBe("over");
  await page.goto(site.url);
  await page.locator(".pace select").waitFor();
  expect(await page.locator(".pace select").inputValue()).toBe("at_once");
});

test("two people at one screen: the result is seen from the seat that they choose", async () => {
  site = await openPage({ path: "?canvas=off" });
  const { page } = site;
  await page.locator("input[name=seat][value='']").check();
  await page.locator("form button[type=submit]").click();
  if ((await phaseOf(page)) !== "over") await page.locator(".running button").first().click();
  await page.locator(".over button").click();
  await page.locator(".result").waitFor();
  expect(await page.locator(".verdict").count()).toBe(0);
  await page.locator(".seen-from select").selectOption("russia");
  await page.locator(".verdict").waitFor();
  expect(await page.locator(".sides .mine").textContent()).toContain("Russia");
});

describe("the result", () => {
  test.each(["en", "ar"])("on paper in %s holds nothing to press; the screens on the way are clean", async (lang) => {
    site = await openPage({ path: `?lang=${lang}&canvas=off` });
    const { page } = site;
    const hands = pointer(page);
    await startPlaying(page, hands, "us", "7");
    await playToTheEnd(page, hands);
    await page.locator(".moves").waitFor();
    await page.locator(".result details.fold > summary").first().click();
    expect(await page.locator(".moves-table tbody tr").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    if (lang === "ar") expect(await latinTexts(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    const seen = await page
      .locator("button, select, input")
      .evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).map((one) => one.outerHTML));
    expect(seen).toEqual([]);
    expect(await page.locator(".moves").isVisible()).toBe(true);
  });
});

test("the curtain is clean too, and shows nothing of either side", async () => {
  site = await openPage();
  const { page } = site;
  await page.locator(".seat-cards").waitFor();
  await page.locator("input[name=seat][value=us]").check();
  await page.locator(".more > summary").click();
  await page.locator(".others input").first().check();
  await page.locator("form button[type=submit]").click();
  await page.locator(".curtain").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
});
