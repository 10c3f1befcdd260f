import type { Json } from "../../exact/json.ts";
import type { Diagnostic, Locate } from "../../scenario/diagnostic.ts";
import type { Findings, Path } from "../../scenario/findings.ts";
import { checkCharacters } from "../../scenario/odd.ts";
import type { Places } from "../../scenario/places.ts";
import { quote } from "../../scenario/suggest.ts";
import { readYaml } from "../../scenario/yaml.ts";
import { combinations, type Parameter, type Sweep } from "./definition.ts";
import { checkMetrics, USUAL_METRICS } from "./metric-names.ts";
import { resolvePath } from "./paths.ts";
import { SWEEP_LIMITS, SweepRest } from "./shape.ts";
import { shaped } from "./shaped.ts";
import { readVary, type Varied } from "./vary.ts";

const USUAL_REPETITIONS = 100;
const USUAL_SEED = "parley";

/** A sweep file whose own shape is right; its scenario has not been read yet. */
export interface SweepText {
  /** As the sweep file names it. */
  readonly scenario: string;
  /** Puts the scenario file in, and looks up the paths and metrics in it. */
  readonly with: (scenario: Json) => ReadSweep;
}

/** A sweep as it was read: null when an error makes it unusable. */
export interface ReadSweep {
  readonly sweep: Sweep | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where value `value` of parameter `parameter` stands in the sweep file. */
  readonly locate: (parameter: number, value: number) => ReturnType<Locate>;
}

function diagnosticsOf({ list }: Findings, places: Places, file: string): Diagnostic[] {
  return list
    .map(({ severity, code, path, atKey, offset, message }): Diagnostic => {
      const { line, column } = offset === undefined ? places.of(path, atKey) : places.at(offset);
      return { file, line, column, severity, code, message, path };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Two paths of which one lies within the other would undo each other. */
function checkOverlaps(parameters: readonly Parameter[], varied: readonly Varied[], findings: Findings): void {
  for (const [at, { steps, path }] of parameters.entries()) {
    const other = parameters.slice(0, at).find(({ steps: before }) => {
      return before.slice(0, steps.length).every((step, depth) => String(step) === String(steps[depth]));
    });
    if (!other) continue;
    const message = `${quote(path)} and ${quote(other.path)} set the same part of the scenario. Keep one of them.`;
    findings.errorAtKey("same-path", varied[at]?.at ?? [], message);
  }
}

function parametersOf(varied: readonly Varied[], scenario: Json, findings: Findings): Parameter[] {
  const parameters: Parameter[] = [];
  for (const { path, values, at } of varied) {
    const resolved = resolvePath(scenario, path);
    if ("steps" in resolved) parameters.push({ path, steps: resolved.steps, values });
    else findings.errorAtKey("unknown-path", at, resolved.problem);
  }
  return parameters;
}

function checkSize(sweep: Pick<Sweep, "design" | "parameters" | "repetitions">, findings: Findings): void {
  const count = combinations(sweep);
  const say = (path: Path, message: string) => findings.error("too-many", path, message);
  if (count > SWEEP_LIMITS.combinations) {
    say(
      ["vary"],
      `These are ${count} combinations; a sweep has at most ${SWEEP_LIMITS.combinations}. Vary less, or one_at_a_time.`,
    );
  } else if (count * sweep.repetitions > SWEEP_LIMITS.runs) {
    say(["repetitions"], `These are ${count * sweep.repetitions} runs; a sweep has at most ${SWEEP_LIMITS.runs}.`);
  }
}

/**
 * Reads a sweep file (YAML, or JSON) from text that nobody vouches for, as far as it can be without its scenario.
 * Never throws.
 * @param file the name that diagnostics give it
 */
export function readSweep(text: string, file: string): SweepText | { readonly diagnostics: readonly Diagnostic[] } {
  const { value, places, findings } = readYaml(text);
  const told = () => ({ diagnostics: diagnosticsOf(findings, places, file) });
  if (value === undefined) return told();
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    findings.error("wrong-type", [], "A sweep file is a map with the keys scenario and vary.");
    return told();
  }
  checkCharacters(value, findings);
  const rest = shaped(SweepRest, value, [], findings);
  const varied = Object.hasOwn(value, "vary") ? readVary((value as { vary: unknown }).vary, findings) : [];
  if (!rest || findings.failed) return told();
  return {
    scenario: rest.scenario,
    with(scenario) {
      const parameters = parametersOf(varied, scenario, findings);
      const sweep: Sweep = {
        title: rest.title ?? null,
        scenario,
        parameters,
        design: rest.design ?? "full_factorial",
        repetitions: rest.repetitions ?? USUAL_REPETITIONS,
        seed: String(rest.seed ?? USUAL_SEED),
        metrics: rest.metrics ?? USUAL_METRICS,
      };
      if (!findings.failed) checkOverlaps(parameters, varied, findings);
      checkSize(sweep, findings);
      checkMetrics(sweep.metrics, scenario, findings);
      return {
        sweep: findings.failed ? null : sweep,
        diagnostics: diagnosticsOf(findings, places, file),
        locate: (parameter, index) => places.of(varied[parameter]?.valueAt(index) ?? []),
      };
    },
  };
}
