import type { Scenario } from "./types.ts";

/** How many packages the issues make: the product of their options. Exact, however large. */
export function packageCount(scenario: Scenario): bigint {
  return scenario.issues.reduce((count, { options }) => count * BigInt(options.length), 1n);
}
