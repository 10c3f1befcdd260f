/** A value in a table; null: there is none. */
export type Cell = string | number | boolean | null;
/** One row: a cell for each column, in their order. */
export type Row = readonly Cell[];

/** One column of a table, with all that somebody who meets it in ten years must know. */
export interface Column {
  /** Unique in its table. */
  readonly name: string;
  /** `whole`: integers to ±(2^53 − 1); `number`: IEEE 754 doubles, written so that they read back to the same bits. */
  readonly type: "text" | "whole" | "number" | "truth";
  /** What it says, in a sentence; also when it is empty. */
  readonly about: string;
  readonly unit?: string;
  /** The only values it takes, each with its meaning. */
  readonly values?: Readonly<Record<string, string>>;
}

/** What a table holds, for the file beside it. */
export interface Codebook {
  readonly parley: 1;
  /** Of the table beside which it stands, without folder. */
  readonly table: string;
  readonly format: TableFormat;
  /** How to read the table: what a row is, how text, empty cells and numbers are written. */
  readonly about: string;
  /** Rules revision that made it. */
  readonly engine: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly seed: string;
  /** How many runs were asked for, and how many the table holds; null: that is not known yet. */
  readonly asked: number;
  readonly runs: number | null;
  /** The work was not finished: the table holds the first runs only, or was left while it was being written. */
  readonly partial: boolean;
  readonly columns: readonly Column[];
}

export const TABLE_FORMATS = ["csv", "ndjson", "parquet"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A format whose files are text: head and rows stand by themselves, so that parts can be put one after the other. */
export interface TextTable {
  /** Comes once, before the rows; may be empty. */
  head(columns: readonly Column[]): string;
  /** Rows as complete lines; nothing for no rows. */
  rows(columns: readonly Column[], rows: readonly Row[]): string;
}

/** Writes a table piece by piece. What comes out, put one after the other, is the file. */
export interface TableEncoder {
  /** More rows, in order; what comes out may be less than went in. */
  add(rows: readonly Row[]): Uint8Array;
  /**
   * No more rows: what is left to write. Call it once.
   * @param notes key → text that a Parquet file carries in itself; text formats have no place for them
   */
  end(notes?: Readonly<Record<string, string>>): Uint8Array;
}

/** @throws RangeError when two columns have one name */
export function checkColumns(columns: readonly Column[]): void {
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name)) throw new RangeError(`two columns are called "${name}"`);
    names.add(name);
  }
}
