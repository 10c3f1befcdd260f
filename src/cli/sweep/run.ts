import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { chunkAt, chunkCount, chunkOf, chunksOf, combinationsIn, type Shard } from "../../lab/sweep/chunks.ts";
import { CombinationChecks } from "../../lab/sweep/combination-checks.ts";
import type { Sweep } from "../../lab/sweep/definition.ts";
import { WrongRow } from "../../lab/sweep/rows.ts";
import type { ProgressMeter } from "../command.ts";
import { CliError, causeOf, fileError, isSystemError } from "../errors.ts";
import { diagnosticLine } from "../scenario-file.ts";
import { quoted } from "../text/terminal.ts";
import { ChunkFailed, runChunks, yieldToEvents } from "../workers/pool.ts";
import { type ComposedSweep, composeSweep, RUNS } from "./compose.ts";
import { hasPart, partPath, readPart, writePart } from "./folder.ts";
import type { OpenedSweep } from "./open.ts";

/** Runs for which another worker is worth its start. */
const RUNS_OF_A_WORKER = 1000;

/** So many are checked before the user wonders what takes so long. */
const UNSEEN_CHECKS = 100;

/** What is to be done, and with what. */
export interface SweepWork {
  readonly opened: OpenedSweep;
  readonly folder: string;
  readonly shard: Shard | null;
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly progress: (total: number, unit: string) => ProgressMeter;
}

/** The chunks of this machine that are still to be done. */
export function missingChunks(sweep: Sweep, folder: string, shard: Shard | null): number[] {
  return chunksOf(sweep, shard).filter((number) => !hasPart(folder, sweep, number));
}

/**
 * Checks every combination that these chunks hold, before anything is run.
 * @returns warnings as lines; null: the user stopped it
 * @throws CliError (exit 1) with what is wrong, each thing once
 */
export async function checkCombinations(work: SweepWork, chunks: readonly number[]): Promise<string[] | null> {
  const { opened, signal } = work;
  const { sweep } = opened;
  // Every shard is compared with the baseline, which only one of them runs.
  const numbers = new Set([0, ...chunks.flatMap((number) => combinationsIn(sweep, chunkAt(sweep, number)))]);
  const checks = new CombinationChecks(sweep, opened.places);
  const progress = numbers.size > UNSEEN_CHECKS ? work.progress(numbers.size, "combinations checked") : null;
  try {
    for (const number of numbers) {
      checks.check(number);
      progress?.add(1);
      if (signal.aborted) return null;
      await yieldToEvents();
    }
  } finally {
    progress?.end();
  }
  const lines = checks.diagnostics.map(diagnosticLine);
  if (checks.failed) throw fileError(lines.join("\n"));
  return lines;
}

/** What a person needs to know when not all is done. */
function resumeText(done: number, all: number, folder: string): string {
  return `${done} of ${all} parts are done and safe in ${quoted(folder)}. The same command goes on from there.`;
}

/**
 * Plays the chunks, and writes each as a part as soon as it is done.
 * @returns how many were written
 * @throws CliError (exit 1) when a run fails or a part cannot be written: all parts before it are safe
 */
export async function playChunks(work: SweepWork, chunks: readonly number[]): Promise<number> {
  const { opened, folder, shard, workers, signal } = work;
  const { sweep } = opened;
  const all = chunksOf(sweep, shard).length;
  const runs = chunks.map((number) => chunkAt(sweep, number)).reduce((sum, { from, to }) => sum + to - from, 0);
  const progress = work.progress(runs, "runs");
  let written = 0;
  try {
    const results = runChunks({
      job: { name: "sweep", setup: sweep },
      chunks: chunks.map((number) => chunkAt(sweep, number)),
      workers: Math.max(1, Math.min(workers, chunks.length, Math.ceil(runs / RUNS_OF_A_WORKER))),
      signal,
    });
    for await (const { number, csv } of results) {
      writePart(folder, sweep, number, csv);
      written++;
      const { from, to } = chunkAt(sweep, number);
      progress.add(to - from);
    }
  } catch (error) {
    const rest = resumeText(all - chunks.length + written, all, folder);
    if (error instanceof CliError) throw fileError(`${error.message}\n${rest}`);
    if (error instanceof ChunkFailed) throw fileError(`A run failed: ${error.message}.\n${rest}`);
    throw error;
  } finally {
    progress.end();
  }
  return written;
}

/** What is said when the user stops it. */
export function stoppedText({ opened, folder, shard }: SweepWork): string {
  const all = chunksOf(opened.sweep, shard).length;
  const left = missingChunks(opened.sweep, folder, shard).length;
  return `Stopped. ${resumeText(all - left, all, folder)}`;
}

function composeLines(
  folder: string,
  sweep: Sweep,
  lines: Iterable<string>,
  trouble: (row: number) => string,
): ComposedSweep {
  try {
    return composeSweep(folder, sweep, lines);
  } catch (error) {
    if (error instanceof WrongRow) throw fileError(trouble(error.row));
    if (error instanceof CliError)
      throw fileError(`${error.message}\nAll runs are safe. The same command goes on from there.`);
    throw error;
  }
}

/**
 * Composes the whole sweep from its parts.
 * @param pathOf where part `number` is
 * @throws CliError (exit 1) when a part is not what it should be, or nothing can be written
 */
export function composeParts(folder: string, sweep: Sweep, pathOf: (number: number) => string): ComposedSweep {
  function* lines(): Generator<string, void> {
    for (let number = 0; number < chunkCount(sweep); number++) {
      const rows = readPart(pathOf(number)).split("\r\n");
      rows.pop();
      yield* rows;
    }
  }
  return composeLines(folder, sweep, lines(), (row) => {
    const path = pathOf(Math.min(chunkOf(sweep, row), chunkCount(sweep) - 1));
    return `${quoted(path)} was changed or cut. Delete it and run the sweep again: it makes this part anew.`;
  });
}

/** Composes the whole sweep from the parts of its own folder. @throws CliError as {@link composeParts} */
export function composeOwn(folder: string, sweep: Sweep): ComposedSweep {
  return composeParts(folder, sweep, (number) => partPath(folder, sweep, number));
}

/**
 * Makes the summary and the charts of a complete folder again, from its table of runs: other metrics need no other runs.
 * @throws CliError (exit 1) when the table was changed, or nothing can be written
 */
export function composeAgain(folder: string, sweep: Sweep): ComposedSweep {
  const path = join(folder, RUNS);
  const lines = readLines(path);
  lines.next();
  return composeLines(folder, sweep, lines, () => {
    return `${quoted(path)} was changed or cut. Delete the folder, or give a new one with --out, and run the sweep again.`;
  });
}

const LINE_END = "\r\n";
const READ_BUFFER = 1 << 20;

/** The lines of a file, without their ends, in constant memory. @throws CliError (exit 1) when it cannot be read */
function* readLines(path: string): Generator<string, void> {
  let handle: number | undefined;
  try {
    handle = openSync(path, "r");
    const buffer = Buffer.alloc(READ_BUFFER);
    const decoder = new TextDecoder();
    let rest = "";
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, length), { stream: true })).split(LINE_END);
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw fileError(`${quoted(path)} cannot be read: ${causeOf(error)}.`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
