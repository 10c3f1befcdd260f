import type { Scenario } from "../../scenario/types.ts";

/** The scenario that comes with the site, as the build has checked it. @throws when it cannot be fetched */
export async function shippedScenario(): Promise<Scenario> {
  return (await import("../../../scenarios/munich-2016.yaml?checked")).default;
}
