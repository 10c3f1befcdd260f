import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isSystemError, unwritable } from "../errors.ts";
import { writeAll } from "../files.ts";

/** Under this ending a file is being written: one that is found is what a stopped process has left. */
const UNFINISHED = /\.unfinished-\d+$/;

/** Enough for a disk to be busy with, little to hold in memory. */
const BUFFER = 1 << 20;

function syncFolder(folder: string): void {
  // Not every system lets a folder be opened; there a crash of the machine, not of the program, may cost the name.
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {}
}

function writePieces(handle: number, pieces: Iterable<string>): void {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length < BUFFER) continue;
    writeAll(handle, Buffer.from(held));
    held = "";
  }
  writeAll(handle, Buffer.from(held));
}

/**
 * Writes a file so that it is there whole or not at all, also after the machine lost its power: under another name first, and
 * with its name only once it is on the disk.
 * @throws CliError (exit 1) when it cannot be written; what `pieces` throws
 */
export function writeDurably(path: string, pieces: Iterable<string>): void {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    const handle = openSync(unfinished, "w");
    try {
      writePieces(handle, pieces);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    try {
      rmSync(unfinished, { force: true });
    } catch {}
    // What `pieces` throws, such as a row that is wrong, is not the disk's.
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

/** Takes away what stopped processes have left in a folder. */
export function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (UNFINISHED.test(name)) rmSync(join(folder, name), { force: true });
  }
}
