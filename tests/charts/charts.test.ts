import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addToCloud, emptyCloud } from "../../src/charts/cloud.ts";
import { distributionChart } from "../../src/charts/distribution-chart.ts";
import { intervalChart } from "../../src/charts/interval-chart.ts";
import type { Plot } from "../../src/charts/plot.ts";
import { railsPlot } from "../../src/charts/rails-plot.ts";
import { utilityPlot } from "../../src/charts/utility-plot.ts";
import { distributionOf, intervalsOf, plotOf } from "./samples.ts";
import { readXml, said } from "./xml.ts";

const worth = fc.oneof(fc.double({ min: -50, max: 150, noNaN: true }), fc.constantFrom(0, 100, 50));

function anyPlot(parties: number): fc.Arbitrary<Plot> {
  const point = fc.array(worth, { minLength: parties, maxLength: parties });
  const points = fc.array(point, { maxLength: 20 });
  return fc.record({ frontier: points, nash: points, walkAways: point }).map(({ frontier, nash, walkAways }) => {
    const plot = plotOf(parties);
    return {
      ...plot,
      frontier,
      parties: plot.parties.map(({ name }, at) => ({ name, walkAway: walkAways[at] as number })),
      marks: [{ kind: "nash" as const, name: "Nash", points: nash }],
    };
  });
}

function expectDrawn(chart: string): void {
  expect(readXml(chart)[0]?.name).toBe("svg");
  expect(chart).not.toMatch(/NaN|Infinity|undefined|null/);
}

describe("utilityPlot", () => {
  test("names both parties, the frontier, the walk-aways and every solution point", () => {
    const texts = said(utilityPlot(plotOf(2)));
    for (const text of ["United States of America →", "Russian Federation ↑", "Pareto frontier", "Walk-away"]) {
      expect(texts).toContain(text);
    }
    for (const name of ["Nash", "Kalai–Smorodinsky", "Egalitarian", "Utilitarian"]) expect(texts).toContain(name);
  });

  test("the cloud shows every package once, those across a red line as crosses", () => {
    const cloud = emptyCloud([0, 0], [100, 100]);
    addToCloud(cloud, 10, 90, false);
    addToCloud(cloud, 10, 90, true);
    addToCloud(cloud, 70, 20, true);
    expect(cloud.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    const drawn = utilityPlot(plotOf(2), cloud);
    const paths = readXml(drawn).map(({ attributes }) => attributes.d ?? "");
    // The legend's own samples stand beside them.
    expect(paths.filter((d) => d.includes("m-2-2l4 4")).map((d) => d.split("M").length - 1)).toEqual([1, 2]);
    expect(paths.filter((d) => d.endsWith("h0")).map((d) => d.split("M").length - 1)).toEqual([1, 3]);
    expect(said(drawn)).toContain("Crosses a red line");
  });

  test("draws any worths", () => {
    fc.assert(fc.property(anyPlot(2), (plot) => expectDrawn(utilityPlot(plot))));
  });

  test("has two parties", () => {
    expect(() => utilityPlot(plotOf(3))).toThrow(RangeError);
  });
});

describe("railsPlot", () => {
  test("gives each party a rail with its name and walk-away, and each package a line across all", () => {
    const plot = plotOf(5);
    const drawn = railsPlot(plot);
    expect(said(drawn).filter((text) => /^Walk-away \d/.test(text))).toHaveLength(5);
    const across = readXml(drawn).filter(({ attributes }) => attributes.d?.split("L").length === 5);
    expect(across).toHaveLength(plot.frontier.length + plot.marks.length);
  });

  test("a mediator has no walk-away to show", () => {
    const plot = plotOf(3);
    const parties = plot.parties.map((axis, at) => (at === 2 ? { ...axis, walkAway: null } : axis));
    expect(said(railsPlot({ ...plot, parties })).filter((text) => /^Walk-away \d/.test(text))).toHaveLength(2);
  });

  test("a frontier of thousands is thinned, and the chart says so", () => {
    const frontier = Array.from({ length: 5000 }, (_, at) => [at / 50, 100 - at / 50, 50]);
    const drawn = railsPlot({ ...plotOf(3), frontier });
    expect(drawn.length).toBeLessThan(200_000);
    expect(said(drawn)).toContain("1200 / 5000");
  });

  test("draws any worths", () => {
    fc.assert(fc.property(anyPlot(4), (plot) => expectDrawn(railsPlot(plot))));
  });
});

describe("intervalChart", () => {
  test("draws a whisker for every figure, and leaves out what is not there", () => {
    const drawn = readXml(intervalChart(intervalsOf()));
    const whiskers = drawn.filter(({ attributes }) => /^M[\d.]+ [\d.]+V[\d.]+M.*h8M.*h8$/.test(attributes.d ?? ""));
    expect(whiskers).toHaveLength(14);
  });

  test("words stand side by side, numbers to scale", () => {
    const centres = (values: readonly (number | string)[]): number[] => {
      const [series] = intervalsOf("en", values).series;
      const drawn = intervalChart({ ...intervalsOf("en", values), series: [series as NonNullable<typeof series>] });
      return readXml(drawn)
        .filter(({ attributes }) => attributes.transform !== undefined && attributes.fill === "#0b4f8a")
        .map(({ attributes }) => Number(/translate\(([\d.]+) /.exec(attributes.transform as string)?.[1]))
        .slice(0, 3);
    };
    const [a = 0, b = 0, c = 0] = centres([0, 1, 10]);
    expect((c - a) / (b - a)).toBeCloseTo(10, 1);
    const [d = 0, e = 0, f = 0] = centres(["few", "more", "many"]);
    expect(f - e).toBeCloseTo(e - d, 1);
  });

  test("one run alone has a point and no whisker; nothing known is nothing drawn", () => {
    const alone = { mean: 50, low: Number.NaN, high: Number.NaN };
    const none = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
    const chart = { ...intervalsOf(), values: [1, 2], series: [{ name: "A", at: [alone, none] }] };
    expectDrawn(intervalChart(chart));
  });

  test("says what is wrong with its input", () => {
    expect(() => intervalChart({ ...intervalsOf(), values: [] })).toThrow(RangeError);
    expect(() => intervalChart({ ...intervalsOf(), values: [1] })).toThrow("one entry for each value");
  });
});

describe("distributionChart", () => {
  test("bars of a sample stand for all of its figures", () => {
    const chart = distributionOf();
    const [first] = chart.samples;
    const one = { ...chart, samples: [first as NonNullable<typeof first>] };
    const bars = readXml(distributionChart(one)).filter(({ name, attributes }) => name === "rect" && !attributes.rx);
    const heights = bars.map(({ attributes }) => Number(attributes.height));
    const fullest = Math.max(...heights);
    // The fullest bar of ten over 0–100 holds the figures of 10 points: a third of a spread of 31.
    expect(heights.reduce((sum, height) => sum + height / fullest, 0)).toBeGreaterThan(2.9);
    expect(said(distributionChart(one))).toContain("45.0 (43.2–46.8)");
  });

  test("draws any figures, and none", () => {
    fc.assert(
      fc.property(fc.array(worth, { maxLength: 50 }), (values) => {
        expectDrawn(distributionChart({ ...distributionOf(), samples: [{ name: "A", values }] }));
      }),
    );
  });
});

test("nothing in a chart needs a looser Content-Security-Policy", () => {
  const charts = [
    utilityPlot(plotOf(2)),
    railsPlot(plotOf(3)),
    intervalChart(intervalsOf()),
    distributionChart(distributionOf()),
  ];
  for (const chart of charts) {
    for (const { name, attributes } of readXml(chart)) {
      expect(["script", "style", "image", "use", "foreignObject", "a"]).not.toContain(name);
      expect(
        Object.keys(attributes).filter((key) => key === "style" || key.startsWith("on") || key.endsWith("href")),
      ).toEqual([]);
    }
  }
});

test("the same input draws the same chart", () => {
  expect(utilityPlot(plotOf(2))).toBe(utilityPlot(plotOf(2)));
  expect(distributionChart(distributionOf())).toBe(distributionChart(distributionOf()));
});
