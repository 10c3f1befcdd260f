import { at } from "../../exact/at.ts";
import { hashOf } from "../../exact/hash.ts";
import type { Json } from "../../exact/json.ts";
import type { Path } from "../../scenario/diagnostics.ts";
import { isSeat, withValue } from "./paths.ts";
import type { Design } from "./shape.ts";

/** One choice of values: the index of the value of each parameter, in their order. */
type Combination = readonly number[];

/** How many combinations a design has. @param counts how many values each parameter has, each ≥ 1 */
function combinationCount(design: Design, counts: readonly number[]): number {
  return design === "full_factorial"
    ? counts.reduce((product, count) => product * count, 1)
    : counts.reduce((sum, count) => sum + count - 1, 1);
}

/**
 * A combination by its number, from 0. Number 0 is the baseline: the first value of every parameter. In a full factorial the last
 * parameter changes fastest, as in nested loops; one at a time goes through the further values of each parameter in turn.
 * @throws RangeError when there is none of this number
 */
function combinationAt(design: Design, counts: readonly number[], number: number): Combination {
  if (!(number >= 0 && number < combinationCount(design, counts))) {
    throw new RangeError(`there is no combination ${number}`);
  }
  const combination = counts.map(() => 0);
  let rest = number;
  if (design === "full_factorial") {
    for (let parameter = counts.length - 1; parameter >= 0; parameter--) {
      const count = at(counts, parameter);
      combination[parameter] = rest % count;
      rest = Math.floor(rest / count);
    }
    return combination;
  }
  for (const [parameter, count] of counts.entries()) {
    if (rest < count) {
      combination[parameter] = rest;
      return combination;
    }
    rest -= count - 1;
  }
  return combination;
}

/** One thing that is varied. */
export interface Parameter {
  /** As the sweep file has it: the name of its column too. */
  readonly path: string;
  /** Where it leads in the scenario file. */
  readonly steps: Path;
  /** The baseline first. */
  readonly values: readonly Json[];
}

/** A sweep with everything that it needs, and nothing of the machine that it was written on: plain data. */
export interface Sweep {
  readonly title: string | null;
  /** The scenario file as plain data, before anything is varied in it and before it is checked. */
  readonly scenario: Json;
  readonly parameters: readonly Parameter[];
  readonly design: Design;
  /** Runs of each combination. */
  readonly repetitions: number;
  /** Run k of every combination has the seed `seed/k`. */
  readonly seed: string;
  /** As the file has them, defaults filled in. */
  readonly metrics: readonly string[];
}

/**
 * SHA-256 over what the runs depend on. Title and metrics are not among it: another metric is another summary of the same
 * runs.
 */
export function sweepHash({ scenario, parameters, design, repetitions, seed }: Sweep): string {
  return hashOf({ scenario, parameters, design, repetitions, seed });
}

/** How many combinations there are. */
export function combinations({ design, parameters }: Pick<Sweep, "design" | "parameters">): number {
  return combinationCount(
    design,
    parameters.map(({ values }) => values.length),
  );
}

/** Combination `number`, from 0, the baseline. @throws RangeError when there is none */
export function combination({ design, parameters }: Sweep, number: number): Combination {
  return combinationAt(
    design,
    parameters.map(({ values }) => values.length),
    number,
  );
}

/** The value of every parameter in a combination. */
export function combinationValues(sweep: Sweep, number: number): Json[] {
  const chosen = combination(sweep, number);
  return sweep.parameters.map(({ values }, parameter) => at(values, at(chosen, parameter)));
}

const FILE_TACTIC = "default";

/** A seat's value as `--seat` has it: a kind, or a kind and its exponent; anything else stands as it is. */
function tacticValue(value: Json): Json {
  if (typeof value !== "string") return value;
  const [kind = "", exponent] = value.split(":");
  return exponent === undefined || !/^\d*\.?\d+$/.test(exponent)
    ? { kind: value }
    : { kind, exponent: Number(exponent) };
}

/** The scenario file with the values of a combination in it, as plain data. */
export function scenarioOf(sweep: Sweep, number: number): Json {
  const values = combinationValues(sweep, number);
  return sweep.parameters.reduce<Json>((file, { path, steps }, parameter) => {
    const value = at(values, parameter);
    if (!isSeat(path)) return withValue(file, steps, value);
    return value === FILE_TACTIC ? file : withValue(file, steps, tacticValue(value));
  }, sweep.scenario);
}

/** A value as it stands in a cell and in a message: texts as they are, maps and lists as JSON. */
export function valueText(value: Json): string {
  return typeof value === "string" && !/[\n\r]/.test(value) ? value : JSON.stringify(value);
}

/** `protocol.rounds = 6, seats.us = conceder`. */
export function combinationText(sweep: Sweep, number: number): string {
  const values = combinationValues(sweep, number);
  return sweep.parameters.map(({ path }, parameter) => `${path} = ${valueText(at(values, parameter))}`).join(", ");
}
