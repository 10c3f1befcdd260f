import { readScenario } from "../play/read.ts";
import type { Diagnostic } from "../scenario/diagnostics.ts";
import { didYouMean } from "../scenario/suggest.ts";
import type { Scenario } from "../scenario/types.ts";
import { unplayable } from "../table/model.ts";
import { type CliError, fileError, usageError } from "./errors.ts";
import { readText, type Unreadable } from "./files.ts";
import { oneLine, quoted } from "./text/terminal.ts";

/** One diagnostic as a line that editors and people understand. */
export function diagnosticLine({ file, line, column, severity, code, message }: Diagnostic): string {
  return oneLine(`${file}:${line}:${column} ${severity} ${code} ${message}`);
}

/** All that is wrong with a file, line by line. */
export function diagnosticsError(diagnostics: readonly Diagnostic[]): CliError {
  return fileError(diagnostics.map(diagnosticLine).join("\n"));
}

/** A file that cannot be read as a diagnostic, so that all that is wrong with files has one form. */
export function unreadable(file: string, { code, message }: Unreadable): Diagnostic {
  return { file, line: 1, column: 1, severity: "error", code, message, path: [] };
}

/** The text of a file. @throws CliError (exit 1) when it cannot be read */
export function openText(file: string): string {
  const read = readText(file);
  if ("text" in read) return read.text;
  throw diagnosticsError([unreadable(file, read)]);
}

/** Whether a file has these keys at its top, where its reader knows none of them: then it is a file of another kind. */
export function hasUnknownKeys(diagnostics: readonly Diagnostic[], keys: readonly string[]): boolean {
  const unknown = diagnostics.filter(({ code }) => code === "unknown-key").map(({ path }) => path.join("."));
  return keys.every((key) => unknown.includes(key));
}

/** A scenario file that has been read. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  /** Lines for stderr. */
  readonly warnings: readonly string[];
}

/**
 * Reads the scenario that a command works with.
 * @throws CliError (exit 1) when the file cannot be read or is wrong, with all that is wrong
 */
export function openScenario(file: string): OpenedScenario {
  const { scenario, diagnostics } = readScenario(openText(file), file);
  if (scenario) return { scenario, warnings: diagnostics.map(diagnosticLine) };
  // That a sweep file lacks all that a scenario has would be no help.
  const isSweep = hasUnknownKeys(diagnostics, ["scenario", "vary"]);
  throw isSweep ? fileError(`${oneLine(file)} is a sweep file: parley sweep runs it.`) : diagnosticsError(diagnostics);
}

/** As {@link openScenario}. @throws CliError (exit 1) also when the scenario can be analysed but not played */
export function openPlayable(file: string): OpenedScenario {
  const opened = openScenario(file);
  const problem = unplayable(opened.scenario);
  if (problem) throw fileError(oneLine(`${file} cannot be played: ${problem.message}`));
  return opened;
}

/**
 * The index of a party that was typed.
 * @throws CliError (exit 2) when the scenario has none of this id
 */
export function parsePartyId(scenario: Scenario, id: string): number {
  const ids = scenario.parties.map((party) => party.id);
  const index = ids.indexOf(id);
  if (index < 0) throw usageError(`There is no party ${quoted(id)}. ${didYouMean(id, ids, "Parties")}`);
  return index;
}
