import { isPlainMap, type Json } from "../../exact/json.ts";
import type { Diagnostic, Diagnostics, Locate, Path } from "../../scenario/diagnostics.ts";
import { lintCharacters } from "../../scenario/lint/characters.ts";
import { quote } from "../../scenario/suggest.ts";
import { placedDiagnostics } from "../../scenario/text/source-places.ts";
import { readYaml } from "../../scenario/text/yaml.ts";
import { combinations, type Parameter, type Sweep } from "./definition.ts";
import { checkMetrics, USUAL_METRICS } from "./metrics.ts";
import { resolvePath } from "./paths.ts";
import { SWEEP_LIMITS, sweepRestShape } from "./shape.ts";
import { parseShape, readVary, type Varied } from "./vary.ts";

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

/** Two paths of which one lies within the other would undo each other. */
function checkOverlaps(parameters: readonly Parameter[], varied: readonly Varied[], diagnostics: Diagnostics): void {
  for (const [at, { steps, path }] of parameters.entries()) {
    const other = parameters.slice(0, at).find(({ steps: before }) => {
      return before.slice(0, steps.length).every((step, depth) => String(step) === String(steps[depth]));
    });
    if (!other) continue;
    const message = `${quote(path)} and ${quote(other.path)} set the same part of the scenario. Keep one of them.`;
    diagnostics.errorAtKey("same-path", varied[at]?.at ?? [], message);
  }
}

function parametersOf(varied: readonly Varied[], scenario: Json, diagnostics: Diagnostics): Parameter[] {
  const parameters: Parameter[] = [];
  for (const { path, values, at } of varied) {
    const resolved = resolvePath(scenario, path);
    if ("steps" in resolved) parameters.push({ path, steps: resolved.steps, values });
    else diagnostics.errorAtKey("unknown-path", at, resolved.problem);
  }
  return parameters;
}

function checkSize(sweep: Pick<Sweep, "design" | "parameters" | "repetitions">, diagnostics: Diagnostics): void {
  const count = combinations(sweep);
  const say = (path: Path, message: string) => diagnostics.error("too-many", path, message);
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
 * Reads a sweep file (YAML, or JSON) from untrusted text, as far as it can be without its scenario.
 * Never throws.
 * @param file the name that diagnostics give it
 */
export function readSweep(text: string, file: string): SweepText | { readonly diagnostics: readonly Diagnostic[] } {
  const { value, places, diagnostics } = readYaml(text);
  const unusable = () => ({ diagnostics: placedDiagnostics(diagnostics.list, places, file) });
  if (value === undefined) return unusable();
  if (!isPlainMap(value)) {
    diagnostics.error("wrong-type", [], "A sweep file is a map with the keys scenario and vary.");
    return unusable();
  }
  lintCharacters(value, diagnostics);
  const rest = parseShape(sweepRestShape, value, [], diagnostics);
  const varied = Object.hasOwn(value, "vary") ? readVary(value.vary, diagnostics) : [];
  if (!rest || diagnostics.failed) return unusable();
  return {
    scenario: rest.scenario,
    with(scenario) {
      const parameters = parametersOf(varied, scenario, diagnostics);
      const sweep: Sweep = {
        title: rest.title ?? null,
        scenario,
        parameters,
        design: rest.design ?? "full_factorial",
        repetitions: rest.repetitions ?? USUAL_REPETITIONS,
        seed: String(rest.seed ?? USUAL_SEED),
        metrics: rest.metrics ?? USUAL_METRICS,
      };
      if (!diagnostics.failed) checkOverlaps(parameters, varied, diagnostics);
      checkSize(sweep, diagnostics);
      checkMetrics(sweep.metrics, scenario, diagnostics);
      return {
        sweep: diagnostics.failed ? null : sweep,
        diagnostics: placedDiagnostics(diagnostics.list, places, file),
        locate: (parameter, index) => places.of(varied[parameter]?.valueAt(index) ?? []),
      };
    },
  };
}
