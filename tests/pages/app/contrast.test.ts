import { describe, expect, test } from "vitest";
import { HOUSE, HUES, PAGE, SERIES } from "../../../src/charts/palette.ts";

/** Relative luminance of an sRGB colour `#rrggbb`, 0–1 (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1–21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Colours by the name that a failure gives them. */
type Named = Readonly<Record<string, string>>;

const { ink, ink2, paper, paper2, onInk, onInkQuiet, minusOnInk, plusOnInk, gold, text, quiet, goldDeep, minus, plus } =
  HOUSE;
const hues = (degree: "mark" | "light" | "line"): Named =>
  Object.fromEntries(Object.entries(HUES).map(([name, hue]) => [`${name}, ${degree}`, hue[degree]]));

/** Everything of the one before everything of the other. */
function pairs(fronts: Named, backs: Named): [string, string, string, string][] {
  return Object.entries(fronts).flatMap(([name, front]) =>
    Object.entries(backs).map(([ground, back]): [string, string, string, string] => [name, ground, front, back]),
  );
}

const INK = { ink, ink2 };
const PAPERS = { paper, paper2 };

describe("letters can be told from their ground by 4.5 (WCAG 1.4.3)", () => {
  test.each([
    ...pairs({ onInk, onInkQuiet, gold, minusOnInk, plusOnInk, ...hues("light") }, INK),
    ...pairs({ text, quiet, goldDeep, minus, plus }, PAPERS),
    ...pairs({ ink }, { gold }),
    ...pairs({ "letters of a mark": PAGE.white }, hues("mark")),
  ])("%s on %s", (_front, _back, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("what is no letter can be told from its ground by 3 (1.4.11)", () => {
  test.each([
    ...pairs({ gold, "ring of a stop": PAGE.stop, ...hues("line") }, INK),
    ...pairs(hues("mark"), PAPERS),
    ...pairs({ "edge of a field": PAGE.edge }, { field: PAGE.white, paper }),
    ...pairs({ "ring of the focus": PAGE.focusOnPaper }, PAPERS),
    ...pairs({ "walk-away on the bar of worth": minus }, { "its light end": PAGE.scaleLow }),
    ...pairs(Object.fromEntries(SERIES.map((colour, at) => [`series ${at} of a chart`, colour])), { paper2 }),
  ])("%s on %s", (_front, _back, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(3);
  });
});
