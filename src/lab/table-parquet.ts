import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Cell, Column, Row, TableEncoder } from "./columns.ts";

/** Rows that are gathered before they are written: their number decides what a row group is, not how the rows came. */
const GROUP = 20_000;

const TYPES: Readonly<Record<Column["type"], Pick<SchemaElement, "type" | "converted_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  whole: { type: "INT64" },
  number: { type: "DOUBLE" },
  truth: { type: "BOOLEAN" },
};

function stored(cell: Cell, type: Column["type"]): unknown {
  return cell !== null && type === "whole" ? BigInt(cell as number) : cell;
}

/** A table as Apache Parquet: Snappy, row groups of 20,000 rows, every column may be null. The file is whole only after `end`. */
export function parquetTable(columns: readonly Column[]): TableEncoder {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[type] })),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: "parley" });
  let waiting: Row[] = [];

  const writeGroup = (rows: readonly Row[]): void => {
    const columnData = columns.map(
      ({ name, type }, at): ColumnSource => ({ name, data: rows.map((row) => stored(row[at] as Cell, type)) }),
    );
    parquet.write({ columnData, rowGroupSize: GROUP });
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
        if (waiting.length < GROUP) continue;
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
