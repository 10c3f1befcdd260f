import type { Diagnostic, Diagnostics, Locate, UnplacedDiagnostic } from "./diagnostics.ts";
import { LIMITS } from "./limits.ts";
import { lintCharacters } from "./lint/characters.ts";
import { lintScenario } from "./lint/lint.ts";
import { resolveScenario } from "./resolve/scenario.ts";
import { validateShape } from "./shape/validate.ts";
import type { SourcePlaces } from "./text/source-places.ts";
import { readYaml } from "./text/yaml.ts";
import type { Scenario } from "./types.ts";

/** What a text says as a scenario. `scenario` is null where a diagnostic is an error. */
interface ParsedScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** In the order of the file; where two stand at one place, the worse one first. */
function diagnosticsOf(list: readonly UnplacedDiagnostic[], places: SourcePlaces, file: string): Diagnostic[] {
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
function capped(list: readonly UnplacedDiagnostic[]): readonly UnplacedDiagnostic[] {
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
export function parseScenario(text: string, file = "scenario.yaml"): ParsedScenario {
  const { value, places, diagnostics } = readYaml(text);
  const scenario = parseScenarioData(value, diagnostics);
  return {
    scenario: diagnostics.failed ? null : scenario,
    diagnostics: diagnosticsOf(capped(diagnostics.list), places, file),
    locate: (path) => places.of(path),
  };
}

/**
 * Reads a scenario from data, as a text of YAML or JSON gives it, and says everything that is wrong with it at once. Never throws.
 * @param value undefined: the text could not be read, as the diagnostics say already
 * @returns null where there is none to speak of; what is not null may still be wrong: look whether the diagnostics failed
 */
export function parseScenarioData(value: unknown, diagnostics: Diagnostics): Scenario | null {
  if (value === undefined) return null;
  if (value === null) {
    diagnostics.error(
      "empty-file",
      [],
      "The file is empty. A scenario begins with parley: 1, id, title, issues and parties.",
    );
    return null;
  }
  lintCharacters(value, diagnostics);
  const file = validateShape(value, diagnostics);
  const version = diagnostics.list.find(({ code }) => code === "wrong-version");
  // Nothing else can be said of a file of another version.
  if (version) diagnostics.list.splice(0, diagnostics.list.length, version);
  if (file === undefined || version) return null;
  const scenario = resolveScenario(file, value, diagnostics);
  if (!scenario) return null;
  // Also where something does not exist: an author wants to hear all of it.
  lintScenario(scenario, diagnostics);
  return scenario;
}
