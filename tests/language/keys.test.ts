import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plotEn } from "../../src/language/en/plot.ts";
import { en } from "../../src/language/en.ts";

const SOURCES = new URL("../../src", import.meta.url).pathname;

const text = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => /^(pages|stage|charts|main)/.test(path) && /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(SOURCES, path), "utf8"))
  .join("\n");

/** Families of keys whose last part is a code: `closed.${closed}`. */
const families = [...text.matchAll(/`([a-z_.]+\.)\$\{/g)].map(([, family]) => family ?? "");

test("every message is used", () => {
  const unused = Object.keys({ ...en, ...plotEn }).filter(
    (key) => !text.includes(`"${key}"`) && !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});
