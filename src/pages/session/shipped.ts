import type { Scenario } from "../../scenario/types.ts";
import { lazy } from "./lazy.ts";

const munich = lazy(() => import("../../../scenarios/munich-2016.yaml?checked"));

/** The scenario that comes with the site, as the build has checked it. @throws NotFetched */
export async function shippedScenario(): Promise<Scenario> {
  return (await munich.load()).default;
}
