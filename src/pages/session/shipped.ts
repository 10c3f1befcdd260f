import type { Scenario } from "../../scenario/types.ts";

/** The scenario that comes with the site. Read when it is asked for: its readers are no part of the first load. */
export async function shippedScenario(): Promise<Scenario> {
  const [{ default: text }, { readScenario }] = await Promise.all([
    import("../../../scenarios/munich-2016.yaml?raw"),
    import("../../play/read.ts"),
  ]);
  const { scenario, diagnostics } = readScenario(text, "munich-2016.yaml");
  if (!scenario) throw new Error(diagnostics[0]?.message ?? "munich-2016.yaml");
  return scenario;
}
