import {
  accessSync,
  closeSync,
  constants,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { realPath } from "./paths.ts";
import { unwritable } from "./trouble.ts";

/** A file that is being written. */
export interface OutputFile {
  /**
   * Writes all of the bytes, or none of them.
   * @throws Halt (exit 1) when that cannot be done; a file written in pieces keeps all that came before
   */
  write(bytes: Uint8Array): void;
  /** Nothing more comes. @throws Halt (exit 1) */
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

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/**
 * Opens a file to write.
 * @param how `pieces`: what is written is there at once. `whole`: under another name beside it until it is closed, so that the
 * old file stays until the new one is complete. A device gets everything at once.
 * @throws Halt (exit 1)
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
