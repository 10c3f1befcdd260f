import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { chunkCount, type Shard } from "../../lab/sweep/chunks.ts";
import type { Sweep } from "../../lab/sweep/definition.ts";
import { fileError, unwritable } from "../errors.ts";
import { quoted } from "../text/terminal.ts";
import { clearUnfinished, writeDurably } from "./durable.ts";
import { type Manifest, manifestOf, readManifest, writeManifest } from "./manifest.ts";

const PARTS = "parts";
/** So that names of parts sort as their numbers do. */
const LEAST_DIGITS = 4;

/** Where part `number`, from 0, of a sweep stands; it is called by its number from 1. */
export function partPath(folder: string, sweep: Sweep, number: number): string {
  const digits = Math.max(LEAST_DIGITS, String(chunkCount(sweep)).length);
  return join(folder, PARTS, `${String(number + 1).padStart(digits, "0")}.csv`);
}

/** Whether part `number` is done. */
export function hasPart(folder: string, sweep: Sweep, number: number): boolean {
  return existsSync(partPath(folder, sweep, number));
}

/** @throws CliError (exit 1) when it cannot be written; no other part is touched then */
export function writePart(folder: string, sweep: Sweep, number: number, csv: string): void {
  writeDurably(partPath(folder, sweep, number), [csv]);
}

/** @throws CliError (exit 1) when it cannot be read */
export function readPart(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw fileError(`${quoted(path)} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function shardName(shard: Shard | null): string {
  return shard ? `shard ${shard.index}/${shard.of}` : "the whole";
}

/** Why a folder cannot take these results; null: it can. */
function conflict(folder: string, found: Manifest | null, wanted: Manifest): string | null {
  const name = quoted(folder);
  if (!found) {
    const foreign = readdirSync(folder).filter((file) => !file.startsWith("sweep.json.unfinished-"));
    return foreign.length > 0
      ? `${name} holds other files and no sweep. Nothing was touched. Give a new folder with --out.`
      : null;
  }
  if (found.engine !== wanted.engine) {
    return `${name} holds a sweep that ${found.engine} made; this is ${wanted.engine}. Nothing was touched. Give a new folder with --out.`;
  }
  if (found.hash !== wanted.hash) {
    return `${name} holds the results of another sweep: its scenario, values, repetitions or seed are others. Nothing was touched. Give a new folder with --out.`;
  }
  const sameShard = found.shard?.index === wanted.shard?.index && found.shard?.of === wanted.shard?.of;
  return sameShard
    ? null
    : `${name} holds ${shardName(found.shard)} of this sweep, not ${shardName(wanted.shard)}. Nothing was touched. Give each its own folder with --out.`;
}

/**
 * Looks whether a folder can take the results of a sweep. Nothing is touched.
 * @returns what it says of itself if it holds a part of them already; null: it is new
 * @throws CliError (exit 1) when it holds something else
 */
export function inspectFolder(folder: string, sweep: Sweep, shard: Shard | null): Manifest | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) throw fileError(`${quoted(folder)} is a file. --out names a folder.`);
  const found = readManifest(folder);
  const problem = conflict(folder, found, manifestOf(sweep, shard, false));
  if (problem !== null) throw fileError(problem);
  return found;
}

/** Makes a folder ready for the results of a sweep, or to go on with it. @throws CliError (exit 1) when it cannot be written */
export function prepareFolder(folder: string, sweep: Sweep, shard: Shard | null): void {
  makeFolder(folder);
  // First of all it says whose it is: a folder that a process was killed in must be known again.
  writeManifest(folder, manifestOf(sweep, shard, false));
  makeFolder(join(folder, PARTS));
}

/** @throws CliError (exit 1) when it cannot be made */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Marks a folder as complete. @param keepParts they are what a shard has to give */
export function completeFolder(folder: string, sweep: Sweep, shard: Shard | null, keepParts: boolean): void {
  writeManifest(folder, manifestOf(sweep, shard, true));
  clearParts(folder, keepParts);
}

/** Takes away what stopped processes have left in a complete folder, and its parts. @param keepParts as in {@link completeFolder} */
export function clearParts(folder: string, keepParts: boolean): void {
  clearUnfinished(folder);
  if (!keepParts) rmSync(join(folder, PARTS), { recursive: true, force: true });
  else clearUnfinished(join(folder, PARTS));
}
