import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { causeOf, systemCode, unwritable, usageError } from "./errors.ts";
import { quoted } from "./text/terminal.ts";

/** Where a name leads to; of a file that does not exist yet, where it would be. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** A file that is being written. */
interface OutputFile {
  /**
   * Writes all of the bytes, or none of them.
   * @throws CliError (exit 1) when that cannot be done; a file written in pieces keeps all that came before
   */
  write(bytes: Uint8Array): void;
  /** Nothing more comes. @throws CliError (exit 1) */
  close(): void;
  /** Lets go of the file: what is written in pieces stays as it is, what would be of use only as a whole goes. */
  abandon(): void;
}

function isDevice(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile();
}

/** A file that a codebook can stand beside: no pipe, no terminal, and none of the names under which the system keeps those. */
export function isOrdinary(path: string): boolean {
  return !isDevice(path) && !resolve(path).startsWith("/dev/");
}

/** Where the folder cannot be written but the file can, there is nothing beside it. */
function canStandBeside(name: string): boolean {
  try {
    accessSync(dirname(name), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Writes all of the bytes, however many the system takes at a time. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/**
 * Opens a file to write.
 * @param how `pieces`: what is written is there at once. `whole`: under another name beside it until it is closed, so that the
 * old file stays until the new one is complete. A device gets everything at once.
 * @throws CliError (exit 1)
 */
export function openOutput(path: string, how: "pieces" | "whole"): OutputFile {
  const beside = `${realPath(path)}.part-${process.pid}`;
  const inPlace = how === "pieces" || isDevice(path) || !canStandBeside(beside);
  const name = inPlace ? path : beside;
  const ordinary = isOrdinary(path);
  let handle: number | null = null;
  let length = 0;

  const release = (): void => {
    const open = handle;
    handle = null;
    if (open !== null) closeSync(open);
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      throw unwritable(path, error);
    }
  };
  const drop = (): void => {
    release();
    if (!inPlace) rmSync(name, { force: true });
  };

  attempt(() => {
    handle = openSync(name, "w");
  });
  return {
    write: (bytes) =>
      attempt(() => {
        const open = handle;
        if (open === null) throw new Error("the file is closed");
        try {
          writeAll(open, bytes);
          length += bytes.length;
        } catch (error) {
          // A row that is cut off in the middle would pass for a shorter one.
          if (ordinary) ftruncateSync(open, length);
          if (!inPlace) drop();
          throw error;
        }
      }),
    close: () =>
      attempt(() => {
        release();
        if (!inPlace) renameSync(name, realPath(path));
      }),
    abandon: drop,
  };
}

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
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR")
      return { code: "no-such-file", message: "There is no such file. Look at its name and folder." };
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
 * @throws CliError (exit 1) when it cannot be written
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
 * @throws CliError (exit 2) when two names are one file, (exit 1) when one cannot be written
 */
export function checkOutputs(outputs: ReadonlyMap<string, string>, inputs: readonly string[]): void {
  const taken = new Map(inputs.map((input) => [realPath(input), "a file that is read"]));
  for (const [option, path] of outputs) {
    const real = realPath(path);
    const other = taken.get(real);
    if (other !== undefined) throw usageError(`--${option} ${quoted(path)} would overwrite ${other}.`);
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
