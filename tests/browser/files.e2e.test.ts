import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { phaseOf, pointer } from "./hands.ts";
import { playToTheEnd, startPlaying } from "./play-through.ts";

let site: OpenPage;
afterEach(() => site.close());

function openFile(page: Page, name: string, content: string): Promise<void> {
  return page.setInputFiles("input[type=file]", { name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

const TINY = `parley: 1
id: tiny
title: { en: TITLE }
issues:
  price: { title: { en: Price }, options: { low: { en: Low }, high: { en: High } } }
parties:
  buyer: { values: { price: { weight: 100, options: { low: 100, high: 0 } } } }
  seller: { values: { price: { weight: 100, options: { low: 0, high: 100 } } } }
`;

async function save(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".result .page-head button:not([data-print])").click(),
  ]);
  return { name: download.suggestedFilename(), text: await text(await download.createReadStream()) };
}

async function playedRussia(page: Page): Promise<{ name: string; text: string }> {
  const hands = pointer(page);
  await startPlaying(page, hands, "russia", "saved");
  await playToTheEnd(page, hands);
  return save(page);
}

describe("a record", () => {
  test("that was saved and opened again has the same seal, and can be played from a turn of it", async () => {
    site = await openPage();
    const { page } = site;
    const saved = await playedRussia(page);
    expect(saved.name).toBe("munich-2016-saved.parley.json");
    const seal = await page.locator(".seal code").textContent();
    await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
    await page.locator("dialog .button-grave").click();
    await page.locator(".seat-cards").waitFor();
    expect(await page.evaluate(() => localStorage.getItem("parley.play"))).toBeNull();
    await openFile(page, saved.name, saved.text);
    await page.locator(".result").waitFor();
    expect(await page.locator(".seal code").textContent()).toBe(seal);
    await page.locator(".again select").last().selectOption({ index: 1 });
    await page.locator(".again button").last().click();
    expect(["answer", "turn"]).toContain(await phaseOf(page));
    expect(site.problems).toEqual([]);
  });

  test("of other rules is shown from its stored actions, and not played", async () => {
    site = await openPage();
    const { page } = site;
    const saved = await playedRussia(page);
    await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
    await page.locator("dialog .button-grave").click();
    const record = JSON.parse(saved.text) as { engine: string; actions: readonly unknown[] };
    await openFile(page, "old.json", JSON.stringify({ ...record, engine: "parley rules 999" }));
    await page.locator(".stored").waitFor();
    expect(await page.locator(".stored [role=alert]").textContent()).toContain("parley rules 999");
    expect(await page.locator(".stored-line").count()).toBe(record.actions.length);
    await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
    await page.locator(".seat-cards").waitFor();
  });

  test("that was tampered with is shown with the turn where it differs", async () => {
    site = await openPage();
    const { page } = site;
    const saved = await playedRussia(page);
    await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
    await page.locator("dialog .button-grave").click();
    await openFile(page, "forged.json", saved.text.replace('"accepts":true', '"accepts":false'));
    await page.locator(".stored").waitFor();
    expect(await page.locator(".stored [role=alert]").textContent()).toMatch(/turn \d+/);
  });
});

describe("a scenario file", () => {
  test("that is wrong shows what and where, and what was chosen before stays", async () => {
    site = await openPage();
    const { page } = site;
    await page.locator("input[name=seat][value=turkey]").check();
    await openFile(page, "mine.yaml", TINY.replace("options: { low: { en", "optins: { low: { en"));
    const first = page.locator(".diagnostic").first();
    await first.waitFor();
    expect(await page.locator(".diagnostic code").first().textContent()).toBe("mine.yaml:5:3");
    expect(await page.locator(".diagnostics").textContent()).toContain("unknown-key");
    expect(await page.locator("h1").textContent()).toContain("Munich");
    expect(await page.locator("input[name=seat][value=turkey]").isChecked()).toBe(true);
  });

  test("with markup in its title is text; and it can be played", async () => {
    site = await openPage();
    const { page } = site;
    const title = "<script>document.title='taken'</script><img src=x onerror=alert(1)>";
    await openFile(page, "tiny.yaml", TINY.replace("TITLE", `"${title}"`));
    await expect.poll(() => page.locator("h1").textContent()).toBe(title);
    await page.locator("form button[type=submit]").click();
    await page.locator(".mandate .next-step button").click();
    expect(await page.locator("h1").textContent()).toBe(title);
    expect(await page.title()).toMatch(/^Round 1, .* · Parley$/);
    expect(await page.title()).toContain(title);
    expect(await page.locator("h1 img, h1 script").count()).toBe(0);
  });

  test.each([
    [
      "a bomb of aliases",
      `parley: 1\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
        .split("")
        .map((one, n) => `${one}: &${one} [${Array(9).fill(`*${"abcdefghi"[n]}`).join()}]`)
        .join("\n")}\n`,
    ],
    ["no text at all", "\0\0\0\u0001"],
    ["JSON that is neither", '{"acts": 1, "seal": 2}'],
    ["nothing", ""],
  ])("that is %s is refused in words", async (_, content) => {
    site = await openPage();
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    const start = Date.now();
    await openFile(page, "strange.yaml", content);
    await page.locator("[role=alert]").waitFor();
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(await page.locator("h1").textContent()).toContain("Munich");
    expect(site.problems).toEqual([]);
  });

  test("that is far too large is not even read", async () => {
    site = await openPage();
    const { page } = site;
    await page.locator(".seat-cards").waitFor();
    await page.locator("input[type=file]").evaluate((input) => {
      const files = new DataTransfer();
      files.items.add(new File(["a".repeat(11_000_000)], "huge.yaml"));
      (input as HTMLInputElement).files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await expect.poll(() => page.locator(".notice").textContent()).toContain("too large");
  });
});

test("two people at one screen: a curtain before each, and no sealed answer behind it", async () => {
  site = await openPage();
  const { page } = site;
  await page.locator(".seat-cards").waitFor();
  await page.locator("input[name=seat][value=us]").check();
  await page.locator(".more > summary").click();
  await page.locator(".others label", { hasText: "Turkey" }).locator("input").check();
  await page.locator("form button[type=submit]").click();
  const curtain = page.locator(".curtain");
  await curtain.waitFor();
  const party = async () => /to (.*)/.exec((await curtain.locator("h1").textContent()) ?? "")?.[1];
  expect(await party()).toBe("United States");
  expect(await page.locator(".stage, .paper").count()).toBe(0);
  await curtain.locator("button").click();
  await page.locator(".mandate .next-step button").click();
  expect(await phaseOf(page)).toBe("answer");
  await page.locator("[data-deed=answer] button").last().click();
  await curtain.waitFor();
  expect(await party()).toBe("Turkey");
  await page.reload();
  expect(await party()).toBe("Turkey");
  await curtain.locator("button").click();
  expect(await page.locator(".mandate h1").textContent()).toContain("Turkey");
  await page.locator(".mandate .next-step button").click();
  expect(await page.locator(".delegation.mine").textContent()).toContain("Turkey");
  expect(await page.locator(".log-answers").count()).toBe(0);
  await page.locator("[data-deed=answer] button").last().click();
  await curtain.waitFor();
  expect(await party()).toBe("United States");
  await curtain.locator("button").click();
  expect(await page.locator(".log-answers").count()).toBe(1);
});
