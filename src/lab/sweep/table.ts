import type { Json } from "../../exact/json.ts";
import { quote } from "../../scenario/suggest.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Cell, Column } from "../columns.ts";
import { runColumns } from "../rows.ts";
import { type Parameter, type Sweep, valuesOf, valueText } from "./definition.ts";
import { isSeat } from "./paths.ts";

function typeOf(values: readonly Json[]): Column["type"] {
  if (values.every((value) => Number.isSafeInteger(value))) return "whole";
  if (values.every((value) => typeof value === "number")) return "number";
  return values.every((value) => typeof value === "boolean") ? "truth" : "text";
}

function parameterColumn({ path, values }: Parameter): Column {
  const about = isSeat(path)
    ? `What the sweep varied: the tactic of ${quote(path.slice(path.indexOf(".") + 1))}, with its exponent where one was given.`
    : `What the sweep varied: ${quote(path)} of the scenario file. Maps and lists are written as JSON.`;
  return { name: path, type: typeOf(values), about };
}

/** The columns that say which combination a row belongs to: `combination`, and one for each parameter. */
export function combinationColumns({ parameters }: Pick<Sweep, "parameters">): Column[] {
  const about =
    "Number of the combination of values, from 1. Combination 1 is the baseline: the first value of each parameter.";
  return [{ name: "combination", type: "whole", about }, ...parameters.map(parameterColumn)];
}

/** The cells for {@link combinationColumns}. @param number from 0 */
export function combinationCells(sweep: Sweep, number: number): Cell[] {
  const values = valuesOf(sweep, number).map((value, at): Cell => {
    const texts = typeOf((sweep.parameters[at] as Parameter).values) === "text";
    return value === null || texts ? valueText(value) : (value as number | boolean);
  });
  return [number + 1, ...values];
}

/** The columns of the table with a row for each run. @param scenario of the baseline */
export function sweepColumns(sweep: Sweep, scenario: Scenario): Column[] {
  return runColumns(scenario, combinationColumns(sweep));
}
