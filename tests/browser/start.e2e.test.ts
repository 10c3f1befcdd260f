import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, savedPlay, startPlaying } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

function seat(page: Page): Promise<string> {
  return page.locator("input[name=seat]:checked").inputValue();
}

describe("the address", () => {
  test("sets up seat, others, seed, language and the switch for onlookers", async () => {
    site = await openPage({ path: "?scenario=munich-2016&seat=turkey&others=un&seed=class%207&lang=ar&canvas=off" });
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    expect(await seat(page)).toBe("turkey");
    expect(await page.locator("html").getAttribute("lang")).toBe("ar");
    await page.locator(".more > summary").click();
    expect(await page.locator(".others input:checked").count()).toBe(1);
    expect(await page.locator(".more input[type=text]").inputValue()).toBe("class 7");
    expect(await page.locator(".notice").count()).toBe(0);
    await page.goto(`${site.url}?seat=watch&open=all`);
    await page.locator(".seat-cards").waitFor();
    await expect.poll(() => seat(page)).toBe("");
    expect(await page.locator(".watch-open input").isChecked()).toBe(true);
    await page.locator("form button[type=submit]").click();
    await phaseOf(page);
    const openAll = () =>
      page.evaluate(() => (JSON.parse(localStorage.getItem("parley.play") ?? "{}") as { openAll?: boolean }).openAll);
    await expect.poll(openAll).toBe(true);
  });

  test("that holds what Parley does not know is answered in one sentence, and the rest of it is used", async () => {
    site = await openPage({ path: "?scenario=atlantis&seat=france&seed=kept&pace=warp&canvas=maybe&lang=tlh" });
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    const notice = page.locator(".notice");
    await expect.poll(() => notice.count()).toBe(1);
    const said = (await notice.locator("p").textContent()) ?? "";
    for (const odd of ["scenario=atlantis", "seat=france", "pace=warp", "canvas=maybe", "lang=tlh"]) {
      expect(said).toContain(odd);
    }
    expect(await seat(page)).toBe("us");
    await page.locator(".more > summary").click();
    expect(await page.locator(".more input[type=text]").inputValue()).toBe("kept");
    expect(site.problems).toEqual([]);
  });

  test("that was copied sets up the same start elsewhere", async () => {
    site = await openPage({ path: "?canvas=off", permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = site;
    await page.locator("input[name=seat][value=russia]").check();
    await page.locator(".share > summary").click();
    const link = await page.locator("[data-share=link]").inputValue();
    expect(new URL(link).searchParams.get("seat")).toBe("russia");
    expect(new URL(link).searchParams.get("canvas")).toBe("off");
    expect(new URL(link).searchParams.get("lang")).toBeNull();
    await page.locator("[data-share=language]").check();
    await page.locator("[data-share=copy]").click();
    await expect.poll(() => page.locator(".share [role=status]").textContent()).not.toBe("");
    await page.goto(await page.locator("[data-share=link]").inputValue());
    await page.locator(".seat-cards").waitFor();
    await expect.poll(() => seat(page)).toBe("russia");
    await page.locator(".more > summary").click();
    expect(await page.locator(".more input[type=text]").inputValue()).toBe(new URL(link).searchParams.get("seed"));
  });

  test("asks for no play any more once one has begun: a reload goes on with it", async () => {
    site = await openPage({ path: "?seat=russia&seed=x&lang=en", drawn: true });
    const { page } = site;
    await page.locator("form button[type=submit]").click();
    await page.locator(".mandate").waitFor();
    expect(new URL(page.url()).search).toBe("?lang=en");
    await page.reload();
    await page.locator(".mandate").waitFor();
  });
});

describe("a link opened while a play is under way", () => {
  async function underWay(): Promise<string> {
    site = await openPage();
    await startPlaying(site.page, pointer(site.page), "russia", "mine");
    const before = await savedPlay(site.page);
    await site.page.goto(`${site.url}?seat=us&seed=theirs`);
    await site.page.locator(".under-way").waitFor();
    return before;
  }

  test("offers to go on with it", async () => {
    const before = await underWay();
    const { page } = site;
    expect(await page.locator(".under-way").textContent()).toContain("Russia");
    await page.locator("[data-under-way=go-on]").click();
    await phaseOf(page);
    expect(await savedPlay(page)).toBe(before);
    expect(new URL(page.url()).search).toBe("");
  });

  test("takes its place only when the player says so", async () => {
    const before = await underWay();
    const { page } = site;
    await page.locator("form button[type=submit]").click();
    await page.locator("dialog .button-first").click();
    expect(await savedPlay(page)).toBe(before);
    expect(await page.locator("dialog").count()).toBe(0);
    await page.locator("form button[type=submit]").click();
    await page.locator("[data-under-way=replace]").click();
    await page.locator(".mandate").waitFor();
    expect(await page.locator("h1").textContent()).toContain("United States");
    expect(await savedPlay(page)).not.toBe(before);
  });
});

const TINY = `parley: 1
id: tiny
title: { en: A tiny table }
issues:
  price: { title: { en: Price }, options: { low: { en: Low }, high: { en: High } } }
parties:
  buyer: { values: { price: { weight: 100, options: { low: 100, high: 0 } } } }
  seller: { values: { price: { weight: 100, options: { low: 0, high: 100 } } } }
`;

/** What a browser does when the player drags a file over the page and lets go of it there. */
async function drop(page: Page, name: string, text: string, on = "h1"): Promise<boolean> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], fileName ?? ""));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent(on, "dragenter", { dataTransfer: files });
  const shown = await page.locator(".drop-here").count();
  await page.dispatchEvent(on, "dragover", { dataTransfer: files });
  await page.dispatchEvent(on, "drop", { dataTransfer: files });
  return shown === 1;
}

describe("a file dropped on the page", () => {
  test("is opened wherever it falls", async () => {
    site = await openPage();
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    expect(await drop(page, "tiny.yaml", TINY, ".files h2")).toBe(true);
    await expect.poll(() => page.locator("h1").textContent()).toBe("A tiny table");
    expect(await page.locator(".drop-here").count()).toBe(0);
  });

  test("may be a record", async () => {
    site = await openPage();
    const { page } = site;
    const hands = pointer(page);
    await startPlaying(page, hands, "russia", "dropped");
    await playToTheEnd(page, hands);
    const seal = await page.locator(".seal code").textContent();
    const record = await page.evaluate(() => {
      const { record } = JSON.parse(localStorage.getItem("parley.play") ?? "") as { record: object };
      return JSON.stringify(record);
    });
    await page.evaluate(() => localStorage.removeItem("parley.play"));
    await page.goto(site.url);
    await page.locator(".seat-cards").waitFor();
    await drop(page, "dropped.json", record);
    await page.locator(".result").waitFor();
    expect(await page.locator(".seal code").textContent()).toBe(seal);
  });

  test("disturbs no play", async () => {
    site = await openPage({ drawn: true });
    const { page } = site;
    await startPlaying(page, pointer(page), "russia", "a");
    const before = await savedPlay(page);
    await drop(page, "tiny.yaml", TINY);
    await expect.poll(() => page.locator(".notice").textContent()).toContain("tiny.yaml");
    expect(await savedPlay(page)).toBe(before);
    expect(new URL(page.url()).href).toBe(site.url);
  });
});
