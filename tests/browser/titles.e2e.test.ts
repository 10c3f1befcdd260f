import { afterEach, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";
import { playTheTour, toTheMandate, toTheResult, toTheTable } from "./tour.ts";

let site: OpenPage;
afterEach(() => site.close());

/** How the window is called on every screen of the tour: the screen first, then the scenario, then Parley (WCAG 2.4.2). */
test.each([
  {
    lang: "en",
    end: " · Munich: a week or the first of March · Parley",
    start: "Which seat is yours?",
    mandate: "Your mandate",
    answer: "Round 1, your answer",
    turn: "Round 1, your turn",
    result: /^Signed in round \d$/,
  },
  {
    lang: "ar",
    end: " · ميونيخ: أسبوع أم الأول من آذار · بارلي",
    start: "أي مقعد مقعدك؟",
    mandate: "تفويضك",
    answer: "الجولة 1، جوابك",
    turn: "الجولة 1، دورك",
    result: /^وُقّع في الجولة \d$/,
  },
])("in $lang the title of the window names the screen", { timeout: 120_000 }, async (words) => {
  site = await openPage({ path: `?lang=${words.lang}&canvas=off` });
  const { page } = site;
  const screen = async (): Promise<string> => {
    const title = await page.title();
    expect(title.endsWith(words.end), title).toBe(true);
    return title.slice(0, -words.end.length);
  };
  await page.locator(".seat-cards").waitFor();
  expect(await screen()).toBe(words.start);
  await toTheMandate(page);
  expect(await screen()).toBe(words.mandate);
  await toTheTable(page);
  const seen: string[] = [];
  await playTheTour(page, async (phase, count) => {
    const title = await screen();
    if ((phase === "answer" || phase === "turn") && count === 0) expect(title).toBe(words[phase]);
    seen.push(title);
  });
  expect(new Set(seen).size).toBeGreaterThan(3);
  await toTheResult(page);
  expect(await screen()).toMatch(words.result);
  await page.locator(".frame-tools > .quiet-button:not([data-help])").last().click();
  await page.locator("dialog .button-grave").click();
  await page.locator(".seat-cards").waitFor();
  expect(await screen()).toBe(words.start);
});

test("the language of the page changes the title too", async () => {
  site = await openPage();
  const { page } = site;
  await page.locator(".seat-cards").waitFor();
  await page.locator(".languages [lang=ar]").click();
  await expect.poll(() => page.title()).toMatch(/ · بارلي$/);
});
