import { readFileSync } from "node:fs";
import { readScenario } from "../../src/play/read.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/** Munich as its file is now. @throws Error when the file has errors */
export function munich(): Scenario {
  const file = "scenarios/munich-2016.yaml";
  const { scenario, diagnostics } = readScenario(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"), file);
  if (!scenario) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join("\n"));
  return scenario;
}
