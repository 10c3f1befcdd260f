import { checkConsistency } from "./checked/consistency.ts";
import { checkIndexes } from "./checked/indexes.ts";
import { Problems } from "./checked/problems.ts";
import { CheckedScenario } from "./checked/scenario.ts";
import { isPlain } from "./checked/walk.ts";
import type { Scenario } from "./types.ts";

export type ParsedChecked =
  | { readonly scenario: Scenario }
  /** Each with the JSON pointer of its place: `/parties/0/values: it should have 6 entries, one for each issue`. */
  | { readonly problems: readonly string[] };

/**
 * An already checked scenario from a record that nobody vouches for: its whole structure, every index in range, ids
 * distinct. Never throws.
 * @param json what `JSON.parse` made of it
 */
export function parseChecked(json: unknown): ParsedChecked {
  const problems = new Problems();
  if (!isPlain(json, problems)) return { problems: problems.list };
  const { success, data, error } = CheckedScenario.safeParse(json);
  if (!success) {
    for (const issue of error.issues) problems.add(issue.path.map(String), issue.message);
    return { problems: problems.list };
  }
  checkIndexes(data, problems);
  checkConsistency(data, problems);
  return problems.list.length > 0 ? { problems: problems.list } : { scenario: data };
}
