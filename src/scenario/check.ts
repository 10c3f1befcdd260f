import type { Findings } from "./findings.ts";
import type { Scenario } from "./types.ts";

export function checkScenarioParts(_scenario: Scenario, _findings: Findings): void {}
