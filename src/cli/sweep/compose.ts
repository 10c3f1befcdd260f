import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Codebook, Column, Row } from "../../lab/runs/table-format.ts";
import { CSV, HOW_TO_READ, parseCsvLine } from "../../lab/runs/table-format.ts";
import { runsIn } from "../../lab/sweep/chunks.ts";
import { readCombination } from "../../lab/sweep/combination-checks.ts";
import { combinations, type Sweep } from "../../lab/sweep/definition.ts";
import { type Metric, metricsOf } from "../../lab/sweep/metrics.ts";
import { type Figures, SweepTally, sweepColumns } from "../../lab/sweep/rows.ts";
import { type Effect, hasEffects, SweepEffects, summaryColumns, summaryRows } from "../../lab/sweep/summary.ts";
import { ENGINE, scenarioHash } from "../../play/seal.ts";
import type { Scenario } from "../../scenario/types.ts";
import { fileError } from "../errors.ts";
import { codebookOf } from "../tables/table-output.ts";
import { json } from "../text/json.ts";
import { sweepCharts } from "./charts.ts";
import { writeDurably } from "./durable.ts";
import { makeFolder } from "./folder.ts";

export const RUNS = "runs.csv";
const SUMMARY = "summary.csv";
const CHARTS = "charts";

/** What a whole sweep came to. */
export interface ComposedSweep {
  readonly scenario: Scenario;
  readonly metrics: readonly Metric[];
  /** By combination, then by metric. */
  readonly summary: readonly Row[];
  readonly charts: number;
}

/** The scenario of the baseline. @throws CliError (exit 1) when it is none: then the sweep was stored unchecked */
function baselineOf(sweep: Sweep): Scenario {
  const { scenario } = readCombination(sweep, 0);
  if (scenario) return scenario;
  throw fileError("The scenario of this sweep is wrong. Run the sweep anew from its file.");
}

/** Follows the rows of all runs in order and makes a summary of them. */
function openSummary(sweep: Sweep, metrics: readonly Metric[], columns: readonly Column[]) {
  const effects = hasEffects(sweep, metrics) ? new SweepEffects(sweep, metrics) : null;
  const summary: Row[] = [];
  let baseline: Figures | null = null;
  const tally = new SweepTally(sweep, metrics, columns, (figures) => {
    baseline ??= figures;
    summary.push(...summaryRows(sweep, metrics, figures, baseline));
    effects?.add(figures);
  });
  return {
    add: (line: string): void => tally.add(parseCsvLine(line)),
    /** No more rows come. @throws WrongRow when some are missing */
    end: (): void => tally.end(),
    summary,
    effects: (): Effect[] => effects?.effects() ?? [],
  };
}

interface TableFile {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly about: string;
}

function writeCodebook(folder: string, sweep: Sweep, scenario: Scenario, { name, columns, about }: TableFile): void {
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
  const drawn = sweepCharts(sweep, scenario, metrics, effects);
  if (drawn.length > 0) makeFolder(charts);
  for (const { name, svg } of drawn) writeDurably(join(charts, name), [svg]);
  return drawn.length;
}

/**
 * Writes all that a complete sweep has to give: the tables with their codebooks, and the charts.
 * @param lines of all runs, in order, as CSV without a head
 * @throws WrongRow when a line is not that of the run that should come next
 * @throws CliError (exit 1) when a file cannot be written
 */
export function composeSweep(folder: string, sweep: Sweep, lines: Iterable<string>): ComposedSweep {
  const scenario = baselineOf(sweep);
  const columns = sweepColumns(sweep, scenario);
  const metrics = metricsOf(sweep.metrics, scenario, columns);
  const { add, end, summary, effects } = openSummary(sweep, metrics, columns);
  function* rows(): Generator<string, void> {
    yield CSV.head(columns);
    for (const line of lines) {
      add(line);
      yield `${line}\r\n`;
    }
    // Rows that are missing are told before the file has its name.
    end();
  }
  writeDurably(join(folder, RUNS), rows());
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
  return { scenario, metrics, summary, charts: writeCharts(folder, sweep, scenario, metrics, effects()) };
}
