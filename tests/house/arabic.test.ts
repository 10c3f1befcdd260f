import { expect, test } from "vitest";
import { sourceFiles } from "./source.ts";

const inArabic = sourceFiles(["src"], [".ts", ".tsx", ".css", ".yaml"])
  .filter(({ text }) => /\p{Script=Arabic}/u.test(text))
  .map(({ path }) => path);

test("Arabic of the interface stands in the room of languages; besides, only scenarios hold any", () => {
  expect(inArabic).toContain("src/language/languages.ts");
  expect(inArabic.filter((path) => !path.startsWith("src/language/") && !path.endsWith(".yaml"))).toEqual([]);
});
