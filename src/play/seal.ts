import { hashOf } from "../exact/hash.ts";
import type { Scenario } from "../scenario/types.ts";
import type { TranscriptEntry } from "../table/run/runner.ts";
import { isEnded, type TableState } from "../table/state.ts";

/**
 * The revision of the rules. Any change that alters the seal of a golden record raises it; records of another revision are
 * shown from their stored actions and not played on.
 */
export const RULES_REVISION = 1;

/** Names the engine in records and results. */
export const ENGINE = `parley rules ${RULES_REVISION}`;

const scenarioHashes = new WeakMap<Scenario, string>();

/** SHA-256 over the canonical JSON of a checked scenario. */
export function scenarioHash(scenario: Scenario): string {
  const known = scenarioHashes.get(scenario);
  if (known) return known;
  const hash = hashOf(scenario);
  scenarioHashes.set(scenario, hash);
  return hash;
}

/** Where the chain of an act begins: with what was played, not with who played it. */
export function openSeal(hash: string, seed: string): string {
  return hashOf({ engine: ENGINE, scenario: hash, seed });
}

/**
 * The next link of the chain over the transcript: what was done, answered and why, who moved, what happened; and the whole
 * state of the table whenever a turn is over.
 */
export function extendSeal(seal: string, entry: TranscriptEntry, state: TableState): string {
  const turnOver = entry.floor === "closing" || isEnded(entry.floor);
  return hashOf({ seal, entry, state: turnOver ? state : null });
}
