import { FORBIDDEN_KEYS } from "../limits.ts";
import type { Scenario } from "../types.ts";
import { StoredProblems, validateConsistency, validateReferences } from "./consistency.ts";
import { storedScenarioShape } from "./scenario.ts";

type ParsedStored =
  | { readonly scenario: Scenario }
  /** Each with the JSON pointer of its place: `/parties/0/values: it should have 6 entries, one for each issue`. */
  | { readonly problems: readonly string[] };

/**
 * A stored scenario from an untrusted record: its whole structure, every index in range, ids
 * distinct. Never throws.
 * @param json what `JSON.parse` made of it
 */
export function parseStored(json: unknown): ParsedStored {
  const problems = new StoredProblems();
  if (!isPlainData(json, problems)) return { problems: problems.list };
  const { success, data, error } = storedScenarioShape.safeParse(json);
  if (!success) {
    for (const issue of error.issues) problems.add(issue.path.map(String), issue.message);
    return { problems: problems.list };
  }
  validateReferences(data, problems);
  validateConsistency(data, problems);
  return problems.list.length > 0 ? { problems: problems.list } : { scenario: data };
}

/** A condition of the file becomes up to three levels here; what the reader accepts stays well below. */
const DEPTH = 256;
const VALUES = 5_000_000;

/** One value and the way to it, link by link: most ways are never told. */
interface Step {
  readonly value: unknown;
  readonly key: string;
  readonly depth: number;
  readonly from: Step | null;
}

function pathOf(step: Step): string[] {
  const path: string[] = [];
  for (let at: Step | null = step; at?.from; at = at.from) path.unshift(at.key);
  return path;
}

function faultOf({ value, depth }: Step, keys: readonly string[]): string | null {
  if (depth > DEPTH) return `it is more than ${DEPTH} levels deep`;
  if (typeof value === "string" && !value.isWellFormed()) return "the text holds half a character";
  const forbidden = keys.find((key) => FORBIDDEN_KEYS.has(key));
  return forbidden === undefined ? null : `the key ${forbidden} is not allowed`;
}

/** Whether data from outside is small and plain enough to be looked at at all; says so where it is not. */
function isPlainData(root: unknown, problems: StoredProblems): boolean {
  const waiting: Step[] = [{ value: root, key: "", depth: 0, from: null }];
  let values = 0;
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { value, depth } = step;
    const parent = typeof value === "object" && value !== null ? value : {};
    const keys = Object.keys(parent);
    const fault = faultOf(step, keys);
    values += keys.length;
    if (fault !== null) problems.add(pathOf(step), fault);
    else if (values > VALUES) problems.add([], `it holds more than ${VALUES} values`);
    if (problems.list.length > 0) return false;
    for (const key of keys) waiting.push({ value: Reflect.get(parent, key), key, depth: depth + 1, from: step });
  }
  return true;
}
