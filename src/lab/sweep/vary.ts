import type * as z from "zod";
import { isPlainMap, type Json } from "../../exact/json.ts";
import { ROUNDING_ALLOWANCE } from "../../exact/tolerance.ts";
import type { Diagnostics, Path } from "../../scenario/diagnostics.ts";
import { reportInvalid, reportMissingKey, type ShapeIssue } from "../../scenario/shape/messages.ts";
import { valueAt } from "../../scenario/shape/partial.ts";
import { didYouMean, quote } from "../../scenario/suggest.ts";
import { listShape, rangeShape, SWEEP_LIMITS } from "./shape.ts";

function reportIssue(
  issue: ShapeIssue,
  value: unknown,
  keys: readonly string[],
  at: Path,
  diagnostics: Diagnostics,
): void {
  const path = [...at, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const message = `There is no key ${quote(key)} here. ${didYouMean(key, keys, "Keys")}`;
      diagnostics.errorAtKey("unknown-key", [...path, key], message);
    }
    return;
  }
  const found = valueAt(value, path.slice(at.length));
  if (found === undefined) reportMissingKey(diagnostics, path);
  else if (issue.code === "custom") diagnostics.error("bad-range", path, "A step of 0 never arrives. Write another.");
  else reportInvalid(diagnostics, issue, path, found);
}

/** A part of a sweep file that has this shape; undefined where it has not, which is told. */
export function parseShape<Shape extends z.ZodObject>(
  shape: Shape,
  value: unknown,
  at: Path,
  diagnostics: Diagnostics,
): z.infer<Shape> | undefined {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const keys = Object.keys(shape.shape);
  for (const issue of result.error.issues) reportIssue(issue, value, keys, at, diagnostics);
  return undefined;
}

/** One thing that is varied, as the file has it. */
export interface Varied {
  /** `parties.us.walk_away.at`, or `seats.us`. */
  readonly path: string;
  /** The baseline first; at least one. */
  readonly values: readonly Json[];
  /** Where the path stands in the sweep file. */
  readonly at: Path;
  /** Where value i stands; the values of a range stand where the range does. */
  readonly valueAt: (index: number) => Path;
}

/** Digits after the point in a number as it is written. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

/**
 * The values of a range, as decimal fractions are counted by people: 0, 0.1, 0.2, 0.3 and not 0.30000000000000004.
 * @returns null when they are too many, or none because the step leads away
 */
function rangeValues(from: number, to: number, step: number): number[] | null {
  const steps = Math.floor((to - from) / step + ROUNDING_ALLOWANCE);
  if (!(steps >= 0 && steps < SWEEP_LIMITS.valuesOfOne)) return null;
  const decimals = Math.min(15, Math.max(decimalsOf(from), decimalsOf(step)));
  return Array.from({ length: steps + 1 }, (_, at) => Number((from + at * step).toFixed(decimals)));
}

/** YAML knows infinities; a scenario and JSON do not. */
function checkFinite(value: unknown, at: Path, diagnostics: Diagnostics): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    diagnostics.error("wrong-type", at, "This is no finite number. Write it in digits.");
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkFinite(item, [...at, index], diagnostics);
  } else if (isPlainMap(value)) {
    for (const [key, item] of Object.entries(value)) checkFinite(item, [...at, key], diagnostics);
  }
}

function listedValues(
  path: string,
  values: readonly unknown[],
  at: Path,
  inside: Path,
  diagnostics: Diagnostics,
): Varied {
  checkFinite(values, inside, diagnostics);
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const text = JSON.stringify(value);
    if (seen.has(text)) {
      diagnostics.warn("same-value", [...inside, index], `${quote(path)} takes the value ${quote(value)} twice.`);
    }
    seen.set(text, index);
  }
  // Without tags, YAML holds nothing but infinities that JSON cannot.
  return { path, values: values as Json[], at, valueAt: (index) => [...inside, index] };
}

function variedBy(path: string, spec: unknown, at: Path, diagnostics: Diagnostics): Varied | null {
  if (Array.isArray(spec)) {
    if (spec.length > 0 && spec.length <= SWEEP_LIMITS.valuesOfOne)
      return listedValues(path, spec, at, at, diagnostics);
    const message = `${quote(path)} has ${spec.length} values; it takes 1 to ${SWEEP_LIMITS.valuesOfOne}.`;
    diagnostics.error("bad-range", at, message);
    return null;
  }
  if (!isPlainMap(spec)) {
    const message = `${quote(path)} needs values: a list such as [1, 2], or { from: 1, to: 5, step: 2 }.`;
    diagnostics.error("wrong-type", at, message);
    return null;
  }
  if (Object.hasOwn(spec, "values")) {
    const list = parseShape(listShape, spec, at, diagnostics);
    return list ? listedValues(path, list.values, at, [...at, "values"], diagnostics) : null;
  }
  const range = parseShape(rangeShape, spec, at, diagnostics);
  if (!range) return null;
  const values = rangeValues(range.from, range.to, range.step);
  if (values) return { path, values, at, valueAt: () => at };
  const message = `From ${range.from} to ${range.to} in steps of ${range.step} there are no values, or more than ${SWEEP_LIMITS.valuesOfOne}. Change the step.`;
  diagnostics.error("bad-range", at, message);
  return null;
}

function mapped(map: Readonly<Record<string, unknown>>, at: Path, diagnostics: Diagnostics): (Varied | null)[] {
  return Object.entries(map).map(([path, spec]) => variedBy(path, spec, [...at, path], diagnostics));
}

/** An item of a list: `{ path: protocol.rounds, values: [6, 8] }`, or `protocol.rounds: [6, 8]`. */
function itemsOf(entry: unknown, at: Path, diagnostics: Diagnostics): (Varied | null)[] {
  if (isPlainMap(entry) && typeof entry.path === "string") return [variedBy(entry.path, entry, at, diagnostics)];
  if (isPlainMap(entry) && !["values", "from", "to", "step"].some((key) => Object.hasOwn(entry, key))) {
    return mapped(entry, at, diagnostics);
  }
  const message = "An item of vary needs a path: { path: protocol.rounds, values: [6, 8] }.";
  diagnostics.error("missing-key", at, message);
  return [null];
}

/** What `vary` says, as a map from path to values or as a list. What is wrong is told. */
export function readVary(vary: unknown, diagnostics: Diagnostics): Varied[] {
  const at: Path = ["vary"];
  if (!isPlainMap(vary) && !Array.isArray(vary)) {
    diagnostics.error("wrong-type", at, "vary is a map from paths to values: { protocol.rounds: [6, 8] }.");
    return [];
  }
  const found = Array.isArray(vary)
    ? vary.flatMap((entry, index) => itemsOf(entry, [...at, index], diagnostics))
    : mapped(vary, at, diagnostics);
  if (found.length === 0) diagnostics.error("no-values", at, "vary names nothing. Add a path with its values.");
  if (found.length > SWEEP_LIMITS.parameters) {
    diagnostics.error(
      "too-many",
      at,
      `vary names ${found.length} paths; at most ${SWEEP_LIMITS.parameters} are varied.`,
    );
  }
  return found.filter((varied) => varied !== null);
}
