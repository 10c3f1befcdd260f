import type { Plugin } from "vite";
import { HOUSE, HUES, PAGE } from "../src/charts/palette.ts";

/** The stylesheet of the page, which imports all others. */
const SHEET = /\/src\/pages\/app\/parley\.css(\?|$)/;

/** `onInkQuiet` as `--on-ink-quiet`, `paper2` as `--paper-2`. */
function property(name: string): string {
  return `--${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`;
}

/** The palette as CSS: a custom property for each colour, and a class `hue-…` for each hue that a party may have. */
export function colourTokens(): string {
  const marks = Object.entries(HUES).map(([name, { mark }]) => [name, mark] as const);
  const tokens = [...Object.entries({ ...HOUSE, ...PAGE }), ...marks].map(
    ([name, colour]) => `  ${property(name)}: ${colour};\n`,
  );
  const hues = Object.entries(HUES).map(
    ([name, { light }]) => `.hue-${name} {\n  --hue: var(${property(name)});\n  --hue-light: ${light};\n}\n`,
  );
  return [`:root {\n${tokens.join("")}}\n`, ...hues].join("");
}

/** Vite plugin that gives the stylesheet of the page its colours, from `src/charts/palette.ts`. */
export function colours(): Plugin {
  return {
    name: "parley:colours",
    enforce: "pre",
    transform(code, id) {
      return SHEET.test(id) ? { code: `${code}\n${colourTokens()}`, map: null } : null;
    },
  };
}
