import type { Analysis } from "../../bargaining/analysis.ts";
import type { WhatIfChange } from "../../lab/futures/arms.ts";
import type { Forecast } from "../../lab/futures/forecast.ts";
import type { WhatIf } from "../../lab/futures/what-if.ts";
import type { SimulationResult } from "../../lab/runs/simulate.ts";
import type { Action } from "../../play/action.ts";
import type { TableEnd } from "../../play/end.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";

/** What the table could have signed, and where what it did sign lies. Worths are in the scenario's scale. */
export interface Possible {
  readonly analysis: Analysis;
  /** How many packages the zone of possible agreement had at the end. */
  readonly zoneSize: number;
  /** The most that a package of that zone was worth to each party; −Infinity where it was empty. */
  readonly bestInZone: readonly number[];
  /** How many packages would have been worth more than the signed one to some voter and less to none; 0: nothing was signed. */
  readonly better: number;
  /** What the signed package was worth by itself to each party; null: nothing was signed. */
  readonly signed: readonly number[] | null;
  /** The drawing, as SVG in the language asked for. */
  readonly plot: string;
}

interface Steps {
  /** How many equal steps it has, ≥ 1: futures, mostly. */
  readonly runs: number;
}

interface Seeded extends Steps {
  readonly seed: string;
}

/** Machines play a scenario many times, each seat with the file's tactic. */
export interface MachinesWorkerJob extends Seeded {
  readonly kind: "machines";
  readonly scenario: Scenario;
}

/** What an action would lead to, from what a seat may know. */
export interface ForecastWorkerJob extends Seeded {
  readonly kind: "forecast";
  readonly record: PlayRecord;
  readonly turn: number;
  readonly party: string;
  readonly action: Action;
}

/** What would have come of something else, among the parties as they are. */
export interface WhatIfWorkerJob extends Seeded {
  readonly kind: "what_if";
  readonly record: PlayRecord;
  readonly turn: number;
  readonly change: WhatIfChange;
  /** Whose result is compared. */
  readonly party: string;
}

/** What the table could have signed, and whether what it did sign was efficient: all that the result asks of a worker. */
export interface PossibleWorkerJob extends Steps {
  readonly kind: "possible";
  readonly scenario: Scenario;
  readonly end: TableEnd;
  /** The round in which it ended. */
  readonly round: number;
  readonly language: string;
  /** Of the drawing, in pixels. */
  readonly width: number;
}

/** What can be worked out beside the page; plain data, since it crosses to a worker. */
export type FuturesJob = MachinesWorkerJob | ForecastWorkerJob | WhatIfWorkerJob | PossibleWorkerJob;

/** What a change would have come to, and every result behind it, for a drawing: one entry a future, in the scenario's scale. */
export interface WhatIfSamples {
  readonly whatIf: WhatIf;
  readonly asItWas: Float64Array;
  readonly changed: Float64Array;
}

/** What each kind of job comes to; plain data too. */
export interface JobResults {
  readonly machines: SimulationResult;
  readonly forecast: Forecast;
  readonly what_if: WhatIfSamples;
  readonly possible: Possible;
}

export type JobOf<Kind extends keyof JobResults> = Extract<FuturesJob, { readonly kind: Kind }>;

/** This browser has no workers. */
export class NoWorkers extends Error {}

/** A worker could not be fetched, or has broken down. The next job starts new ones. */
export class WorkerBroken extends Error {}

/** Who waits for a job. */
export interface JobWatcher {
  /** Aborted: the job is given up. */
  readonly signal: AbortSignal;
  /** Steps that are finished, of all. */
  readonly onProgress: (done: number, of: number) => void;
}

/** A job under way in one worker: any stretch of its steps, and the whole from all stretches in order. */
export interface Task<Part, Result> {
  /** Works out steps `from` (included) to `to` (left out). */
  part(from: number, to: number): Part;
  whole(parts: readonly Part[]): Result;
}
