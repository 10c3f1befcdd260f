import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const tokens = readFileSync(new URL("../../../src/pages/app/tokens.css", import.meta.url), "utf8");

/** The colour of a token of the house, or of a hue in its light form (`blue-light`). */
function colour(name: string): string {
  const [hue] = name.split("-light");
  const found = name.endsWith("-light")
    ? new RegExp(`\\.hue-${hue} \\{[^}]*--hue-light: (#[0-9a-f]{6});`).exec(tokens)
    : new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens);
  if (!found?.[1]) throw new Error(`tokens.css has no ${name}`);
  return found[1];
}

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

const HUES = ["blue", "red", "green", "violet", "orange", "teal", "brown", "grey"];
const INK = ["ink", "ink-2"];
const PAPER = ["paper", "paper-2"];

function pairs(fronts: readonly string[], backs: readonly string[]): [string, string][] {
  return fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));
}

describe("letters can be told from their ground by 4.5 (WCAG 1.4.3)", () => {
  test.each([
    ...pairs(["on-ink", "on-ink-quiet", "gold", ...HUES.map((hue) => `${hue}-light`)], INK),
    ...pairs(["text", "quiet", "gold-deep", "minus", "plus"], PAPER),
    ["ink", "gold"],
  ])("%s on %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(HUES)("white letters on the mark of a party, %s", (hue) => {
    expect(contrast("#ffffff", colour(hue))).toBeGreaterThanOrEqual(4.5);
  });
});

describe("what is no letter can be told from its ground by 3 (1.4.11)", () => {
  test.each([...pairs(["gold"], INK), ...pairs(HUES, PAPER)])("%s on %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["the ring of a stop", "#7f9ab5", colour("ink")],
    ["the edge of a field", "#8b8471", "#ffffff"],
    ["the edge of a field, to the paper", "#8b8471", colour("paper")],
    ["the ring of the focus on paper", "#1b5fb0", colour("paper")],
    ["the ring of the focus on ink", colour("gold"), colour("ink")],
    ["the walk-away on the bar of worth, light end", colour("minus"), "#e5dac3"],
  ])("%s", (_what, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(3);
  });
});
