import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCES = new URL("../../src", import.meta.url).pathname;

const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(tsx?|css|yaml)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SOURCES, path), "utf8") }));

const inArabic = files.filter(({ text }) => /\p{Script=Arabic}/u.test(text)).map(({ path }) => path);

test("Arabic of the interface stands in the room of languages; besides, only scenarios hold any", () => {
  expect(inArabic).toContain(join("language", "languages.ts"));
  expect(inArabic.filter((path) => !path.startsWith("language") && !path.endsWith(".yaml"))).toEqual([]);
});
