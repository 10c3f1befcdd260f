import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colourTokens } from "../../build/colours.ts";

const TOP = new URL("../..", import.meta.url).pathname;
const PALETTE = "src/charts/palette.ts";

const filesOf = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(TOP, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

const read = (file: string): string => readFileSync(join(TOP, file), "utf8");

/** A colour as CSS, SVG or Phaser takes it. Other hexadecimal numbers of the code have eight digits. */
const IN_CSS = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/gi;
const IN_CODE = /["'`]#[0-9a-f]{3,8}["'`]|\b(?:rgb|hsl)a?\(|\b0x[0-9a-f]{6}\b/gi;

test("no file of src but the palette holds a colour", () => {
  const sheets = filesOf("src", /\.css$/).map((file) => ({ file, found: read(file).match(IN_CSS) }));
  const code = filesOf("src", /\.tsx?$/).map((file) => ({ file, found: read(file).match(IN_CODE) }));
  expect(code.find(({ file }) => file === PALETTE)?.found?.length).toBeGreaterThan(40);
  expect([...sheets, ...code].filter(({ file, found }) => found !== null && file !== PALETTE)).toEqual([]);
});

test("every custom property that a stylesheet asks for is made by the palette or set by a stylesheet or a component", () => {
  const sheets = filesOf("src/pages", /\.css$/).map(read);
  const styles = [...sheets, colourTokens(), ...filesOf("src/pages", /\.tsx$/).map(read)].join("\n");
  const made = new Set([...styles.matchAll(/(--[\w-]+)["']?:/g)].map(([, name]) => name));
  const asked = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)));
  expect([...asked].filter((name) => !made.has(name))).toEqual([]);
});

test("every colour that the palette makes is asked for", () => {
  const sheets = filesOf("src/pages", /\.css$/)
    .map(read)
    .join("\n");
  const tokens = colourTokens();
  const made = [...tokens.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name ?? "");
  expect(made.filter((name) => !`${sheets}${tokens}`.includes(`var(${name}`))).toEqual([]);
});

test("the page's frame, its icon and its manifest have colours of the palette", () => {
  const palette = read(PALETTE);
  const files = ["index.html", "assets/icon.svg", "build/offline.ts"];
  const strange = files.flatMap((file) =>
    (read(file).match(IN_CSS) ?? []).filter((colour) => !palette.includes(colour.toLowerCase())),
  );
  expect(strange).toEqual([]);
});
