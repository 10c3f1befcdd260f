import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { TOP } from "../../scripts/install.js";

/** A name that a file gives to others. */
export interface ExportedName {
  readonly name: string;
  /** A type alone is not there when the program runs. */
  readonly type: boolean;
}

export interface SourceFile {
  /** From the top of the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Declared here and exported, in order; what is only passed on (`export … from`) is not. */
  readonly exported: readonly ExportedName[];
}

/**
 * An exported declaration. TypeScript 7 has no parser for programs, but Biome's format leaves no doubt: each exported
 * declaration begins at the start of a line, with one name (`useSingleVarDeclarator`), and nothing else of a program does.
 */
const DECLARATION =
  /^export (?:declare |abstract |async )*(function\*?|const enum|const|let|class|interface|type|enum|namespace) ([\p{L}_$][\p{L}\p{N}_$]*)/gmu;

function exportedIn(text: string): ExportedName[] {
  const found = [...text.matchAll(DECLARATION)].map(([, kind, name]) => ({
    name: name ?? "",
    type: kind === "interface" || kind === "type",
  }));
  // The overloads of a function, and a type that goes by the name of its value, have one owner.
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}

/** All files below folders of the checkout that end in one of the endings. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(TOP, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
      .map(({ parentPath, name }) => {
        const file = join(parentPath, name);
        const text = readFileSync(file, "utf8");
        return { path: relative(TOP, file).replaceAll(sep, "/"), text, exported: exportedIn(text) };
      }),
  );
}
