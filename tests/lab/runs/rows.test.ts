import fc from "fast-check";
import { expect, test } from "vitest";
import { outcomeCode, runColumns, runRows } from "../../../src/lab/runs/rows.ts";
import { openTally, playRuns, prepare, runOnce, seedOfRun, simulate } from "../../../src/lab/runs/simulate.ts";
import type { Cell, Column, Row } from "../../../src/lab/runs/table-format.ts";
import { checkColumns } from "../../../src/lab/runs/table-format.ts";
import { eventColumns, eventRows } from "../../../src/lab/runs/transcript-rows.ts";
import { openPlay } from "../../../src/play/play.ts";
import { OUTCOMES } from "../../../src/scenario/codes.ts";
import type { TranscriptEntry } from "../../../src/table/run/runner.ts";
import { logFor } from "../../../src/table/view/log.ts";
import { munich } from "../../setup/munich.ts";
import { anyScenario } from "../../setup/scenarios.ts";

const seedOf = (run: number): string => seedOfRun("rows", run);

/** A cell by the name of its column. */
function byName(columns: readonly Column[], row: Row): Record<string, Cell> {
  expect(row).toHaveLength(columns.length);
  return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] as Cell]));
}

function expectFits({ name, type, values }: Column, cell: Cell): void {
  if (cell === null) return;
  if (values) expect(Object.keys(values), name).toContain(cell);
  if (type === "text") expect(cell, name).toBeTypeOf("string");
  if (type === "truth") expect(cell, name).toBeTypeOf("boolean");
  if (type === "whole") expect(cell, name).toSatisfy(Number.isSafeInteger);
  if (type === "number") expect(cell, name).toSatisfy(Number.isFinite);
}

test("however a batch is cut into stretches, the rows and what they come to are the same", () => {
  fc.assert(
    fc.property(
      anyScenario,
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
      (scenario, cuts) => {
        const runs = cuts.reduce((sum, cut) => sum + cut, 0);
        const prepared = prepare({ scenario });
        const { model } = prepared.compiled;
        const tally = openTally(model, runs);
        const rows: Row[] = [];
        for (const cut of cuts) {
          const block = playRuns(prepared, seedOf, tally.runs, tally.runs + cut);
          rows.push(...runRows(model, block, seedOf));
          tally.add(block);
        }
        expect(rows).toEqual(runRows(model, playRuns(prepared, seedOf, 0, runs), seedOf));
        expect(tally.result(scenario, "rows")).toEqual(simulate({ scenario, runs, seed: "rows" }));
      },
    ),
    { numRuns: 40, interruptAfterTimeLimit: 6_000 },
  );
});

test("a row says what the play of its seed came to, in cells that fit their columns", () => {
  fc.assert(
    fc.property(anyScenario, fc.nat({ max: 50 }), (scenario, run) => {
      const prepared = prepare({ scenario });
      const columns = runColumns(scenario);
      checkColumns(columns);
      const [row] = runRows(prepared.compiled.model, playRuns(prepared, seedOf, run, run + 1), seedOf) as [Row];
      for (const [at, column] of columns.entries()) expectFits(column, row[at] as Cell);
      const cells = byName(columns, row);
      const play = openPlay({ scenario, seed: cells.seed as string });
      play.advance();
      const { floor, context } = play.state;
      expect(cells).toMatchObject({ run, seed: `rows/${run}`, outcome: floor, rounds: context.round });
      const end = simulate({ scenario, runs: run + 1, seed: "rows" });
      expect(end.runs).toBe(run + 1);
      const signed = scenario.issues.map(({ id }) => cells[`package_${id}`]);
      expect(signed.every((option) => option === null)).toBe(context.signed < 0);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 6_000 },
  );
});

test("parameters stand after the seed", () => {
  const scenario = munich();
  const prepared = prepare({ scenario });
  const columns = runColumns(scenario, [{ name: "protocol.rounds", type: "whole", about: "Varied." }]);
  expect(columns.slice(0, 4).map(({ name }) => name)).toEqual(["run", "seed", "protocol.rounds", "tactic_us"]);
  const [row] = runRows(prepared.compiled.model, playRuns(prepared, seedOf, 0, 1), seedOf, [8]) as [Row];
  expect(row.slice(0, 4)).toEqual([0, "rows/0", 8, "boulware"]);
  byName(columns, row);
});

test("the rows of a transcript are all that happened, in order, in cells that fit their columns", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const prepared = prepare({ scenario });
      const { model } = prepared.compiled;
      const entries: TranscriptEntry[] = [];
      const { floor } = runOnce(prepared, seed, (entry) => entries.push(entry));
      const columns = eventColumns(scenario);
      checkColumns(columns);
      const rows = eventRows(model, 3, seed, entries);
      for (const row of rows) for (const [at, column] of columns.entries()) expectFits(column, row[at] as Cell);
      const cells = rows.map((row) => byName(columns, row));
      expect(cells.map(({ entry }) => entry)).toEqual(cells.map((_, at) => at));
      expect(cells.at(-1)).toMatchObject({ run: 3, seed, what: "end", detail: floor });
      const told = logFor(model, entries, -1, true);
      const answers = told.flatMap((line) => (line.kind === "answers" ? line.answers : []));
      expect(cells.filter(({ what }) => what === "answer").map(({ accepts }) => accepts)).toEqual(
        answers.map(({ accepts }) => accepts),
      );
      const statements = told.flatMap((line) => (line.kind === "statement" ? [line.says.toLowerCase()] : []));
      const said = new Set(["offer", "take_up", "text", "ask_text", "pass", "walk_out"]);
      expect(cells.flatMap(({ what }) => (said.has(what as string) ? [what] : []))).toEqual(statements);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 6_000 },
  );
});

test("an outcome is kept as its place in the list of outcomes; a table that goes on has none", () => {
  expect(OUTCOMES.map((outcome) => OUTCOMES[outcomeCode(outcome)])).toEqual(OUTCOMES);
  expect(() => outcomeCode("interval")).toThrow('a table that is at "interval" has not ended');
});
