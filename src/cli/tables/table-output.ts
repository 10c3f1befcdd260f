import { basename, resolve } from "node:path";
import { openTable } from "../../lab/runs/table-encoder.ts";
import type { Codebook, Column, TableEncoder, TableFormat } from "../../lab/runs/table-format.ts";
import { HOW_TO_READ } from "../../lab/runs/table-format.ts";
import { isOrdinary, openOutput, writeText } from "../files.ts";
import { json } from "../text/json.ts";
import type { TablePiece } from "../workers/batch-job.ts";

/** What a codebook says beside the columns, as far as it is known from the beginning. */
export type CodebookFacts = Omit<Codebook, "parley" | "table" | "format" | "about" | "runs" | "partial" | "columns">;

/** A table on its way to where it is wanted. */
export interface TableOutput {
  /** The file in which rows stay of use although no more can come; null: there is none. */
  readonly partialFile: string | null;
  /** More rows, in order. @throws CliError (exit 1) when they cannot be written: the table then holds all before them */
  write(piece: TablePiece): Promise<void>;
  /** No more rows come: so many runs are in it. @throws CliError (exit 1) */
  close(runs: number): Promise<void>;
  /** Something went wrong: keeps what there is of use. The codebook beside it says from the beginning that it is partial. */
  abandon(): void;
}

export interface TableRequest {
  readonly format: TableFormat;
  readonly columns: readonly Column[];
  /** Of whose runs there is a row or many, for the codebook. */
  readonly about: string;
  readonly book: CodebookFacts;
}

/** Where the codebook of a table stands. */
export function codebookOf(table: string): string {
  return `${table}.codebook.json`;
}

function openCodebook(path: string, wanted: TableRequest) {
  const { format, columns, about, book } = wanted;
  const of = (runs: number | null): Omit<Codebook, "table"> => ({
    parley: 1,
    format,
    about: `${about} ${HOW_TO_READ[format]}`,
    ...book,
    runs,
    partial: runs !== book.asked,
    columns,
  });
  return {
    /** Without the name of the table, so that the same runs are the same bytes under any name. */
    embedded: (runs: number | null): string => json(of(runs)),
    /** A pipe or a device has nothing beside it. */
    write(runs: number | null): void {
      if (isOrdinary(path)) writeText(codebookOf(path), json({ table: basename(resolve(path)), ...of(runs) }));
    },
  };
}

function bytesOf(piece: TablePiece, encoder: TableEncoder): Uint8Array {
  return "bytes" in piece ? piece.bytes : encoder.add(piece.rows);
}

/**
 * A table that goes to a file, with its codebook beside it. CSV and NDJSON are there as they grow; a Parquet file appears once it
 * is complete, for without its end it cannot be read.
 * @throws CliError (exit 1)
 */
export function tableToFile(path: string, wanted: TableRequest): TableOutput {
  const codebook = openCodebook(path, wanted);
  const encoder = openTable(wanted.format, wanted.columns);
  const how = wanted.format === "parquet" ? "whole" : "pieces";
  const output = openOutput(path, how);
  const write = (bytes: Uint8Array): void => {
    if (bytes.length > 0) output.write(bytes);
  };
  if (how === "pieces") codebook.write(null);
  // A text encoder gives its head first; pieces that are bytes already come after it.
  write(encoder.add([]));
  return {
    partialFile: how === "pieces" && isOrdinary(path) ? path : null,
    async write(piece) {
      write(bytesOf(piece, encoder));
    },
    async close(runs) {
      write(encoder.end({ "parley:codebook": codebook.embedded(runs) }));
      output.close();
      codebook.write(runs);
    },
    abandon: () => output.abandon(),
  };
}

/** A table that is shown as it grows. Nothing stands beside it. */
export function tableToHost(show: (part: Uint8Array) => Promise<void>, { format, columns }: TableRequest): TableOutput {
  const encoder = openTable(format, columns);
  let begun = false;
  const begin = async (): Promise<void> => {
    if (!begun) await show(encoder.add([]));
    begun = true;
  };
  return {
    partialFile: null,
    async write(piece) {
      await begin();
      await show(bytesOf(piece, encoder));
    },
    async close() {
      await begin();
      await show(encoder.end());
    },
    abandon() {},
  };
}
