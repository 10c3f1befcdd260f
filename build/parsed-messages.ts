import { parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";
import { ar } from "../src/language/ar.ts";
import { en } from "../src/language/en.ts";

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, ar };
const CATALOGUE_FILE = /\/src\/language\/(en|ar)\.ts$/;

/**
 * Vite plugin for the built site: catalogues hold messages that have been parsed here, and the parser, a fifth of the first
 * screen, stays at home.
 */
export function parsedMessages(): Plugin {
  return {
    name: "parley:parsed-messages",
    apply: "build",
    config: () => ({
      resolve: { alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" } },
    }),
    load(id) {
      const language = CATALOGUE_FILE.exec(id)?.[1] ?? "";
      const catalogue = CATALOGUES[language];
      if (!catalogue) return null;
      const parsed = Object.entries(catalogue).map(([key, message]) => [key, parse(message, { ignoreTag: true })]);
      const json = JSON.stringify(JSON.stringify(Object.fromEntries(parsed)));
      return { code: `export const ${language} = JSON.parse(${json});`, moduleType: "js", map: { mappings: "" } };
    },
  };
}
