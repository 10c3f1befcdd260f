import { ATTENTIVE, INFORMED } from "./attentive.ts";
import { LAZY } from "./lazy.ts";
import type { Policy } from "./policy.ts";

/** All policies that `balance` plays in every seat with a vote: the lazy ones, the attentive one, the informed one. */
export const POLICIES: readonly Policy[] = [...LAZY, ATTENTIVE, INFORMED];

/** The one that holds a text, which has to be looked for. */
export const HOLDS_TEXT = "fixed_text";

/** A policy by its id. @throws RangeError when there is none */
export function policyOf(id: string): Policy {
  const found = POLICIES.find((policy) => policy.id === id);
  if (!found) throw new RangeError(`there is no policy "${id}"`);
  return found;
}
