import type * as z from "zod";
import type { Findings, Path } from "../../scenario/findings.ts";
import { type ShapeIssue, sayBroken, sayMissing } from "../../scenario/shape-words.ts";
import { instead, quote } from "../../scenario/suggest.ts";

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

function say(issue: ShapeIssue, value: unknown, keys: readonly string[], at: Path, findings: Findings): void {
  const path = [...at, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const message = `There is no key ${quote(key)} here. ${instead(key, keys, "Keys")}`;
      findings.errorAtKey("unknown-key", [...path, key], message);
    }
    return;
  }
  const found = valueAt(value, issue.path);
  if (found === undefined) sayMissing(findings, path);
  else if (issue.code === "custom") findings.error("bad-range", path, "A step of 0 never arrives. Write another.");
  else sayBroken(findings, issue, path, found);
}

/** A part of a sweep file that has this shape; undefined where it has not, which is told. */
export function shaped<Shape extends z.ZodObject>(
  shape: Shape,
  value: unknown,
  at: Path,
  findings: Findings,
): z.infer<Shape> | undefined {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const keys = Object.keys(shape.shape);
  for (const issue of result.error.issues) say(issue, value, keys, at, findings);
  return undefined;
}
