import type { Cell, TableFormat, TextTable } from "./columns.ts";

/** A text that begins so is a formula to a spreadsheet (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;

/** What makes a field need quotation marks (RFC 4180, 2.6). */
const SPECIAL = /[",\r\n]/;

function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
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
