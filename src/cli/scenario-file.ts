import { readScenario } from "../play/read.ts";
import type { Diagnostic } from "../scenario/diagnostics.ts";
import { didYouMean } from "../scenario/suggest.ts";
import type { Scenario } from "../scenario/types.ts";
import { fileError, usageError } from "./errors.ts";
import { readText, type Unreadable } from "./files.ts";
import { oneLine, quoted } from "./text/terminal.ts";

/** One diagnostic as a line that editors and people understand. */
export function diagnosticLine({ file, line, column, severity, code, message }: Diagnostic): string {
  return oneLine(`${file}:${line}:${column} ${severity} ${code} ${message}`);
}

/** A file that cannot be read as a diagnostic, so that all that is wrong with files has one form. */
export function unreadable(file: string, { code, message }: Unreadable): Diagnostic {
  return { file, line: 1, column: 1, severity: "error", code, message, path: [] };
}

/** Somebody has taken a sweep file for a scenario: that it lacks everything would be no help. */
function isSweep(diagnostics: readonly Diagnostic[]): boolean {
  const found = new Set(diagnostics.map(({ code, path }) => `${code} ${path.join(".")}`));
  return found.has("unknown-key scenario") && found.has("unknown-key vary");
}

/**
 * Reads the scenario that a command works with.
 * @returns the warnings as lines
 * @throws Halt (exit 1) when the file cannot be read or is wrong, with all that is wrong
 */
export function openScenario(file: string): { readonly scenario: Scenario; readonly warnings: readonly string[] } {
  const read = readText(file);
  if (!("text" in read)) throw fileError(diagnosticLine(unreadable(file, read)));
  const { scenario, diagnostics } = readScenario(read.text, file);
  if (!scenario && isSweep(diagnostics)) throw fileError(`${oneLine(file)} is a sweep file: parley sweep runs it.`);
  const lines = diagnostics.map(diagnosticLine);
  if (!scenario) throw fileError(lines.join("\n"));
  return { scenario, warnings: lines };
}

/**
 * The index of a party that was typed.
 * @throws Halt (exit 2) when the scenario has none of this id
 */
export function parsePartyId(scenario: Scenario, id: string): number {
  const ids = scenario.parties.map((party) => party.id);
  const index = ids.indexOf(id);
  if (index < 0) throw usageError(`There is no party ${quoted(id)}. ${didYouMean(id, ids, "Parties")}`);
  return index;
}
