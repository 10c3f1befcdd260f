/**
 * How long the built site takes until a visitor can use it, on a slow telephone with a slow network: a processor four times
 * slower than this one, 1.6 Mbit/s with 150 ms to the server and back ("Fast 3G"), everything compressed as web servers do.
 * `npm run build && npm run bench -- page` from the top of the checkout; prints the median of five first visits.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.js";
import { median } from "./measure.ts";

const SITE = new URL("../../dist/site/", import.meta.url);
const VISITS = 5;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

async function serve(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname.slice(1) || "index.html";
    try {
      const body = readFileSync(new URL(path, SITE));
      const packed = !/\.(woff2|png)$/.test(path);
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      if (packed) response.setHeader("content-encoding", "gzip");
      response.end(packed ? gzipSync(body, { level: 9 }) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

interface Visit {
  readonly painted: number;
  readonly usable: number;
  readonly seated: number;
  /** Bytes over the network until then, all and of scripts alone. */
  readonly bytes: number;
  readonly script: number;
}

/** A first visit, in milliseconds after the address was entered: seats can be chosen; the next screen after "sit down". */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  let script = 0;
  const scripts = new Set<string>();
  devtools.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  const seen = (selector: string) =>
    page.evaluate(
      (wanted) =>
        new Promise<number>((done) => {
          const look = (): void => {
            if (document.querySelector(wanted)) done(performance.now());
            else requestAnimationFrame(look);
          };
          look();
        }),
      selector,
    );
  await page.goto(url, { waitUntil: "commit" });
  const usable = await seen("form button[type=submit]");
  const loaded = { bytes, script };
  // The browser notes a paint after it has happened, perhaps only after what is asked for here.
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName("first-contentful-paint");
          if (first) done(first.startTime);
        });
        observer.observe({ type: "paint", buffered: true });
      }),
  );
  await page.locator("form button[type=submit]").click();
  const seated = await seen("main:not(.start)");
  await context.close();
  return { painted, usable, seated, ...loaded };
}

const site = await serve();
const executablePath = findChromium();
if (!executablePath) throw new Error("There is no Chromium: `npm test` installs one.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const language of ["en", "ar"]) {
  const visits: Visit[] = [];
  for (let n = 0; n < VISITS; n++) visits.push(await visit(browser, `${site.url}?lang=${language}`));
  const figure = (of: keyof Visit): string => Math.round(median(visits.map((one) => one[of]))).toLocaleString("en");
  console.log(
    `${language}: first paint ${figure("painted")} ms, usable ${figure("usable")} ms (${figure("script")} bytes of script, ${figure("bytes")} bytes in all), first screen of a play ${figure("seated")} ms`,
  );
}
await browser.close();
site.close();
