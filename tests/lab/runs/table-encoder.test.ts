import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { openTable } from "../../../src/lab/runs/table-encoder.ts";
import type { Cell, Column, Row } from "../../../src/lab/runs/table-format.ts";
import { CSV, NDJSON, TABLE_FORMATS, type TableFormat } from "../../../src/lab/runs/table-format.ts";
import { readCsv } from "../../setup/csv.ts";

const COLUMNS: readonly Column[] = [
  { name: "word", type: "text", about: "A text." },
  { name: "count", type: "whole", about: "A whole number." },
  { name: "share, in 1", type: "number", about: "A number." },
  { name: "held", type: "truth", about: "A truth." },
];

const anyText = fc.string({ unit: "grapheme" }).map((each) => each.toWellFormed());
const anyRow: fc.Arbitrary<Row> = fc.tuple<Cell[]>(
  fc.option(anyText),
  fc.option(fc.maxSafeInteger()),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.boolean()),
);

function written(format: TableFormat, pieces: readonly (readonly Row[])[]): Uint8Array<ArrayBuffer> {
  const encoder = openTable(format, COLUMNS);
  return Uint8Array.from(Buffer.concat([...pieces.map((piece) => encoder.add(piece)), encoder.end()]));
}

/** What a cell is once it has been through JSON or CSV, where there is one zero. */
const plain = (cell: Cell): Cell => (Object.is(cell, -0) ? 0 : cell);

describe("what is written reads back", () => {
  test("CSV, by the grammar of RFC 4180", () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const [head, ...lines] = readCsv(new TextDecoder().decode(written("csv", [rows])));
        expect(head).toEqual(COLUMNS.map(({ name }) => name));
        expect(lines).toEqual(
          rows.map(([word, ...rest]) => {
            const safe = typeof word === "string" && /^[=+\-@\t\r]/.test(word) ? `'${word}` : word;
            return [safe, ...rest].map((cell) => (cell === null ? "" : String(cell)));
          }),
        );
      }),
    );
  });

  test("NDJSON, a value for every column", () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const lines = new TextDecoder().decode(written("ndjson", [rows])).split("\n");
        expect(lines.pop()).toBe("");
        expect(lines.map((line) => JSON.parse(line))).toEqual(
          rows.map((row) => Object.fromEntries(row.map((cell, at) => [COLUMNS[at]?.name, plain(cell)]))),
        );
      }),
    );
  });

  test("Parquet, to the bit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1 }), async (rows) => {
        const read = await parquetReadObjects({ file: written("parquet", [rows]).buffer });
        expect(read).toEqual(
          rows.map((row) =>
            Object.fromEntries(
              row.map((cell, at) => {
                const column = COLUMNS[at] as Column;
                return [column.name, column.type === "whole" && cell !== null ? BigInt(cell as number) : cell];
              }),
            ),
          ),
        );
      }),
    );
  });

  test("Parquet of more rows than one group has", async () => {
    const rows = Array.from({ length: 45_001 }, (_, at): Row => [`r${at % 7}`, at, at / 3, at % 2 === 0]);
    const read = await parquetReadObjects({ file: written("parquet", [rows]).buffer });
    expect(read).toHaveLength(rows.length);
    expect(read[45_000]).toEqual({ word: "r4", count: 45_000n, "share, in 1": 15_000, held: true });
  });
});

test.each(TABLE_FORMATS)("%s: however rows are cut into pieces, the bytes are the same", (format) => {
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { maxLength: 4 })), (pieces) => {
      expect(written(format, pieces)).toEqual(written(format, [pieces.flat()]));
    }),
    { numRuns: 40 },
  );
});

test("no text is a formula, and a number keeps its minus", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]) {
    expect(readCsv(CSV.rows(COLUMNS, [[formula, -1, -0.5, true]]))).toEqual([[`'${formula}`, "-1", "-0.5", "true"]]);
  }
});

test("pieces stand by themselves: nothing for no rows, and the head of NDJSON is nothing", () => {
  expect([CSV.rows(COLUMNS, []), NDJSON.rows(COLUMNS, []), NDJSON.head(COLUMNS)]).toEqual(["", "", ""]);
});

test("two columns of one name are refused", () => {
  expect(() => openTable("csv", [COLUMNS[0] as Column, COLUMNS[0] as Column])).toThrow('two columns are called "word"');
});
