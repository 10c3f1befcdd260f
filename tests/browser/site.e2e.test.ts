import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";

let site: OpenPage;

beforeAll(async () => {
  site = await openPage();
});

afterAll(() => site.close());

test("the built site starts below a sub-path without a complaint", async () => {
  await expect.poll(() => site.page.locator("#parley").textContent()).not.toBe("");
  expect(new URL(site.url).pathname).toBe("/class/parley/");
  expect(site.problems).toEqual([]);
});

test("a script in the page itself does not run", async () => {
  await site.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
  });
  expect(await site.page.title()).not.toBe("taken over");
});
