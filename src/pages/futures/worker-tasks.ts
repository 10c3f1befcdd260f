import { analyse } from "../../bargaining/analysis.ts";
import { analysisPlot } from "../../charts/analysis-plot.ts";
import { beginForecast, type Forecast, mergeForecast } from "../../lab/futures/forecast.ts";
import type { FutureRows } from "../../lab/futures/futures.ts";
import { beginWhatIf, mergeWhatIf, type PairRows } from "../../lab/futures/what-if.ts";
import type { RunBlock } from "../../lab/runs/rows.ts";
import { openTally, playRuns, prepare, type SimulationResult, seedOfRun } from "../../lab/runs/simulate.ts";
import { tableModel } from "../../table/model.ts";
import type {
  ForecastWorkerJob,
  FuturesJob,
  JobOf,
  JobResults,
  MachinesWorkerJob,
  Possible,
  PossibleWorkerJob,
  Task,
  WhatIfSamples,
  WhatIfWorkerJob,
} from "./jobs.ts";

/** Works out what the table could have signed by the walk-aways of a round. @throws RangeError as {@link analyse} */
function possible({ scenario, round, signed: pack, language, width }: PossibleWorkerJob): Possible {
  const analysis = analyse(scenario, { round });
  const signed = pack < 0 ? null : tableModel(scenario).partyModels.map(({ worth }) => worth[pack] as number);
  const look = { language, width, id: "possible" };
  return { analysis, signed, plot: analysisPlot(scenario, analysis, look, signed && { utilities: signed }) };
}

function machines({ scenario, seed, runs }: MachinesWorkerJob): Task<RunBlock, SimulationResult> {
  const prepared = prepare({ scenario });
  return {
    part: (from, to) => playRuns(prepared, (run) => seedOfRun(seed, run), from, to),
    whole(parts) {
      const tally = openTally(prepared.compiled.model, runs);
      for (const part of parts) tally.add(part);
      return tally.result(scenario, seed);
    },
  };
}

function forecast({ record, turn, action, party, runs, seed }: ForecastWorkerJob): Task<FutureRows, Forecast> {
  const { header: frame, chunk } = beginForecast(record, turn, action, { party, runs, seed });
  return { part: chunk, whole: (parts) => mergeForecast(frame, parts) };
}

function resultsOf(parts: readonly FutureRows[]): Float64Array {
  return Float64Array.from(parts.flatMap(({ result }) => [...result]));
}

function whatIf({ record, turn, change, party, runs, seed }: WhatIfWorkerJob): Task<PairRows, WhatIfSamples> {
  const { header: frame, chunk } = beginWhatIf(record, turn, change, { party, runs, seed });
  return {
    part: chunk,
    whole: (parts) => ({
      told: mergeWhatIf(frame, parts),
      asItWas: resultsOf(parts.map((part) => part.asItWas)),
      changed: resultsOf(parts.map((part) => part.changed)),
    }),
  };
}

function whatWasPossible(job: PossibleWorkerJob): Task<Possible, Possible> {
  return { part: () => possible(job), whole: ([only]) => only as Possible };
}

/** How each kind of job is begun. @throws whatever is wrong with the job */
const TASKS: { readonly [Kind in keyof JobResults]: (job: JobOf<Kind>) => Task<unknown, JobResults[Kind]> } = {
  machines,
  forecast,
  what_if: whatIf,
  possible: whatWasPossible,
};

/** What a worker does for the page. Jobs are told apart by a number that the page gives them. */
export interface WorkerApi {
  /** Gets ready for a job. @throws whatever is wrong with it */
  begin(id: number, job: FuturesJob): void;
  /** Works out some of its steps. */
  part(id: number, from: number, to: number): unknown;
  /** The result of a job from the parts of all workers, in their order. */
  whole(id: number, parts: readonly unknown[]): JobResults[keyof JobResults];
  /** The job is done with. */
  forget(id: number): void;
}

/** Knows no worker: the page's own thread could do it as well, and tests do. */
export function createWorkerApi(): WorkerApi {
  const tasks = new Map<number, Task<unknown, JobResults[keyof JobResults]>>();
  const taskOf = (id: number): Task<unknown, JobResults[keyof JobResults]> => {
    const found = tasks.get(id);
    if (!found) throw new Error(`nobody has begun job ${id}`);
    return found;
  };
  return {
    begin(id, job) {
      const taskFor = TASKS[job.kind] as (job: FuturesJob) => Task<unknown, JobResults[keyof JobResults]>;
      tasks.set(id, taskFor(job));
    },
    part: (id, from, to) => taskOf(id).part(from, to),
    whole: (id, parts) => taskOf(id).whole(parts),
    forget: (id) => void tasks.delete(id),
  };
}
