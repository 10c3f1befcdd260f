/**
 * What a forecast takes for granted of the others, as data, so that screens can say it. Beside these figures: their walk-aways
 * do not drift, no commitment binds them beyond what it tells of them, and they neither use asides nor ask for a text.
 */
export interface Assumptions {
  /** Each issue's weight lies between the estimate divided by this and times this, evenly in its logarithm. */
  readonly weightFactor: number;
  /** So does each step in worth between two neighbouring options; their order of preference stays. */
  readonly stepFactor: number;
  /** An issue on which a party has shown nothing: it prefers one end or the other, with even chances. */
  readonly unknownIssues: "either_end";
  /** Walk-away as a share of what its best package is worth to it, drawn evenly in each run. */
  readonly walkAway: readonly [number, number];
  /** Exponent of its time-dependent tactic, drawn evenly in each run: 0.2 Boulware, 1 linear. */
  readonly exponent: readonly [number, number];
  /** Only what was called a red line in a refusal counts as one. */
  readonly redLines: "called";
  /** What may still happen is known to nobody at the table: nothing more does. */
  readonly events: "none_to_come";
  /** Runs that share one drawing of the others' values; the intervals allow for it. */
  readonly runsAWorld: number;
}

/** The assumptions that a forecast makes unless others are given. */
export const USUAL_ASSUMPTIONS: Assumptions = {
  weightFactor: 2,
  stepFactor: 2,
  unknownIssues: "either_end",
  walkAway: [0.4, 0.8],
  exponent: [0.2, 1],
  redLines: "called",
  events: "none_to_come",
  runsAWorld: 25,
};
