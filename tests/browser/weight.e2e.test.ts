import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { type OpenPage, openPage } from "../setup/browser.ts";

let site: OpenPage;
afterEach(() => site.close());

/** Bytes of script, compressed as a server sends them. */
const BUDGET = 60_000;

/** What the start is made of: the page, one language and the scenario that is offered. Nothing else may be needed. */
const NEEDED = /\/assets\/(index|en|ar|munich-2016)-[^/]*\.js$/;

const nameOf = (url: string) => (url.split("/").at(-1) ?? "").replace(/-[\w-]{8}(?=\.)/, "");

test.each(["en", "ar"])("in %s the start needs less than 60 kB of script", async (lang) => {
  site = await openPage({ path: "lost" });
  const { page } = site;
  const sizes = new Map<string, number>();
  await page.route(/\.js$/, async (route) => {
    if (!NEEDED.test(route.request().url())) return route.abort();
    const response = await route.fetch();
    const body = await response.body();
    sizes.set(nameOf(route.request().url()), gzipSync(body, { level: 9 }).length);
    return route.fulfill({ response, body });
  });
  await page.goto(`${site.url}?lang=${lang}`);
  await page.locator("form button[type=submit]").waitFor();
  await page.locator("input[name=seat]").last().check();
  const sum = [...sizes.values()].reduce((all, size) => all + size, 0);
  console.info(`start, ${lang}: ${[...sizes].map(([name, size]) => `${name} ${size}`).join(" + ")} = ${sum} bytes`);
  expect(sizes.size).toBe(3);
  expect(sum).toBeLessThan(BUDGET);
});

test("Phaser and the readers of files are in files of their own, and none is fetched for the start", async () => {
  site = await openPage({ path: "lost" });
  const { page } = site;
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(nameOf(request.url())));
  await page.goto(site.url);
  await page.locator("form button[type=submit]").waitFor();
  expect(fetched.filter((name) => /^(stage|load|read|ar)\.js$/.test(name))).toEqual([]);
  const worker = await (await page.request.get(`${site.url}sw.js`)).text();
  const urls = [...worker.matchAll(/url:"(assets\/[^"]+\.js)"/g)].map(([, url]) => url ?? "");
  const files = await Promise.all(
    urls.map(async (url) => ({ url, code: await (await page.request.get(site.url + url)).text() })),
  );
  const weights = files.map(({ url, code }) => `${nameOf(url)} ${gzipSync(code, { level: 9 }).length}`);
  console.info(`every script, bytes: ${weights.sort().join(", ")}`);
  expect(files.filter(({ code }) => code.includes("Phaser")).map(({ url }) => nameOf(url))).toEqual(["stage.js"]);
});

test.each([
  ["en", /-latin-/],
  ["ar", /-(latin|arabic)-/],
] as const)("in %s a page fetches no letters but its own", async (lang, own) => {
  site = await openPage({ path: "lost" });
  const { page } = site;
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(request.url());
  });
  await page.goto(`${site.url}?lang=${lang}`);
  await page.locator("form button[type=submit]").waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => !own.test(url) || !url.endsWith(".woff2"))).toEqual([]);
});
