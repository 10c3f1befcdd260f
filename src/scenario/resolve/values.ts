import type * as z from "zod";
import { equalWithin } from "../../exact/tolerance.ts";
import type { Path } from "../diagnostics.ts";
import type { valuesShape } from "../shape/issues.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import { ID_PATTERN } from "../shape/primitives.ts";
import { listed, quote } from "../suggest.ts";
import { type IssueValues, NO_GROUNDS } from "../types.ts";
import type { Context, Ids } from "./context.ts";
import { issueKey, optionAt } from "./terms.ts";
import { groundsOf, wantGrounds } from "./texts.ts";

type RawIssueValues = DeepPartial<z.infer<typeof valuesShape>>;
type RawValues = Readonly<Record<string, RawIssueValues | undefined>>;
type RawAmounts = Readonly<Record<string, number | undefined>>;

function checkScale(context: Context, value: number, path: Path): void {
  if (value <= context.scale) return;
  const message = `${value} is more than the scale, ${context.scale}: this option is worth more than its weight. Use 0 to ${context.scale}.`;
  context.diagnostics.warn("value-above-scale", path, message);
}

/** Straight lines between the given numbers, level before the first and after the last. */
function interpolated(knots: readonly (readonly [number, number])[], at: number): number {
  const after = knots.findIndex(([x]) => x >= at);
  const [highX, highY] = knots[after] ?? knots.at(-1) ?? [0, 0];
  const [lowX, lowY] = knots[after - 1] ?? [highX, highY];
  return after <= 0 || highX === at ? highY : lowY + ((highY - lowY) * (at - lowX)) / (highX - lowX);
}

function integerValues(context: Context, ids: Ids, raw: RawAmounts, path: Path): number[] {
  const knots: [number, number][] = [];
  for (const [key, value] of entriesOf(raw)) {
    checkScale(context, value, [...path, key]);
    if (/^-?(0|[1-9][0-9]{0,9})$/.test(key)) knots.push([Number(key), value]);
    else
      context.diagnostics.errorAtKey(
        "unknown-option",
        [...path, key],
        `${quote(key)} is no whole number. Options: ${listed(ids.list)}.`,
      );
  }
  knots.sort(([a], [b]) => a - b);
  if (Object.keys(raw).length === 0) {
    const message = `No number says what it is worth. Give at least the first and the last: { ${ids.list[0]}: …, ${ids.list.at(-1)}: … }.`;
    context.diagnostics.error("missing-option", path, message);
  }
  return ids.list.map((id) => interpolated(knots, Number(id)));
}

function namedValues(context: Context, issue: number, ids: Ids, raw: RawAmounts, path: Path): number[] {
  for (const [id, value] of entriesOf(raw)) {
    optionAt(context, issue, id, [...path, id], true);
    checkScale(context, value, [...path, id]);
  }
  // A value of the wrong shape was told already; its key is there all the same.
  const missing = ids.list.filter((id) => !Object.hasOwn(raw, id) && ID_PATTERN.test(id));
  if (missing.length > 0) {
    const issueId = context.names.issues.list[issue] ?? "";
    const message = `The issue ${quote(issueId)} has options that are not valued here: ${listed(missing)}. Say what they are worth; 0 for nothing.`;
    context.diagnostics.error("missing-option", path, message);
  }
  return ids.list.map((id) => raw[id] ?? 0);
}

/**
 * What the issues are worth to one party, in the order of the issues.
 * @param integers by issue, whether it is an integer issue
 */
export function valuesOf(
  context: Context,
  raw: RawValues | undefined,
  integers: readonly boolean[],
  path: Path,
): IssueValues[] {
  const values: IssueValues[] = context.names.options.map((ids) => ({
    weight: 0,
    options: (ids?.list ?? []).map(() => 0),
    grounds: NO_GROUNDS,
  }));
  for (const [id, given] of entriesOf(raw)) {
    const at = [...path, id];
    const issue = issueKey(context, id, at);
    const ids = context.names.options[issue];
    const grounds = groundsOf(context, given, at);
    wantGrounds(context, given, at, `What ${quote(id)} is worth`);
    if (!ids || given.options === undefined) continue;
    const options = integers[issue]
      ? integerValues(context, ids, given.options, [...at, "options"])
      : namedValues(context, issue, ids, given.options, [...at, "options"]);
    values[issue] = { weight: given.weight ?? 0, options, grounds };
  }
  return values;
}

/** Warns of weights that do not sum to the scale: percentages on the screen would not reach 100. */
export function checkWeights(context: Context, raw: RawValues | undefined, path: Path): void {
  const weights = Object.values(raw ?? {}).map((given) => given?.weight);
  // Broken ones were told; what they would sum to is not known.
  if (weights.includes(undefined)) return;
  const sum = weights.reduce((total: number, weight) => total + (weight ?? 0), 0);
  if (Math.abs(sum - context.scale) <= equalWithin(context.scale)) return;
  const shown = Math.round(sum * 1e6) / 1e6;
  context.diagnostics.warn(
    "weight-sum",
    path,
    `The weights sum to ${shown}, not to the scale, ${context.scale}. Change them, or the scale.`,
  );
}
