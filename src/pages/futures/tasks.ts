import type { Forecast } from "../../lab/forecast.ts";
import { beginForecast, mergeForecast } from "../../lab/forecast.ts";
import type { FutureRows } from "../../lab/futures/futures.ts";
import type { RunBlock } from "../../lab/rows.ts";
import { playRuns, prepare, seedOfRun } from "../../lab/simulate.ts";
import { openTally, type SimulationResult } from "../../lab/tally.ts";
import { beginWhatIf, mergeWhatIf, type PairRows } from "../../lab/what-if.ts";
import type { BothWays, ForecastJob, JobOf, MachinesJob, PossibleJob, Results, Task, WhatIfJob } from "./jobs.ts";
import { type Possible, possible } from "./possible.ts";

function machines({ scenario, seed, runs }: MachinesJob): Task<RunBlock, SimulationResult> {
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

function forecast({ record, turn, action, party, runs, seed }: ForecastJob): Task<FutureRows, Forecast> {
  const { frame, chunk } = beginForecast(record, turn, action, { party, runs, seed });
  return { part: chunk, whole: (parts) => mergeForecast(frame, parts) };
}

function together(parts: readonly FutureRows[]): Float64Array {
  return Float64Array.from(parts.flatMap(({ result }) => [...result]));
}

function whatIf({ record, turn, change, party, runs, seed }: WhatIfJob): Task<PairRows, BothWays> {
  const { frame, chunk } = beginWhatIf(record, turn, change, { party, runs, seed });
  return {
    part: chunk,
    whole: (parts) => ({
      told: mergeWhatIf(frame, parts),
      asItWas: together(parts.map((part) => part.asItWas)),
      changed: together(parts.map((part) => part.changed)),
    }),
  };
}

function whatWasPossible(job: PossibleJob): Task<Possible, Possible> {
  return { part: () => possible(job), whole: ([only]) => only as Possible };
}

/** How each kind of job is begun. @throws whatever is wrong with the job */
export const TASKS: { readonly [Kind in keyof Results]: (job: JobOf<Kind>) => Task<unknown, Results[Kind]> } = {
  machines,
  forecast,
  what_if: whatIf,
  possible: whatWasPossible,
};
