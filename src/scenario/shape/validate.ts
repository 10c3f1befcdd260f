import * as z from "zod";
import type { Diagnostics, Path } from "../diagnostics.ts";
import { type ScenarioFile, scenarioFileShape } from "./file.ts";
import { reportInvalid, reportMissingKey, reportUnknownKey, type ShapeIssue } from "./messages.ts";
import { type DeepPartial, omitPaths, valueAt } from "./partial.ts";

type Known = WeakMap<object, readonly string[]>;

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "number" ? step : String(step)));
}

/**
 * Zod answers a union with the complaints of all its branches. Those of the branch that got past its own type are
 * what the author needs; where none did, the union's own words are.
 */
function flatten(issue: ShapeIssue, base: Path): ShapeIssue[] {
  const path = [...base, ...pathOf(issue.path)];
  if (issue.code === "invalid_union") {
    const near = issue.errors.find((branch) => branch.length > 0 && branch.every((inner) => !isOwnType(inner)));
    if (near) return near.flatMap((inner) => flatten(inner, path));
  }
  return [{ ...issue, path: [...path] }];
}

function isOwnType(issue: ShapeIssue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

/** Reports what Zod found, and returns the paths of what cannot be used. */
function report(issue: ShapeIssue, raw: unknown, known: Known, diagnostics: Diagnostics): Path[] {
  const path = pathOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) reportUnknownKey(diagnostics, [...path, key], known.get(issue.keys) ?? []);
    return issue.keys.map((key) => [...path, key]);
  }
  const value = valueAt(raw, path);
  if (value === undefined) reportMissingKey(diagnostics, path);
  else reportInvalid(diagnostics, issue, path, value);
  return [path];
}

/** Checks the shape of a file and returns what of it can be used. Never throws. */
export function validateShape(raw: unknown, diagnostics: Diagnostics): DeepPartial<ScenarioFile> {
  const known: Known = new WeakMap();
  const result = scenarioFileShape.safeParse(raw, {
    error: (issue) => {
      if (issue.code === "unrecognized_keys") {
        known.set(issue.keys, issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : []);
      }
      return undefined;
    },
  });
  const issues = result.error?.issues.flatMap((issue) => flatten(issue, [])) ?? [];
  const broken = issues.flatMap((issue) => report(issue, raw, known, diagnostics));
  // The file itself and not what Zod made of it, which has forgotten the order of keys. What is left of it has the shape.
  return omitPaths(raw, broken) as DeepPartial<ScenarioFile>;
}
