import { findScenario } from "./data.ts";
import type { Diagnostic, Locate } from "./diagnostic.ts";
import type { Finding } from "./findings.ts";
import { LIMITS } from "./limits.ts";
import type { Places } from "./places.ts";
import type { Scenario } from "./types.ts";
import { readYaml } from "./yaml.ts";

/** What a text says as a scenario. `scenario` is null where a diagnostic is an error. */
export interface Checked {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** In the order of the file; where two stand at one place, the worse one first. */
function diagnosticsOf(list: readonly Finding[], places: Places, file: string): Diagnostic[] {
  const all = list.map(({ severity, code, path, atKey, offset, message }): Diagnostic => {
    const { line, column } = offset === undefined ? places.of(path, atKey) : places.at(offset);
    return { file, line, column, severity, code, message, path };
  });
  return all.sort(
    (a, b) =>
      a.line - b.line || a.column - b.column || (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1),
  );
}

/** An offset past every file: its end. */
const END = Number.MAX_SAFE_INTEGER;

/** A hostile file may have a hundred thousand faults; the first few hundred say as much. Errors go before warnings. */
function cut(list: readonly Finding[]): readonly Finding[] {
  if (list.length <= LIMITS.diagnostics) return list;
  const errors = list.filter(({ severity }) => severity === "error");
  const warnings = list.filter(({ severity }) => severity === "warning");
  const kept = [...errors, ...warnings].slice(0, LIMITS.diagnostics);
  const message = `${list.length - kept.length} more are not shown. Mend these first.`;
  const severity = errors.length > 0 ? "error" : "warning";
  return [...kept, { severity, code: "more", path: [], atKey: false, offset: END, message }];
}

/**
 * Reads a scenario file (YAML, or JSON) from text that nobody vouches for, and says everything that is wrong with it
 * at once. Never throws.
 * @param file the name that diagnostics give it
 */
export function checkScenario(text: string, file = "scenario.yaml"): Checked {
  const { value, places, findings } = readYaml(text);
  const scenario = findScenario(value, findings);
  return {
    scenario: findings.failed ? null : scenario,
    diagnostics: diagnosticsOf(cut(findings.list), places, file),
    locate: (path) => places.of(path),
  };
}
