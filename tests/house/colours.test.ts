import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colourTokens } from "../../build/colours.ts";
import { TOP } from "../../scripts/install.js";
import { sourceFiles } from "./source.ts";

const PALETTE = "src/charts/palette.ts";

const sheets = sourceFiles(["src"], [".css"]);
const code = sourceFiles(["src"], [".ts", ".tsx"]);
const styles = sheets.map(({ text }) => text).join("\n");

const read = (file: string): string => readFileSync(join(TOP, file), "utf8");

/** A colour as CSS, SVG or Phaser takes it. Other hexadecimal numbers of the code have eight digits. */
const IN_CSS = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/gi;
const IN_CODE = /["'`]#[0-9a-f]{3,8}["'`]|\b(?:rgb|hsl)a?\(|\b0x[0-9a-f]{6}\b/gi;

test("no file of src but the palette holds a colour", () => {
  const found = [
    ...sheets.map(({ path, text }) => ({ path, colours: text.match(IN_CSS) ?? [] })),
    ...code.map(({ path, text }) => ({ path, colours: text.match(IN_CODE) ?? [] })),
  ];
  expect(found.find(({ path }) => path === PALETTE)?.colours.length).toBeGreaterThan(40);
  expect(found.filter(({ path, colours }) => colours.length > 0 && path !== PALETTE)).toEqual([]);
});

test("every custom property that a stylesheet asks for is made by the palette or set by a stylesheet or a component", () => {
  const setting = [styles, colourTokens(), ...code.map(({ text }) => text)].join("\n");
  const made = new Set([...setting.matchAll(/(--[\w-]+)["']?:/g)].map(([, name]) => name));
  const asked = new Set([...styles.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...asked].filter((name) => !made.has(name))).toEqual([]);
});

test("every colour that the palette makes is asked for", () => {
  const tokens = colourTokens();
  const made = [...tokens.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name ?? "");
  expect(made.filter((name) => !`${styles}${tokens}`.includes(`var(${name})`))).toEqual([]);
});

test("the document, its icon and its manifest have colours of the palette", () => {
  const palette = read(PALETTE);
  const strange = ["index.html", "assets/icon.svg", "build/offline.ts"].flatMap((file) =>
    (read(file).match(IN_CSS) ?? []).filter((colour) => !palette.includes(colour.toLowerCase())),
  );
  expect(strange).toEqual([]);
});
