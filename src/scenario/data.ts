import { checkParts } from "./check.ts";
import type { Findings } from "./findings.ts";
import { checkCharacters } from "./odd.ts";
import { resolveScenario } from "./resolve.ts";
import { checkShape } from "./shape-check.ts";
import type { Scenario } from "./types.ts";

/**
 * Reads a scenario from data, as a text of YAML or JSON gives it, and says everything that is wrong with it at once. Never throws.
 * @param value undefined: the text could not be read, as the findings say already
 * @returns null where there is none to speak of; what is not null may still be wrong: look whether the findings failed
 */
export function findScenario(value: unknown, findings: Findings): Scenario | null {
  if (value === undefined) return null;
  if (value === null) {
    findings.error(
      "empty-file",
      [],
      "The file is empty. A scenario begins with parley: 1, id, title, issues and parties.",
    );
    return null;
  }
  checkCharacters(value, findings);
  const file = checkShape(value, findings);
  const version = findings.list.find(({ code }) => code === "wrong-version");
  // Nothing else can be said of a file of another version.
  if (version) findings.list.splice(0, findings.list.length, version);
  if (file === undefined || version) return null;
  const scenario = resolveScenario(file, value, findings);
  if (!scenario) return null;
  // Also where something does not exist: an author wants to hear all of it.
  checkParts(scenario, findings);
  return scenario;
}
