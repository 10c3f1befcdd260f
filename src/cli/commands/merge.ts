import { existsSync } from "node:fs";
import { at } from "../../exact/at.ts";
import { chunkCount, chunksOf, type Shard } from "../../lab/sweep/chunks.ts";
import type { Sweep } from "../../lab/sweep/definition.ts";
import { ENGINE } from "../../play/seal.ts";
import type { Command, ParsedArguments } from "../command.ts";
import { fileError, usageError } from "../errors.ts";
import { realPath } from "../files.ts";
import { requiredValue } from "../options.ts";
import { completeFolder, inspectFolder, partPath, prepareFolder, readPart } from "../sweep/folder.ts";
import { type Manifest, readManifest } from "../sweep/manifest.ts";
import { composeParts } from "../sweep/run.ts";
import { sweepText } from "../sweep/text.ts";
import { quoted } from "../text/terminal.ts";
import { listText } from "../text/words.ts";

/** A folder with a shard in it. */
interface ShardFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** More than this many are a number, no list. */
const MOST_NAMED = 12;

function readShardFolder(folder: string): ShardFolder {
  const manifest = existsSync(folder) ? readManifest(folder) : null;
  if (!manifest) throw fileError(`${quoted(folder)} is no folder of a sweep: there is no sweep.json in it.`);
  if (manifest.engine !== ENGINE) {
    throw fileError(
      `${quoted(folder)} was made by ${manifest.engine}; this is ${ENGINE}. Merge with the program that ran it.`,
    );
  }
  if (!manifest.shard && manifest.complete) {
    throw fileError(`${quoted(folder)} holds a whole sweep already: there is nothing to merge.`);
  }
  return { folder, manifest };
}

/** @throws CliError (exit 1) when they are of different sweeps */
function checkSameSweep(sources: readonly ShardFolder[]): Sweep {
  const first = at(sources, 0);
  const reported = ({ sweep: { title, metrics } }: Manifest): string => JSON.stringify([title, metrics]);
  for (const { folder, manifest } of sources.slice(1)) {
    const names = `${quoted(first.folder)} and ${quoted(folder)}`;
    if (manifest.hash !== first.manifest.hash) {
      throw fileError(`${names} are of different sweeps: scenario, values, repetitions or seed differ.`);
    }
    if (reported(manifest) !== reported(first.manifest)) {
      throw fileError(
        `${names} have other metrics or titles. Run both shards with the same sweep file: what is done stays.`,
      );
    }
  }
  return first.manifest.sweep;
}

/**
 * Folders that have the same part must have the same bytes in it: the runs do not depend on the machine.
 * @throws CliError (exit 1) when they differ
 */
function checkSamePart(first: string, others: readonly string[]): void {
  if (others.length === 0) return;
  const text = readPart(first);
  const other = others.find((path) => readPart(path) !== text);
  if (other === undefined) return;
  throw fileError(
    `${quoted(first)} and ${quoted(other)} are the same part and hold different runs. One of them was changed.`,
  );
}

function namesText(items: readonly string[]): string {
  return items.length > MOST_NAMED
    ? `${items.slice(0, MOST_NAMED).join(", ")} and ${items.length - MOST_NAMED} more`
    : listText(items, "and");
}

/** What is missing, by shards where all folders are shards of one division. */
function missingText(sweep: Sweep, sources: readonly ShardFolder[], absent: readonly number[]): string {
  const [of, ...others] = [...new Set(sources.map(({ manifest }) => manifest.shard?.of ?? 0))];
  const count = `${absent.length} of ${chunkCount(sweep)} parts are missing`;
  if (of === undefined || of === 0 || others.length > 0) return `${count}.`;
  const given = new Map(sources.map(({ folder, manifest }) => [manifest.shard?.index ?? 0, folder]));
  const lost = new Set(absent);
  const lacking = Array.from({ length: of }, (_, place): Shard => ({ index: place + 1, of })).flatMap((shard) => {
    const parts = chunksOf(sweep, shard);
    const left = parts.filter((number) => lost.has(number)).length;
    if (left === 0) return [];
    const folder = given.get(shard.index);
    const name = `${shard.index}/${of}`;
    return folder === undefined
      ? [name]
      : [`${name} (${quoted(folder)} has ${parts.length - left} of ${parts.length} parts)`];
  });
  return `${count}, of the shards ${namesText(lacking)}. Run these with parley sweep --shard, and give all folders.`;
}

/** Shards that make up a whole sweep. */
interface Shards {
  readonly sweep: Sweep;
  /** Where part `number`, from 0, is. */
  readonly pathOf: (number: number) => string;
}

/**
 * Looks whether folders hold all parts of one sweep. Nothing is written.
 * @throws CliError (exit 1) when they are of different sweeps or engines, a part is missing, or two disagree
 */
function openShards(folders: readonly string[]): Shards {
  const sources = folders.map(readShardFolder);
  const sweep = checkSameSweep(sources);
  const paths: string[] = [];
  const absent: number[] = [];
  for (let number = 0; number < chunkCount(sweep); number++) {
    const found = sources.map(({ folder }) => partPath(folder, sweep, number)).filter((path) => existsSync(path));
    const [first, ...others] = found;
    if (first === undefined) absent.push(number);
    else checkSamePart(first, others);
    paths.push(first ?? "");
  }
  if (absent.length > 0) throw fileError(missingText(sweep, sources, absent));
  return { sweep, pathOf: (number) => at(paths, number) };
}

/** `parley merge`: the shards of a sweep as one. */
export const mergeCommand: Command = {
  name: "merge",
  operand: { name: "DIR", many: true },
  options: {
    out: { value: "DIR", required: true, about: "Folder for the whole: a new one" },
  },
  notes: [
    "All folders must be of one sweep, and have all of its parts between them. The result is what parley sweep gives in one",
    "piece, to the byte. The shards stay as they are.",
  ],
  examples: ["parley merge shard-* --out results"],
  run(given: ParsedArguments) {
    const out = requiredValue(given, "out");
    const same = given.operands.find((folder) => realPath(folder) === realPath(out));
    if (same !== undefined) throw usageError(`--out ${quoted(out)} is one of the shards. Give a new folder.`);
    const { sweep, pathOf } = openShards(given.operands);
    inspectFolder(out, sweep, null);
    prepareFolder(out, sweep, null);
    const composed = composeParts(out, sweep, pathOf);
    completeFolder(out, sweep, null, false);
    return { result: sweepText(sweep, out, composed), problems: [], exit: 0 };
  },
};
