import { at } from "../../exact/at.ts";
import type { Json } from "../../exact/json.ts";
import { diagnosePlay } from "../../play/read.ts";
import { type Diagnostic, Diagnostics, type Locate, type Path } from "../../scenario/diagnostics.ts";
import { parseScenarioData } from "../../scenario/read.ts";
import type { Scenario } from "../../scenario/types.ts";
import { unplayable } from "../../table/model.ts";
import { combination, combinationText, type Sweep, scenarioOf } from "./definition.ts";

/** Where the parts of a sweep stand in the files that a person wrote. */
export interface SweepSources {
  readonly sweepFile: string;
  readonly scenarioFile: string;
  /** Of value `value` of parameter `parameter` in the sweep file. */
  readonly locateValue: (parameter: number, value: number) => ReturnType<Locate>;
  readonly locateScenario: Locate;
}

/** What is wrong with a scenario, before its line and column are known. */
type Fault = Omit<Diagnostic, "file" | "line" | "column">;

interface ReadData {
  readonly scenario: Scenario | null;
  readonly faults: readonly Fault[];
}

/**
 * The checks that every scenario file goes through (`readScenario`), from data and not from text: a sweep may have thousands of
 * combinations, and most of the time would go into writing each out and reading it again.
 */
function readData(value: Json): ReadData {
  const diagnostics = new Diagnostics();
  const scenario = parseScenarioData(value, diagnostics);
  return { scenario: diagnostics.failed ? null : scenario, faults: diagnostics.list };
}

/** The scenario of a combination; null when it is wrong. What is in it for the parties is not looked at. */
export function readCombination(sweep: Sweep, number: number): ReadData {
  return readData(scenarioOf(sweep, number));
}

/** All that `parley check` says of a scenario. */
function lintCombination(value: Json): ReadData {
  const { scenario, faults } = readData(value);
  if (!scenario) return { scenario, faults };
  const all = [...faults, ...diagnosePlay(scenario)];
  return { scenario: all.some(({ severity }) => severity === "error") ? null : scenario, faults: all };
}

/** The parameter whose value a diagnostic is about: it points into what that value has set. */
function culprit({ parameters }: Sweep, path: Path): number {
  return parameters.findIndex(({ steps }) => steps.every((step, depth) => String(step) === String(path[depth])));
}

function inScenario(
  path: Path,
  { scenarioFile, locateScenario }: SweepSources,
): Pick<Diagnostic, "file" | "line" | "column"> {
  return { file: scenarioFile, ...locateScenario(path) };
}

/** No file holds the text of a combination: back to the value that did it, or to the scenario file. */
function relocated(sweep: Sweep, number: number, fault: Fault, places: SweepSources): Diagnostic {
  const { severity, code, path } = fault;
  const plain = { severity, code, path };
  const message = `With ${combinationText(sweep, number)} (combination ${number + 1}): ${fault.message}`;
  const parameter = culprit(sweep, fault.path);
  if (parameter < 0) return { ...plain, message, ...inScenario(fault.path, places) };
  const value = at(combination(sweep, number), parameter);
  return { ...plain, message, file: places.sweepFile, ...places.locateValue(parameter, value) };
}

/** What every combination must have in common for its runs to stand in one table. */
function signatureOf({ parties, issues }: Scenario): string {
  const options = issues.map(({ id, options }) => [id, options.map((option) => option.id)]);
  return JSON.stringify([parties.map(({ id, role }) => [id, role]), options]);
}

function keyOf({ severity, code, path, message }: Fault): string {
  return JSON.stringify([severity, code, path, message]);
}

/** Checks combinations one by one, and says what is wrong with any of them once. */
export class CombinationChecks {
  readonly #sweep: Sweep;
  readonly #places: SweepSources;
  readonly #reported = new Set<string>();
  #signature: string | null = null;
  readonly diagnostics: Diagnostic[] = [];

  constructor(sweep: Sweep, places: SweepSources) {
    this.#sweep = sweep;
    this.#places = places;
    // What the scenario says of itself is no matter of what is varied. Its errors may be what the values mend.
    for (const fault of lintCombination(sweep.scenario).faults) {
      if (fault.severity === "error") continue;
      this.#reported.add(keyOf(fault));
      const { severity, code, path, message } = fault;
      this.diagnostics.push({ ...inScenario(path, places), severity, code, message, path });
    }
  }

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === "error");
  }

  /** Reads combination `number`, from 0; null when something is wrong with it. Check the baseline first. */
  check(number: number): Scenario | null {
    const { scenario, faults } = lintCombination(scenarioOf(this.#sweep, number));
    for (const fault of faults) this.#report(number, fault);
    if (!scenario) return null;
    const problem = unplayable(scenario);
    if (problem) return this.#refuse(number, "unplayable", `The scenario cannot be played: ${problem.message}`);
    const signature = signatureOf(scenario);
    this.#signature ??= signature;
    if (signature === this.#signature) return scenario;
    return this.#refuse(
      number,
      "other-table",
      "Its parties, issues or options are others than those of combination 1. Vary what they are worth, not who and what they are.",
    );
  }

  #refuse(number: number, code: string, message: string): null {
    this.#report(number, { severity: "error", code, message, path: [] });
    return null;
  }

  #report(number: number, fault: Fault): void {
    const key = keyOf(fault);
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.diagnostics.push(relocated(this.#sweep, number, fault, this.#places));
  }
}
