import type { Forecast } from "../../lab/forecast.ts";
import type { SimulationResult } from "../../lab/tally.ts";
import type { Change, WhatIf } from "../../lab/what-if.ts";
import type { Action } from "../../play/action.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Possible } from "./possible.ts";

interface Steps {
  /** How many equal steps it has, ≥ 1: futures, mostly. */
  readonly runs: number;
}

interface Chanced extends Steps {
  readonly seed: string;
}

/** Machines play a scenario many times, each seat with the file's tactic. */
export interface MachinesJob extends Chanced {
  readonly kind: "machines";
  readonly scenario: Scenario;
}

/** What an action would lead to, from what a seat may know. */
export interface ForecastJob extends Chanced {
  readonly kind: "forecast";
  readonly record: PlayRecord;
  readonly turn: number;
  readonly party: string;
  readonly action: Action;
}

/** What would have come of something else, among the parties as they are. */
export interface WhatIfJob extends Chanced {
  readonly kind: "what_if";
  readonly record: PlayRecord;
  readonly turn: number;
  readonly change: Change;
  /** Whose result is told. */
  readonly party: string;
}

/** What the table could have signed, by the walk-aways of a round. */
export interface PossibleJob extends Steps {
  readonly kind: "possible";
  readonly scenario: Scenario;
  readonly round: number;
  /** The package that was signed; −1: none. */
  readonly signed: number;
  readonly language: string;
  /** Of the drawing, in pixels. */
  readonly width: number;
}

/** What can be worked out beside the page; plain data, since it crosses to a worker. */
export type Job = MachinesJob | ForecastJob | WhatIfJob | PossibleJob;

/** What a change would have come to, and every result behind it, for a drawing: one entry a future, in the scenario's scale. */
export interface BothWays {
  readonly told: WhatIf;
  readonly asItWas: Float64Array;
  readonly changed: Float64Array;
}

/** What each kind of job comes to; plain data too. */
export interface Results {
  readonly machines: SimulationResult;
  readonly forecast: Forecast;
  readonly what_if: BothWays;
  readonly possible: Possible;
}

export type JobOf<Kind extends keyof Results> = Extract<Job, { readonly kind: Kind }>;

/** A job under way in one worker: any stretch of its steps, and the whole from all stretches in order. */
export interface Task<Part, Result> {
  /** Works out steps `from` (included) to `to` (left out). */
  part(from: number, to: number): Part;
  whole(parts: readonly Part[]): Result;
}
