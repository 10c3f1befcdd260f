import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Codebook, Column, Row } from "../../lab/columns.ts";
import { readCombination } from "../../lab/sweep/check.ts";
import { runsIn } from "../../lab/sweep/chunks.ts";
import { cellsOf } from "../../lab/sweep/csv-line.ts";
import { combinations, type Sweep } from "../../lab/sweep/definition.ts";
import { type Effect, Effects, hasEffects } from "../../lab/sweep/effects.ts";
import { type Metric, metricsOf } from "../../lab/sweep/metrics.ts";
import { summaryColumns, summaryRows } from "../../lab/sweep/summary.ts";
import { sweepColumns } from "../../lab/sweep/table.ts";
import { type Figures, Tally } from "../../lab/sweep/tally.ts";
import { CSV, HOW_TO_READ } from "../../lab/table-files.ts";
import { ENGINE } from "../../play/engine.ts";
import { scenarioHash } from "../../play/seal.ts";
import type { Scenario } from "../../scenario/types.ts";
import { json } from "../command.ts";
import { badFile } from "../halt.ts";
import { codebookOf } from "../table-out.ts";
import { chartsOf } from "./charts.ts";
import { writeDurably } from "./durable.ts";
import { makeFolder } from "./folder.ts";

export const RUNS = "runs.csv";
const SUMMARY = "summary.csv";
const CHARTS = "charts";

/** What a whole sweep came to. */
export interface Composed {
  readonly scenario: Scenario;
  readonly metrics: readonly Metric[];
  /** By combination, then by metric. */
  readonly summary: readonly Row[];
  readonly charts: number;
}

/** The scenario of the baseline. @throws Halt (exit 1) when it is none: whoever wrote it down did not check it */
export function baselineOf(sweep: Sweep): Scenario {
  const { scenario } = readCombination(sweep, 0);
  if (scenario) return scenario;
  throw badFile("The scenario of this sweep is wrong. Run the sweep anew from its file.");
}

interface Gathered {
  readonly summary: Row[];
  readonly effects: Effect[];
}

/** Follows the rows of all runs in order and makes a summary of them. */
function gathering(sweep: Sweep, metrics: readonly Metric[], width: number) {
  const effects = hasEffects(sweep, metrics) ? new Effects(sweep, metrics) : null;
  const summary: Row[] = [];
  let baseline: Figures | null = null;
  const tally = new Tally(sweep, metrics, width, (figures) => {
    baseline ??= figures;
    summary.push(...summaryRows(sweep, metrics, figures, baseline));
    effects?.add(figures);
  });
  return {
    add: (line: string) => tally.add(cellsOf(line)),
    end(): Gathered {
      tally.end();
      return { summary, effects: effects?.effects() ?? [] };
    },
  };
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly about: string;
}

function writeCodebook(folder: string, sweep: Sweep, scenario: Scenario, { name, columns, about }: Table): void {
  const codebook: Codebook = {
    parley: 1,
    table: name,
    format: "csv",
    about: `${about} ${HOW_TO_READ.csv}`,
    engine: ENGINE,
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    seed: sweep.seed,
    asked: runsIn(sweep),
    runs: runsIn(sweep),
    partial: false,
    columns,
  };
  writeDurably(join(folder, codebookOf(name)), [json(codebook)]);
}

function writeCharts(folder: string, sweep: Sweep, scenario: Scenario, metrics: readonly Metric[], effects: Effect[]) {
  const charts = join(folder, CHARTS);
  rmSync(charts, { recursive: true, force: true });
  const drawn = chartsOf(sweep, scenario, metrics, effects);
  if (drawn.length > 0) makeFolder(charts);
  for (const { name, svg } of drawn) writeDurably(join(charts, name), [svg]);
  return drawn.length;
}

/**
 * Writes all that a complete sweep has to give: the tables with their codebooks, and the charts.
 * @param lines of all runs, in order, as CSV without a head
 * @throws WrongRow when a line is not that of the run that should come next
 * @throws Halt (exit 1) when a file cannot be written
 */
export function compose(folder: string, sweep: Sweep, lines: Iterable<string>): Composed {
  const scenario = baselineOf(sweep);
  const columns = sweepColumns(sweep, scenario);
  const metrics = metricsOf(sweep.metrics, scenario, columns);
  const gather = gathering(sweep, metrics, columns.length);
  function* rows(): Generator<string, void> {
    yield CSV.head(columns);
    for (const line of lines) {
      gather.add(line);
      yield `${line}\r\n`;
    }
    // Rows that are missing are told before the file has its name.
    gathered = gather.end();
  }
  let gathered: Gathered | undefined;
  writeDurably(join(folder, RUNS), rows());
  const { summary, effects } = gathered as unknown as Gathered;
  const count = `${combinations(sweep)} combinations, ${sweep.repetitions} runs of each`;
  const aboutRuns = `Each row is a run: ${count}. A row plays again from the scenario of its combination (parley sweep --combination) with its seed (parley simulate --run-seed).`;
  writeCodebook(folder, sweep, scenario, { name: RUNS, columns, about: aboutRuns });
  const summaryTable = {
    name: SUMMARY,
    columns: summaryColumns(sweep, metrics),
    about: `Each row is a metric in a combination: ${count}.`,
  };
  const { columns: ofSummary } = summaryTable;
  writeDurably(join(folder, SUMMARY), [CSV.head(ofSummary), CSV.rows(ofSummary, summary)]);
  writeCodebook(folder, sweep, scenario, summaryTable);
  return { scenario, metrics, summary, charts: writeCharts(folder, sweep, scenario, metrics, effects) };
}
