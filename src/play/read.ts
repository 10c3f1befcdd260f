import type { Diagnostic } from "../scenario/diagnostic.ts";
import { checkScenario } from "../scenario/read.ts";
import type { Scenario } from "../scenario/types.ts";
import { prospects } from "../table/prospects.ts";

/** A scenario file as it was read: null when an error makes it unusable; the diagnostics are all there are, by place. */
export interface ReadScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a scenario file: syntax, shape, names, and what is in it for the parties. Never throws for what a file may hold.
 * @param text the file's text, YAML or JSON
 * @param file its name, for the diagnostics
 */
export function readScenario(text: string, file = "scenario.yaml"): ReadScenario {
  const { scenario, diagnostics, locate } = checkScenario(text, file);
  if (!scenario) return { scenario, diagnostics };
  const found = prospects(scenario).map((prospect) => ({ file, ...locate(prospect.path), ...prospect }));
  const all = [...diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return { scenario: all.some(({ severity }) => severity === "error") ? null : scenario, diagnostics: all };
}
