/**
 * Where a scenario file is checked, rung by rung. Each rung goes on with what the one before it left whole, so that an author
 * hears of everything at once; errors are values with a code and a place.
 *
 *     text      text/yaml.ts             YAML 1.2 (or JSON) to plain data, with the way back to its lines
 *               lint/characters.ts       characters by which a text could pass for another
 *     shape     shape/validate.ts        keys and types, by the shapes of which the JSON Schema is made
 *     resolve   resolve/scenario.ts      defaults filled in, ids to indexes: a `Scenario`
 *     lint      lint/lint.ts             what exists and can never matter
 *
 * The door is `readScenario` (play/read.ts): it asks `parseScenario` here, and then whether the scenario can be played. A
 * scenario from a record has been through that door once and is a `Scenario` already: stored/parse.ts.
 */
import type { Diagnostic, Diagnostics, Locate, UnplacedDiagnostic } from "./diagnostics.ts";
import { LIMITS } from "./limits.ts";
import { lintCharacters } from "./lint/characters.ts";
import { lintScenario } from "./lint/lint.ts";
import { resolveScenario } from "./resolve/scenario.ts";
import { validateShape } from "./shape/validate.ts";
import { placedDiagnostics } from "./text/source-places.ts";
import { readYaml } from "./text/yaml.ts";
import type { Scenario } from "./types.ts";

/** What a text says as a scenario. `scenario` is null where a diagnostic is an error. */
interface ParsedScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Where two stand at one place, the worse one is told first. */
function errorsFirst(list: readonly UnplacedDiagnostic[]): UnplacedDiagnostic[] {
  return [
    ...list.filter(({ severity }) => severity === "error"),
    ...list.filter(({ severity }) => severity === "warning"),
  ];
}

/** An offset past every file: its end. */
const END = Number.MAX_SAFE_INTEGER;

/** A hostile file may have a hundred thousand faults; the first few hundred say as much. */
function capped(list: readonly UnplacedDiagnostic[]): readonly UnplacedDiagnostic[] {
  const shown = errorsFirst(list).slice(0, LIMITS.diagnostics);
  if (shown.length === list.length) return shown;
  const message = `${list.length - shown.length} more are not shown. Mend these first.`;
  const severity = shown[0]?.severity ?? "error";
  return errorsFirst([...shown, { severity, code: "more", path: [], atKey: false, offset: END, message }]);
}

/**
 * Reads a scenario file (YAML, or JSON) from untrusted text, and says everything that is wrong with it at once. Never throws.
 * @param file the name that diagnostics give it
 */
export function parseScenario(text: string, file = "scenario.yaml"): ParsedScenario {
  const { value, places, diagnostics } = readYaml(text);
  const scenario = parseScenarioData(value, diagnostics);
  return {
    scenario: diagnostics.failed ? null : scenario,
    diagnostics: placedDiagnostics(capped(diagnostics.list), places, file),
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
