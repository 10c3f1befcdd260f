import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** A page of the built site in its own browser profile. */
export type OpenPage = {
  page: Page;
  /** The address of the site, ending in a slash. */
  url: string;
  /** What went wrong in the page so far: errors on the console, exceptions, requests that failed. */
  problems: string[];
  close: () => Promise<void>;
};

export type PageOptions = BrowserContextOptions & {
  /** Relative to the site, such as `?lang=ar`. */
  path?: string;
  /** Has never been here: the practice comes before the first table. */
  newcomer?: boolean;
  /** The stage draws. Left out, the address says `canvas=off`: a page without Phaser is there much sooner. */
  drawn?: boolean;
};

function pathOf(path: string, drawn: boolean): string {
  if (drawn || path.includes("canvas=") || !/^(\?|$)/.test(path)) return path;
  return `${path || "?"}${path.length > 1 ? "&" : ""}canvas=off`;
}

/**
 * Opens the built site in a fresh profile: no storage is shared with other tests, but a reload keeps it. Only for
 * tests named `*.e2e.test.ts`, whose project starts server and browser (`site.ts`). Unless asked for, nothing is drawn and
 * no service worker installs the site.
 */
export async function openPage(asked: PageOptions = {}): Promise<OpenPage> {
  const { path = "", newcomer = false, drawn = false, ...options } = asked;
  const url = inject("site");
  const browser = await chromium.connect(inject("chromium"));
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    // To install the site means to fetch all of it: only for who asks for it.
    serviceWorkers: "block",
    ...options,
  });
  if (!newcomer) await context.addInitScript(() => localStorage.setItem("parley.guide", "seen"));
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => {
    const because = request.failure()?.errorText ?? "";
    // Called off by a reload in the middle of it.
    if (because !== "net::ERR_ABORTED") problems.push(`${request.url()} ${because}`);
  });
  await page.goto(new URL(pathOf(path, drawn), url).href);
  const close = async () => {
    await context.close();
    await browser.close();
  };
  return { page, url, problems, close };
}
