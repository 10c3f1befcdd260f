import { existsSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Json } from "../../exact/json.ts";
import { chunkCount, runsIn, type Shard } from "../../lab/sweep/chunks.ts";
import { combinations, type Sweep, sweepHash } from "../../lab/sweep/definition.ts";
import { DESIGNS } from "../../lab/sweep/shape.ts";
import { ENGINE } from "../../play/seal.ts";
import { fileError } from "../errors.ts";
import { readText } from "../files.ts";
import { json } from "../text/json.ts";
import { quoted } from "../text/terminal.ts";
import { writeDurably } from "./durable.ts";

const MANIFEST_FILE = "sweep.json";

const jsonShape: z.ZodType<Json> = z.json();
const wholeFrom = (least: number) => z.int().min(least);

const manifestShape = z.strictObject({
  parley: z.literal(1),
  kind: z.literal("sweep"),
  engine: z.string(),
  hash: z.string(),
  shard: z.strictObject({ index: wholeFrom(1), of: wholeFrom(1) }).nullable(),
  complete: z.boolean(),
  combinations: wholeFrom(1),
  runs: wholeFrom(1),
  parts: wholeFrom(1),
  sweep: z.strictObject({
    title: z.string().nullable(),
    scenario: jsonShape,
    parameters: z.array(
      z.strictObject({
        path: z.string(),
        steps: z.array(z.union([z.string(), z.number()])),
        values: z.array(jsonShape).min(1),
      }),
    ),
    design: z.enum(DESIGNS),
    repetitions: wholeFrom(1),
    seed: z.string(),
    metrics: z.array(z.string()),
  }),
});

/** What a folder of results says of itself: all that is needed to go on with it, and to judge it in ten years. */
export interface Manifest {
  readonly engine: string;
  /** Of what the runs depend on. */
  readonly hash: string;
  /** null: the whole sweep. */
  readonly shard: Shard | null;
  /** All that was to be done has been done. */
  readonly complete: boolean;
  readonly sweep: Sweep;
}

/** The manifest of a sweep as this program runs it. */
export function manifestOf(sweep: Sweep, shard: Shard | null, complete: boolean): Manifest {
  return { engine: ENGINE, hash: sweepHash(sweep), shard, complete, sweep };
}

/**
 * What a folder says of itself; null: it is no folder of results.
 * @throws CliError (exit 1) when what it says cannot be understood
 */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return null;
  const read = readText(path);
  if (!("text" in read)) throw fileError(`${quoted(path)}: ${read.message}`);
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch {
    // Not even JSON: said below.
  }
  const parsed = manifestShape.safeParse(value);
  if (!parsed.success || sweepHash(parsed.data.sweep) !== parsed.data.hash) {
    throw fileError(`${quoted(path)} was not written by parley sweep, or was changed. Give another folder with --out.`);
  }
  return parsed.data;
}

/** @throws CliError (exit 1) when it cannot be written */
export function writeManifest(folder: string, { engine, hash, shard, complete, sweep }: Manifest): void {
  const counts = { combinations: combinations(sweep), runs: runsIn(sweep), parts: chunkCount(sweep) };
  const text = json({ parley: 1, kind: "sweep", engine, hash, shard, complete, ...counts, sweep });
  writeDurably(join(folder, MANIFEST_FILE), [text]);
}
