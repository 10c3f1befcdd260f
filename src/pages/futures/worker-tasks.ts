import { analyse } from "../../bargaining/analysis.ts";
import { bestOf } from "../../bargaining/zone.ts";
import { analysisPlot } from "../../charts/analysis-plot.ts";
import { at } from "../../exact/at.ts";
import { beginForecast, type Forecast, mergeForecast } from "../../lab/futures/forecast.ts";
import type { FutureRows } from "../../lab/futures/futures.ts";
import { beginWhatIf, mergeWhatIf, type PairRows } from "../../lab/futures/what-if.ts";
import type { RunBlock } from "../../lab/runs/rows.ts";
import { openTally, playRuns, prepare, type SimulationResult, seedOfRun } from "../../lab/runs/simulate.ts";
import { betterForAll, scenarioAtEnd, zoneAtEnd } from "../../play/end.ts";
import { tableModel } from "../../table/model.ts";
import type {
  ForecastWorkerJob,
  FuturesJob,
  JobResults,
  MachinesWorkerJob,
  Possible,
  PossibleWorkerJob,
  Task,
  WhatIfSamples,
  WhatIfWorkerJob,
} from "./jobs.ts";

/** Works out what the table could have signed, by how it ended. @throws RangeError as {@link analyse} */
function possible({ scenario, end, round, language, width }: PossibleWorkerJob): Possible {
  const model = tableModel(scenario);
  const zone = zoneAtEnd(model, end);
  const ended = scenarioAtEnd(scenario, end);
  const analysis = analyse(ended, { round });
  const signed = end.signed < 0 ? null : model.partyModels.map(({ worth }) => at(worth, end.signed));
  const look = { language, width, id: "possible" };
  return {
    analysis,
    zoneSize: zone.length,
    bestInZone: model.partyModels.map(({ worth }) => bestOf(zone, worth)),
    better: betterForAll(model, end).length,
    signed,
    plot: analysisPlot(ended, analysis, look, signed && { utilities: signed }),
  };
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
      whatIf: mergeWhatIf(frame, parts),
      asItWas: resultsOf(parts.map((part) => part.asItWas)),
      changed: resultsOf(parts.map((part) => part.changed)),
    }),
  };
}

function whatWasPossible(job: PossibleWorkerJob): Task<Possible, Possible> {
  return { part: () => possible(job), whole: (parts) => at(parts, 0) };
}

/** Begins a job of any kind. @throws Error that says what is wrong with the job */
function taskFor(job: FuturesJob): Task<unknown, JobResults[keyof JobResults]> {
  switch (job.kind) {
    case "machines":
      return machines(job);
    case "forecast":
      return forecast(job);
    case "what_if":
      return whatIf(job);
    case "possible":
      return whatWasPossible(job);
  }
}

/** What a worker does for the page. Jobs are told apart by a number that the page gives them. */
export interface WorkerApi {
  /** Gets ready for a job. @throws Error that says what is wrong with it */
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
    if (!found) throw new Error(`job ${id} has not been begun`);
    return found;
  };
  return {
    begin: (id, job) => void tasks.set(id, taskFor(job)),
    part: (id, from, to) => taskOf(id).part(from, to),
    whole: (id, parts) => taskOf(id).whole(parts),
    forget: (id) => void tasks.delete(id),
  };
}
