import { type ReadScenario, readScenario } from "../../play/read.ts";
import type { Diagnostic, Locate } from "../../scenario/diagnostic.ts";
import type { Path } from "../../scenario/findings.ts";
import type { Scenario } from "../../scenario/types.ts";
import { unplayable } from "../../table/model.ts";
import { combination, combinationText, type Sweep, scenarioOf } from "./definition.ts";

/** Where the parts of a sweep stand in the files that a person wrote. */
export interface SweepPlaces {
  readonly sweepFile: string;
  readonly scenarioFile: string;
  /** Of value `value` of parameter `parameter` in the sweep file. */
  readonly locateValue: (parameter: number, value: number) => ReturnType<Locate>;
  readonly locateScenario: Locate;
}

/** The scenario of a combination, by the checks that every scenario file goes through. */
export function readCombination(sweep: Sweep, number: number): ReadScenario {
  return readScenario(JSON.stringify(scenarioOf(sweep, number)));
}

/** The parameter whose value a diagnostic is about: it points into what that value has set. */
function culprit({ parameters }: Sweep, path: Path): number {
  return parameters.findIndex(({ steps }) => steps.every((step, depth) => String(step) === String(path[depth])));
}

function inScenario(
  path: Path,
  { scenarioFile, locateScenario }: SweepPlaces,
): Pick<Diagnostic, "file" | "line" | "column"> {
  return { file: scenarioFile, ...locateScenario(path) };
}

/** Places in the text of a combination mean nothing to anybody: back to the value that did it, or to the scenario file. */
function relocated(sweep: Sweep, number: number, diagnostic: Diagnostic, places: SweepPlaces): Diagnostic {
  const message = `With ${combinationText(sweep, number)} (combination ${number + 1}): ${diagnostic.message}`;
  const parameter = culprit(sweep, diagnostic.path);
  if (parameter < 0) return { ...diagnostic, message, ...inScenario(diagnostic.path, places) };
  const value = combination(sweep, number)[parameter] as number;
  return { ...diagnostic, message, file: places.sweepFile, ...places.locateValue(parameter, value) };
}

/** What every combination must have in common for its runs to stand in one table. */
function signatureOf({ parties, issues }: Scenario): string {
  const options = issues.map(({ id, options }) => [id, options.map((option) => option.id)]);
  return JSON.stringify([parties.map(({ id, role }) => [id, role]), options]);
}

function keyOf({ severity, code, path, message }: Diagnostic): string {
  return JSON.stringify([severity, code, path, message]);
}

/** Checks combinations one by one, and says what is wrong with any of them once. */
export class CombinationChecks {
  readonly #sweep: Sweep;
  readonly #places: SweepPlaces;
  readonly #told = new Set<string>();
  #signature: string | null = null;
  readonly diagnostics: Diagnostic[] = [];

  constructor(sweep: Sweep, places: SweepPlaces) {
    this.#sweep = sweep;
    this.#places = places;
    // What the scenario says of itself is no matter of what is varied. Its errors may be what the values mend.
    for (const diagnostic of readScenario(JSON.stringify(sweep.scenario)).diagnostics) {
      if (diagnostic.severity === "error") continue;
      this.#told.add(keyOf(diagnostic));
      this.diagnostics.push({ ...diagnostic, ...inScenario(diagnostic.path, places) });
    }
  }

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === "error");
  }

  /** Reads combination `number`, from 0; null when something is wrong with it. Check the baseline first. */
  check(number: number): Scenario | null {
    const { scenario, diagnostics } = readCombination(this.#sweep, number);
    for (const diagnostic of diagnostics) this.#tell(number, diagnostic);
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
    const whole = { file: "", line: 1, column: 1, severity: "error", code, message, path: [] } as const;
    this.#tell(number, whole);
    return null;
  }

  #tell(number: number, diagnostic: Diagnostic): void {
    const key = keyOf(diagnostic);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.diagnostics.push(relocated(this.#sweep, number, diagnostic, this.#places));
  }
}
