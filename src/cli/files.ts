import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { badCommandLine } from "./halt.ts";
import { openOutput } from "./output-file.ts";
import { realPath } from "./paths.ts";
import { quoted } from "./plain.ts";
import { causeOf, unwritable } from "./trouble.ts";

/** Far above any scenario or record; below what would fill the memory. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Why a file cannot be read, for a sentence; the code is for programs. */
export interface Unreadable {
  readonly code: "no-such-file" | "not-a-file" | "not-text" | "too-large" | "unreadable";
  readonly message: string;
}

function read(path: string): Buffer | Unreadable {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { code: "not-a-file", message: "This is a folder. Name a file in it." };
    // A pipe is fine (`<(…)` of a shell); a device may never end.
    if (!stat.isFile() && !stat.isFIFO()) return { code: "not-a-file", message: "This is a device, not a file." };
    if (stat.size > LARGEST_FILE) {
      return { code: "too-large", message: `The file has ${stat.size} bytes; at most ${LARGEST_FILE} are read.` };
    }
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    if (missing) return { code: "no-such-file", message: "There is no such file. Look at its name and folder." };
    return { code: "unreadable", message: `The file cannot be read: ${causeOf(error)}.` };
  }
}

/** Reads a text file in UTF-8, or says why not. */
export function readText(path: string): { readonly text: string } | Unreadable {
  const bytes = read(path);
  if (!Buffer.isBuffer(bytes)) return bytes;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return { text };
  } catch {
    // Not UTF-8: said below, as for a file with zero bytes.
  }
  return { code: "not-text", message: "This is no text file in UTF-8. Is it the right file?" };
}

/**
 * Writes a file whole, or leaves what was there as it was.
 * @throws Halt (exit 1) when it cannot be written
 */
export function writeText(path: string, text: string): void {
  const output = openOutput(path, "whole");
  output.write(Buffer.from(text));
  output.close();
}

/**
 * Makes sure, before any long work, that the files can be written.
 * @param outputs option → file
 * @param inputs the files that are read: they are never overwritten
 * @throws Halt (exit 2) when two names are one file, (exit 1) when one cannot be written
 */
export function checkOutputs(outputs: ReadonlyMap<string, string>, inputs: readonly string[]): void {
  const taken = new Map(inputs.map((input) => [realPath(input), "a file that is read"]));
  for (const [option, path] of outputs) {
    const real = realPath(path);
    const other = taken.get(real);
    if (other !== undefined) throw badCommandLine(`--${option} ${quoted(path)} would overwrite ${other}.`);
    taken.set(real, `what --${option} writes`);
    try {
      if (existsSync(path) && statSync(path).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
      if (existsSync(path)) accessSync(path, constants.W_OK);
      else if (existsSync(dirname(path))) accessSync(dirname(path), constants.W_OK);
      else throw Object.assign(new Error(), { code: "ENOTDIR" });
    } catch (error) {
      throw unwritable(path, error);
    }
  }
}
