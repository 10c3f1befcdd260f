import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import {
  type Cell,
  type Column,
  checkColumns,
  type Row,
  type TableEncoder,
  type TableFormat,
  type TextTable,
  textTable,
} from "./table-format.ts";

/** Rows that are gathered before they are written: their number decides what a row group is, not how the rows came. */
const ROW_GROUP = 20_000;

const TYPES: Readonly<Record<Column["type"], Pick<SchemaElement, "type" | "converted_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  whole: { type: "INT64" },
  number: { type: "DOUBLE" },
  truth: { type: "BOOLEAN" },
};

function parquetValue(cell: Cell, type: Column["type"]): unknown {
  return type === "whole" && typeof cell === "number" ? BigInt(cell) : cell;
}

/** A table as Apache Parquet: Snappy, row groups of 20,000 rows, every column may be null. The file is whole only after `end`. */
function parquetTable(columns: readonly Column[]): TableEncoder {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[type] })),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: "parley" });
  let waiting: Row[] = [];

  const writeGroup = (rows: readonly Row[]): void => {
    const columnData = columns.map(
      ({ name, type }, index): ColumnSource => ({
        name,
        data: rows.map((row) => parquetValue(row[index] ?? null, type)),
      }),
    );
    parquet.write({ columnData, rowGroupSize: ROW_GROUP });
  };
  // Offsets in the file go on counting; only the buffer is emptied.
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };

  return {
    add(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length < ROW_GROUP) continue;
        writeGroup(waiting);
        waiting = [];
      }
      return taken();
    },
    end(notes = {}) {
      if (waiting.length > 0) writeGroup(waiting);
      waiting = [];
      parquet.kvMetadata = Object.entries(notes).map(([key, value]) => ({ key, value }));
      parquet.finish();
      return taken();
    },
  };
}

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
