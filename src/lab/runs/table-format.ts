/** A value in a table; null: there is none. */
export type Cell = string | number | boolean | null;
/** One row: a cell for each column, in their order. */
export type Row = readonly Cell[];

/** One column of a table, with all that a reader who meets it in ten years must know. */
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

/** The place of a column by its name. @throws RangeError when the table has none of this name */
export function columnIndex(columns: readonly Column[], name: string): number {
  const index = columns.findIndex((column) => column.name === name);
  if (index < 0) throw new RangeError(`the table has no column "${name}"`);
  return index;
}

/** @throws RangeError when two columns have one name */
export function checkColumns(columns: readonly Column[]): void {
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name)) throw new RangeError(`two columns are called "${name}"`);
    names.add(name);
  }
}

/** A text that begins so is a formula to a spreadsheet (OWASP, "CSV Injection"); an apostrophe before it says that it is none. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARD = "'";

/** What makes a field need quotation marks (RFC 4180, 2.6). */
const SPECIAL = /[",\r\n]/;

function csvText(text: string): string {
  const safe = FORMULA.test(text) ? GUARD + text : text;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  // A number is never a formula: its minus stays as it is.
  return typeof cell === "string" ? csvText(cell) : String(cell);
}

/**
 * RFC 4180 in UTF-8: a line with the names, fields by commas, lines by CR LF, nothing for an empty cell, `true` and `false`. A
 * text that a spreadsheet would take for a formula has an apostrophe before it, which is no part of the text.
 */
export const CSV: TextTable = {
  head: (columns) => `${columns.map(({ name }) => csvText(name)).join(",")}\r\n`,
  rows: (_columns, rows) => rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join(""),
};

/** A JSON object for each row on a line of its own (ndjson.org), with every column, null for an empty cell. */
export const NDJSON: TextTable = {
  head: () => "",
  rows(columns, rows) {
    const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
    return rows.map((row) => `{${row.map((cell, at) => keys[at] + JSON.stringify(cell)).join(",")}}\n`).join("");
  },
};

/** The text form of a format; null for one that is binary. */
export function textTable(format: TableFormat): TextTable | null {
  if (format === "csv") return CSV;
  return format === "ndjson" ? NDJSON : null;
}

/** How cells are written in a format, for the codebook. */
export const HOW_TO_READ: Readonly<Record<TableFormat, string>> = {
  csv: "CSV after RFC 4180 in UTF-8, names in the first line. An empty field is no value. A text that begins with = + - @ or a tab or line end has an apostrophe before it, so that no spreadsheet takes it for a formula: take it away again.",
  ndjson: "A JSON object in UTF-8 on each line. null is no value.",
  parquet:
    "Apache Parquet with Snappy: text as UTF8, whole as INT64, number as DOUBLE, truth as BOOLEAN. null is no value.",
};

function unguarded(field: string): string {
  if (!field.startsWith(GUARD)) return field;
  const text = field.slice(GUARD.length);
  return FORMULA.test(text) ? text : field;
}

/**
 * The cells of one line of a table that Parley wrote as CSV, without the guards against formulas. No cell of a run has a line
 * end in it.
 */
export function parseCsvLine(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map(unguarded);
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = line.indexOf(",", at);
      cells.push(unguarded(line.slice(at, end < 0 ? line.length : end)));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let end = line.indexOf('"', at + 1);
    while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
    if (end < 0) throw new RangeError("a quotation mark is not closed");
    cells.push(unguarded(line.slice(at + 1, end).replaceAll('""', '"')));
    if (end + 1 >= line.length) return cells;
    at = end + 2;
  }
  cells.push("");
  return cells;
}
