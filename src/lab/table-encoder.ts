import { type Column, checkColumns, type TableEncoder, type TableFormat, type TextTable } from "./columns.ts";
import { textTable } from "./table-files.ts";
import { parquetTable } from "./table-parquet.ts";

const UTF8 = new TextEncoder();

function textEncoder(table: TextTable, columns: readonly Column[]): TableEncoder {
  let head = table.head(columns);
  const take = (text: string): Uint8Array => {
    const bytes = UTF8.encode(head + text);
    head = "";
    return bytes;
  };
  return { add: (rows) => take(table.rows(columns, rows)), end: () => take("") };
}

/**
 * Begins a table in one of the formats. However the rows are cut into pieces, the bytes are the same.
 * @throws RangeError when two columns have one name
 */
export function openTable(format: TableFormat, columns: readonly Column[]): TableEncoder {
  checkColumns(columns);
  const text = textTable(format);
  return text ? textEncoder(text, columns) : parquetTable(columns);
}
