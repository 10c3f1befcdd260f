import text from "../../scenarios/munich-2016.yaml?raw";
import { readScenario } from "../../src/play/read.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/** The scenario that comes with the site, for tests that want a real one in Node and in a browser. */
export const MUNICH = readScenario(text, "munich-2016.yaml").scenario as Scenario;
