import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { distributionChart } from "../../src/charts/distribution-chart.ts";
import { intervalChart } from "../../src/charts/interval-chart.ts";
import { railsPlot } from "../../src/charts/rails-plot.ts";
import { utilityPlot } from "../../src/charts/utility-plot.ts";
import { distributionOf, intervalsOf, plotOf, type Tongue } from "./samples.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.connect(inject("chromium"));
  page = await browser.newPage();
});
afterAll(async () => {
  await page.close();
  await browser.close();
});

const CHARTS: Readonly<Record<string, (tongue: Tongue, width: number) => string>> = {
  utilityPlot: (tongue, width) => utilityPlot(plotOf(2, tongue), null, { language: tongue, width }),
  railsPlot: (tongue, width) => railsPlot(plotOf(4, tongue), { language: tongue, width }),
  intervalChart: (tongue, width) => intervalChart(intervalsOf(tongue), { language: tongue, width }),
  "intervalChart of words": (tongue, width) =>
    intervalChart(intervalsOf(tongue, ["boulware", "conceder", "linear", "tit_for_tat", "micro"]), {
      language: tongue,
      width,
    }),
  distributionChart: (tongue, width) => distributionChart(distributionOf(tongue), { language: tongue, width }),
};

const CASES = Object.keys(CHARTS).flatMap((chart) =>
  (["en", "ar"] as const).flatMap((tongue) => [320, 400, 1200].map((width) => ({ chart, tongue, width }))),
);

test.each(CASES)(
  "$chart in $tongue, $width wide: real XML, every word in sight, none over another",
  async ({ chart, tongue, width }) => {
    const markup = CHARTS[chart]?.(tongue, width) ?? "";
    await page.setContent(`<body style="margin:0">${markup}</body>`);
    const found = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, "image/svg+xml");
      const svg = document.querySelector("svg") as SVGSVGElement;
      const { width: wide, height: high } = svg.viewBox.baseVal;
      const boxes = [...svg.querySelectorAll("text")].map((text) => {
        const { x, y, width: w, height: h } = text.getBBox();
        return { text: text.textContent, left: x, right: x + w, top: y + h * 0.25, bottom: y + h * 0.8 };
      });
      const outside = boxes.filter(
        ({ left, right, top, bottom }) => left < -1 || right > wide + 1 || top < 0 || bottom > high,
      );
      const over = boxes.flatMap((a, at) =>
        boxes.slice(at + 1).flatMap((b) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 2 && down > 2 ? [`${a.text} | ${b.text}`] : [];
        }),
      );
      return {
        error: read.querySelector("parsererror")?.textContent ?? null,
        outside: outside.map(({ text }) => text),
        over,
      };
    }, markup);
    expect(found).toEqual({ error: null, outside: [], over: [] });
  },
);
