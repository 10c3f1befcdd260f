import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { pointer } from "./hands.ts";
import { savedPlay, startPlaying } from "./play-through.ts";

let site: OpenPage | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

/** What the screen asks of the player before it. */
async function asks(page: Page): Promise<string> {
  const place = page.locator("[data-phase], .curtain");
  await place.first().waitFor();
  return page.evaluate(() => {
    if (document.querySelector(".curtain")) return "curtain";
    return document.querySelector("[data-phase]")?.getAttribute("data-phase") ?? "";
  });
}

/** The screen after it asked for something, once the play has gone on or asks for something else. */
async function pressed(page: Page, selector: string): Promise<void> {
  const before = await savedPlay(page);
  await page.locator(selector).first().click();
  const sure = page.locator("[data-sure=yes]");
  if ((await sure.count()) > 0) await sure.first().click();
  await page.waitForFunction(
    (seal) => !(localStorage.getItem("parley.play") ?? "").includes(`"seal":"${seal}"}}`),
    before,
  );
}

test("as the envoy: a text as soon as one is due, through a reload in mid-animation after every step", {
  timeout: 180_000,
}, async () => {
  site = await openPage({ path: "?pace=fast", reducedMotion: "no-preference" });
  const { page, problems } = site;
  await startPlaying(page, pointer(page), "un", "envoy");
  let texts = 0;
  for (let steps = 0; steps < 200; steps++) {
    const phase = await asks(page);
    if (phase === "over") break;
    if (phase === "running") {
      // Others act before our eyes: whatever is under way on the stage is cut off.
      await page.reload();
      await page.locator("[data-phase]").waitFor();
      const skip = page.locator(".running button").first();
      if ((await skip.count()) > 0) await skip.click({ timeout: 2_000 }).catch(() => {});
      continue;
    }
    const due = (await page.locator("[data-deed=text] button[aria-disabled=true]").count()) === 0;
    await pressed(page, due ? "[data-deed=text] button" : "[data-deed=pass] button");
    if (due) texts++;
  }
  expect(await asks(page)).toBe("over");
  expect(texts).toBeGreaterThan(0);
  await page.locator(".over button").click();
  await page.locator(".result").waitFor();
  expect(problems).toEqual([]);
});

test("two people at one screen play to the end: the curtain comes down whenever the seat changes", {
  timeout: 180_000,
}, async () => {
  site = await openPage({ path: "?canvas=off" });
  const { page, problems } = site;
  await page.locator(".seat-cards").waitFor();
  await page.locator("input[name=seat][value=us]").check();
  await page.locator(".more > summary").click();
  await page.locator(".others input").first().check();
  await page.locator("form button[type=submit]").click();
  let curtains = 0;
  let answers = 0;
  for (let steps = 0; steps < 400; steps++) {
    const phase = await asks(page);
    if (phase === "over") break;
    if (phase === "curtain") {
      curtains++;
      await page.locator(".curtain button").click();
      const mandate = page.locator(".mandate .next-step button");
      if ((await mandate.count()) > 0) await mandate.click();
      await page.locator("[data-phase]").waitFor();
      continue;
    }
    if (phase === "answer") {
      answers++;
      await pressed(page, "[data-deed=answer] .button-first");
    } else {
      await pressed(page, "[data-deed=pass] button");
    }
  }
  expect(await asks(page)).toBe("over");
  expect(curtains).toBeGreaterThan(4);
  expect(answers).toBeGreaterThan(0);
  await page.locator(".over button").click();
  await page.locator(".result").waitFor();
  expect(problems).toEqual([]);
});
