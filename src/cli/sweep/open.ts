import { dirname, isAbsolute, join } from "node:path";
import type { Json } from "../../exact/json.ts";
import type { SweepSources } from "../../lab/sweep/combination-checks.ts";
import type { Sweep } from "../../lab/sweep/definition.ts";
import { readSweep } from "../../lab/sweep/read.ts";
import { readScenario } from "../../play/read.ts";
import type { Diagnostic } from "../../scenario/diagnostics.ts";
import { readYaml } from "../../scenario/text/yaml.ts";
import { fileError } from "../errors.ts";
import { readText } from "../files.ts";
import { diagnosticLine, unreadable } from "../scenario-file.ts";
import { oneLine } from "../text/terminal.ts";

/** A sweep with the way back to the files that it was read from. */
export interface OpenedSweep {
  readonly sweep: Sweep;
  readonly places: SweepSources;
  readonly warnings: readonly string[];
}

function textOf(file: string): string {
  const read = readText(file);
  if ("text" in read) return read.text;
  throw fileError(diagnosticLine(unreadable(file, read)));
}

function failed(diagnostics: readonly Diagnostic[]): Error {
  return fileError(diagnostics.map(diagnosticLine).join("\n"));
}

/** Somebody has taken a scenario for a sweep file. */
function isScenario(diagnostics: readonly Diagnostic[]): boolean {
  const found = new Set(diagnostics.map(({ code, path }) => `${code} ${path.join(".")}`));
  return found.has("unknown-key issues") && found.has("unknown-key parties");
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
 * @throws Halt (exit 1) when one of them cannot be read or is wrong, with all that is wrong
 */
export function openSweepFile(file: string): OpenedSweep {
  const text = readSweep(textOf(file), file);
  if ("diagnostics" in text) throw isScenario(text.diagnostics) ? notASweep(file) : failed(text.diagnostics);
  const scenarioFile = isAbsolute(text.scenario) ? text.scenario : join(dirname(file), text.scenario);
  const scenarioText = textOf(scenarioFile);
  const { value, places, diagnostics: yaml } = readYaml(scenarioText);
  if (yaml.failed || typeof value !== "object" || value === null) {
    throw failed(readScenario(scenarioText, scenarioFile).diagnostics);
  }
  const { sweep, diagnostics, locate } = text.with(asJson(value));
  if (!sweep) throw failed(diagnostics);
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
