import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate } from "../../../src/lab/runs/simulate.ts";
import { CSV, parseCsvLine } from "../../../src/lab/runs/table-format.ts";
import { chunkAt, chunkCount, chunkOf, chunksOf, runsIn } from "../../../src/lab/sweep/chunks.ts";
import { readCombination } from "../../../src/lab/sweep/combination-checks.ts";
import { combinations, combinationText, type Sweep } from "../../../src/lab/sweep/definition.ts";
import { openSweep } from "../../../src/lab/sweep/job.ts";
import { type Metric, metricsOf } from "../../../src/lab/sweep/metrics.ts";
import { type Figures, SweepTally, sweepColumns, WrongRow } from "../../../src/lab/sweep/rows.ts";
import { summaryColumns, summaryRows } from "../../../src/lab/sweep/summary.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { sweepOf } from "./sample.ts";

const TEXT =
  "scenario: x\nvary: { parties.buyer.walk_away.at: [20, 30], minutes: [5, 10] }\nrepetitions: 60\nseed: s\nmetrics: [signed, rounds, worth, clause.price.middle, clause.days.2]\n";
const sweep = sweepOf(TEXT);
const scenario = readCombination(sweep, 0).scenario as Scenario;
const columns = sweepColumns(sweep, scenario);
const metrics = metricsOf(sweep.metrics, scenario, columns);

function linesOf(wanted: Sweep, order?: readonly number[]): string[] {
  const play = openSweep(wanted);
  const parts: string[] = [];
  for (const number of order ?? chunksOf(wanted, null)) parts[number] = play(chunkAt(wanted, number)).csv;
  return parts.join("").split("\r\n").slice(0, -1);
}

const lines = linesOf(sweep);
const cell = (line: string, name: string): string =>
  parseCsvLine(line)[columns.findIndex((column) => column.name === name)] ?? "";

function tallied(rows: readonly string[]): Figures[] {
  const all: Figures[] = [];
  const tally = new SweepTally(sweep, metrics, columns, (figures) => all.push(figures));
  for (const row of rows) tally.add(parseCsvLine(row));
  tally.end();
  return all;
}

describe("chunks", () => {
  test("cover every run once, whatever the sweep; shards deal them out", () => {
    const size = fc.record({
      values: fc.integer({ min: 1, max: 40 }),
      repetitions: fc.integer({ min: 1, max: 5000 }),
      of: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(size, ({ values, repetitions, of }) => {
        const parameters = [{ path: "p", steps: ["p"], values: Array.from({ length: values }, (_, at) => at) }];
        const cut = { design: "full_factorial" as const, parameters, repetitions };
        const shards = Array.from({ length: of }, (_, at) => chunksOf(cut, { index: at + 1, of }));
        const numbers = shards.flat().sort((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: chunkCount(cut) }, (_, at) => at));
        let next = 0;
        for (const number of numbers) {
          const { from, to } = chunkAt(cut, number);
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          expect(chunkOf(cut, from)).toBe(number);
          expect(chunkOf(cut, to - 1)).toBe(number);
          next = to;
        }
        expect(next).toBe(runsIn(cut));
        expect(() => chunkAt(cut, numbers.length)).toThrow(RangeError);
      }),
    );
  });
});

describe("rows", () => {
  test("every run of every combination, in order", () => {
    expect(lines).toHaveLength(240);
    for (const [at, line] of lines.entries()) {
      expect([cell(line, "combination"), cell(line, "run"), cell(line, "seed")]).toEqual([
        `${Math.floor(at / 60) + 1}`,
        `${at % 60}`,
        `s/${at % 60}`,
      ]);
    }
    expect(cell(lines[60] as string, "minutes")).toBe("10");
  });

  test("the order in which chunks are played changes nothing", () => {
    expect(linesOf(sweep, chunksOf(sweep, null).reverse())).toEqual(lines);
  });

  test("are what simulate makes of the scenario of the combination", () => {
    for (const number of [0, 2]) {
      const mine = readCombination(sweep, number).scenario as Scenario;
      const { utilities, outcomes } = simulate({ scenario: mine, runs: 60, seed: "s" });
      const rows = lines.slice(number * 60, number * 60 + 60);
      const sum = rows.reduce((total, row) => total + Number(cell(row, "utility_buyer")), 0);
      expect(sum / 60).toBeCloseTo(utilities.buyer?.mean ?? 0, 10);
      expect(rows.filter((row) => cell(row, "outcome") === "signed")).toHaveLength(outcomes.signed);
    }
  });

  test("a combination that is no scenario fails with its number", () => {
    const wrong = sweepOf("scenario: x\nvary: { protocol.rounds: [4, 0] }\nrepetitions: 50\n");
    const play = openSweep(wrong);
    expect(() => play(chunkAt(wrong, 1))).toThrow("combination 2");
  });
});

describe("the tally takes nothing but the right rows", () => {
  test.each([
    ["a row twice", (rows: string[]) => [rows[0] as string, ...rows]],
    ["a row that is missing", (rows: string[]) => rows.filter((_, at) => at !== 7)],
    ["the last row missing", (rows: string[]) => rows.slice(0, -1)],
    ["one too many", (rows: string[]) => [...rows, rows[0] as string]],
    ["a row that is cut", (rows: string[]) => rows.map((row, at) => (at === 9 ? row.slice(0, 12) : row))],
  ])("%s", (_, change) => {
    expect(() => tallied(change([...lines]))).toThrow(WrongRow);
  });
});

describe("the summary", () => {
  const figures = tallied(lines);
  const rows = figures.flatMap((each) => summaryRows(sweep, metrics, each, figures[0] as Figures));
  const ofSummary = summaryColumns(sweep, metrics);
  const of = (number: number, metric: string, name: string): unknown => {
    const row = rows.find((each) => each[0] === number && each.includes(metric)) ?? [];
    return row[ofSummary.findIndex((column) => column.name === name)];
  };

  test("a row for each combination and metric, a cell for each column", () => {
    const names = [
      "signed",
      "rounds",
      "worth.buyer",
      "worth.seller",
      "worth.clerk",
      "clause.price.middle",
      "clause.days.2",
    ];
    expect(metrics.map(({ name }: Metric) => name)).toEqual(names);
    expect(rows).toHaveLength(combinations(sweep) * names.length);
    for (const row of rows) expect(row).toHaveLength(ofSummary.length);
  });

  test("means are those of the rows", () => {
    const rounds = lines.slice(0, 60).map((line) => Number(cell(line, "rounds")));
    expect(of(1, "rounds", "mean")).toBeCloseTo(rounds.reduce((a, b) => a + b, 0) / 60, 12);
    const middle = lines.slice(0, 60).filter((line) => cell(line, "package_price") === "middle");
    expect(of(1, "clause.price.middle", "mean")).toBe(middle.length / 60);
  });

  test("what changes nothing makes a difference of exactly zero", () => {
    expect(combinationText(sweep, 1)).toBe("parties.buyer.walk_away.at = 20, minutes = 10");
    for (const { name } of metrics) {
      expect([of(2, name, "difference"), of(2, name, "difference_standard_error")]).toEqual([0, 0]);
    }
    for (const bound of ["low_90", "high_90", "low_95", "high_95"]) {
      expect(of(2, "worth.buyer", `difference_${bound}`)).toBe(0);
    }
  });

  test("a difference is that of the means, and surer than if the two had nothing in common", () => {
    const difference = of(3, "worth.buyer", "difference") as number;
    expect(difference).not.toBe(0);
    expect(difference).toBeCloseTo(
      (of(3, "worth.buyer", "mean") as number) - (of(1, "worth.buyer", "mean") as number),
      10,
    );
    const error = (number: number): number => of(number, "worth.buyer", "standard_error") as number;
    const independent = Math.sqrt(error(1) * error(1) + error(3) * error(3));
    expect(of(3, "worth.buyer", "difference_standard_error") as number).toBeLessThan(independent);
  });

  test("of one run there is a mean and no error", () => {
    const one = sweepOf("scenario: x\nvary: { protocol.rounds: [6] }\nrepetitions: 1\nmetrics: [rounds]\n");
    const single: Figures = { combination: 0, byMetric: [Float64Array.of(4)] };
    const rounds = metricsOf(["rounds"], scenario, columns);
    const [row] = summaryRows(one, rounds, single, single);
    expect(row?.slice(3)).toEqual([1, 4, null, null, null, null, null, 0, null, null, null, null, null]);
  });
});

test("cells come back from a line of CSV as they went in", () => {
  const text = fc
    .oneof(fc.string(), fc.constantFrom("=1+1", "-2", "@x", 'a "b", c', "", ",", '"'))
    .filter((each) => !/[\r\n]/.test(each));
  const named = columns.slice(0, 3);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
      // An apostrophe before a sign is taken for the guard: no id, number or seed of ours begins so.
      fc.pre(cells.every((each) => !each.startsWith("'")));
      expect(parseCsvLine(CSV.rows(named, [cells]).slice(0, -2))).toEqual(cells);
    }),
  );
});
