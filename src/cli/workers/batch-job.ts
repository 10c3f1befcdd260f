import { type RunBlock, runColumns, runRows } from "../../lab/runs/rows.ts";
import { playRuns, prepare, seedOfRun } from "../../lab/runs/simulate.ts";
import type { Column, Row, TableFormat } from "../../lab/runs/table-format.ts";
import { textTable } from "../../lab/runs/table-format.ts";
import { eventColumns, eventRows } from "../../lab/runs/transcript-rows.ts";
import type { Seat } from "../../play/seats.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { TranscriptEntry } from "../../table/run/runner.ts";

/** Rows for a file: as bytes where the format lets pieces be put one after the other, as rows where it does not. */
export type TablePiece = { readonly bytes: Uint8Array } | { readonly rows: readonly Row[] };

/** A batch as every worker must know it. */
export interface BatchSetup {
  readonly scenario: Scenario;
  readonly seats: Readonly<Record<string, Seat>>;
  readonly seed: string;
  /** The seed of every run, instead of `seed/i`: for a batch of one. */
  readonly runSeed?: string;
  /** Wanted: a row for each run, in this format. */
  readonly table?: TableFormat;
  /** Wanted: a row for each entry of the transcripts, in this format. */
  readonly events?: TableFormat;
}

/** Runs `from` to `to` − 1. */
export interface BatchChunk {
  readonly from: number;
  readonly to: number;
}

export interface BatchResult {
  readonly block: RunBlock;
  readonly table?: TablePiece;
  readonly events?: TablePiece;
}

const UTF8 = new TextEncoder();

function pieceOf(format: TableFormat, columns: readonly Column[], rows: readonly Row[]): TablePiece {
  const text = textTable(format);
  return text ? { bytes: UTF8.encode(text.rows(columns, rows)) } : { rows };
}

/** Opens a batch: scenario and seats are compiled once, then stretches of runs are played. */
export function openBatch(setup: BatchSetup): (chunk: BatchChunk) => BatchResult {
  const { scenario, seed, runSeed, table, events } = setup;
  const prepared = prepare(setup);
  const { model } = prepared.compiled;
  const seedOf = (run: number): string => runSeed ?? seedOfRun(seed, run);
  const ofRuns = runColumns(scenario);
  const ofEvents = eventColumns(scenario);
  return ({ from, to }) => {
    const transcripts = events ? Array.from({ length: to - from }, (): TranscriptEntry[] => []) : [];
    const note = (run: number, entry: TranscriptEntry): unknown => transcripts[run - from]?.push(entry);
    const block = playRuns(prepared, seedOf, from, to, events ? note : undefined);
    const rows = transcripts.flatMap((entries, at) => eventRows(model, from + at, seedOf(from + at), entries));
    return {
      block,
      ...(table ? { table: pieceOf(table, ofRuns, runRows(model, block, seedOf)) } : {}),
      ...(events ? { events: pieceOf(events, ofEvents, rows) } : {}),
    };
  };
}
