import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/play/read.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { openPage } from "../setup/browser.ts";
import { type Hands, keyboard, pointer } from "./hands.ts";
import { playToTheEnd, startPlaying } from "./play-through.ts";
import { seedThatSigns } from "./policy.ts";

const file = new URL("../../scenarios/munich-2016.yaml", import.meta.url);
const munich = readScenario(readFileSync(file, "utf8"), "munich-2016.yaml").scenario as Scenario;
const { seed, seal, signed } = seedThatSigns(munich, "us");

function inArabic(titles: readonly string[]): string[] {
  const options = munich.issues.flatMap((issue) => issue.options);
  return titles.map((title) => options.find((option) => option.title.en === title)?.title.ar ?? "");
}

function signedTerms(page: Page): Promise<string[]> {
  return page.locator(".terms-table tbody td:nth-child(2)").allTextContents();
}

interface Way {
  readonly name: string;
  readonly lang: "en" | "ar";
  readonly hands: (page: Page) => Hands;
  readonly reload: boolean;
}

const ways: Way[] = [
  { name: "by pointer in English, through a reload after every action", lang: "en", hands: pointer, reload: true },
  {
    name: "by keyboard alone in Arabic, through a reload after every action",
    lang: "ar",
    hands: keyboard,
    reload: true,
  },
  { name: "by keyboard alone in English", lang: "en", hands: keyboard, reload: false },
  { name: "by pointer in Arabic", lang: "ar", hands: pointer, reload: false },
];

describe("Munich is played to a signature", () => {
  test.each(ways)("$name", { timeout: 180_000 }, async ({ lang, hands, reload }) => {
    // The stage joins in where the page is reloaded after each step.
    const { page, problems, close } = await openPage({ path: `?lang=${lang}`, drawn: reload });
    const two = hands(page);
    await startPlaying(page, two, "us", seed);
    await playToTheEnd(page, two, async () => {
      if (reload) await page.reload();
    });
    expect(await signedTerms(page)).toEqual(lang === "en" ? signed : inArabic(signed));
    // The page adds nothing and leaves nothing out: the same play as without any screen.
    expect(await page.locator(".seal code").textContent()).toBe(seal);
    expect(problems).toEqual([]);
    await close();
  });
});
