import { basename, resolve } from "node:path";
import type { Codebook, Column, TableEncoder, TableFormat } from "../lab/columns.ts";
import { openTable } from "../lab/table-encoder.ts";
import { HOW_TO_READ } from "../lab/table-files.ts";
import { json } from "./command.ts";
import { writeText } from "./files.ts";
import { isOrdinary, openOutput } from "./output-file.ts";
import type { Piece } from "./workers/batch-job.ts";

/** What a codebook says beside the columns, as far as it is known from the beginning. */
export type About = Omit<Codebook, "parley" | "table" | "format" | "about" | "runs" | "partial" | "columns">;

/** A table on its way to where it is wanted. */
export interface TableOut {
  /** The file in which rows stay of use although no more can come; null: there is none. */
  readonly kept: string | null;
  /** More rows, in order. @throws Halt (exit 1) when they cannot be written: the table then holds all before them */
  take(piece: Piece): Promise<void>;
  /** No more rows come: so many runs are in it. @throws Halt (exit 1) */
  close(runs: number): Promise<void>;
  /** Something went wrong: keeps what there is of use. The codebook beside it says from the beginning that it is partial. */
  abandon(): void;
}

export interface TableWanted {
  readonly format: TableFormat;
  readonly columns: readonly Column[];
  /** Of whose runs there is a row or many, for the codebook. */
  readonly about: string;
  readonly book: About;
}

/** Where the codebook of a table stands. */
export function codebookOf(table: string): string {
  return `${table}.codebook.json`;
}

function openCodebook(path: string, wanted: TableWanted) {
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

function bytesOf(piece: Piece, encoder: TableEncoder): Uint8Array {
  return "bytes" in piece ? piece.bytes : encoder.add(piece.rows);
}

/**
 * A table that goes to a file, with its codebook beside it. CSV and NDJSON are there as they grow; a Parquet file appears once it
 * is complete, for without its end nobody can read it.
 * @throws Halt (exit 1)
 */
export function tableToFile(path: string, wanted: TableWanted): TableOut {
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
    kept: how === "pieces" && isOrdinary(path) ? path : null,
    async take(piece) {
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
export function tableToShow(show: (part: Uint8Array) => Promise<void>, { format, columns }: TableWanted): TableOut {
  const encoder = openTable(format, columns);
  let begun = false;
  const begin = async (): Promise<void> => {
    if (!begun) await show(encoder.add([]));
    begun = true;
  };
  return {
    kept: null,
    async take(piece) {
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
