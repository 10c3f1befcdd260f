import { dirname, isAbsolute, join } from "node:path";
import type { Json } from "../../exact/json.ts";
import type { SweepSources } from "../../lab/sweep/combination-checks.ts";
import type { Sweep } from "../../lab/sweep/definition.ts";
import { readSweep } from "../../lab/sweep/read.ts";
import { readScenario } from "../../play/read.ts";
import { readYaml } from "../../scenario/text/yaml.ts";
import { fileError } from "../errors.ts";
import { diagnosticLine, diagnosticsError, hasUnknownKeys, openText } from "../scenario-file.ts";
import { oneLine } from "../text/terminal.ts";

/** A sweep with the way back to the files that it was read from. */
export interface OpenedSweep {
  readonly sweep: Sweep;
  readonly places: SweepSources;
  readonly warnings: readonly string[];
}

function notASweep(file: string): Error {
  return fileError(
    oneLine(`${file} is a scenario. A sweep file names it and what to vary: docs/examples/munich-sweep.yaml is one.`),
  );
}

/** Plain data as JSON has it: what a file is hashed and stored as. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

/**
 * Reads a sweep file and the scenario file that it names. Combinations are not checked yet.
 * @throws CliError (exit 1) when one of them cannot be read or is wrong, with all that is wrong
 */
export function openSweepFile(file: string): OpenedSweep {
  const text = readSweep(openText(file), file);
  if ("diagnostics" in text) {
    const isScenario = hasUnknownKeys(text.diagnostics, ["issues", "parties"]);
    throw isScenario ? notASweep(file) : diagnosticsError(text.diagnostics);
  }
  const scenarioFile = isAbsolute(text.scenario) ? text.scenario : join(dirname(file), text.scenario);
  const scenarioText = openText(scenarioFile);
  const { value, places, diagnostics: yaml } = readYaml(scenarioText);
  if (yaml.failed || typeof value !== "object" || value === null) {
    throw diagnosticsError(readScenario(scenarioText, scenarioFile).diagnostics);
  }
  const { sweep, diagnostics, locate } = text.with(asJson(value));
  if (!sweep) throw diagnosticsError(diagnostics);
  return {
    sweep,
    places: {
      sweepFile: file,
      scenarioFile,
      locateValue: locate,
      locateScenario: (path) => places.of(path),
    },
    warnings: diagnostics.map(diagnosticLine),
  };
}
