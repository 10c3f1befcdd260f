import type { Condition, Scenario, Terms } from "../types.ts";

/** What can be said of a condition before anything is played; null: it depends. */
export type StaticVerdict = boolean | null;

/** Every two parts are compared; a file that lists thousands is not worth the time. */
const MOST_COMPARED = 50;

function contradict(a: Terms, b: Terms): boolean {
  return a.some(({ issue, options }) => {
    const other = b.find((term) => term.issue === issue);
    return other !== undefined && !other.options.some((option) => options.includes(option));
  });
}

/** Conditions that must hold together, lists within lists taken apart. */
function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "all" ? condition.of.flatMap(conjuncts) : [condition];
}

/** Two conditions that cannot hold at the same time, whatever happens. */
function exclude(a: Condition, b: Condition): boolean {
  if (a.kind === "offered" && b.kind === "offered") return a.by >= 0 && a.by === b.by && contradict(a.terms, b.terms);
  if (a.kind === "text" && b.kind === "text") return contradict(a.terms, b.terms);
  // The round only grows: from round 5 on it is never before round 4 again.
  if (a.kind === "round_from" && b.kind === "not" && b.of.kind === "round_from") return a.round >= b.of.round;
  return false;
}

function staticVerdictOfAll(scenario: Scenario, condition: Condition): StaticVerdict {
  const parts = conjuncts(condition);
  const verdicts = parts.map((part) => staticVerdictOf(scenario, part));
  if (verdicts.includes(false)) return false;
  if (parts.length <= MOST_COMPARED && parts.some((a) => parts.some((b) => exclude(a, b)))) return false;
  return verdicts.every((verdict) => verdict === true) ? true : null;
}

/** Whether a condition holds always, never, or depends on what happens. Cheap: it sees plain contradictions only. */
export function staticVerdictOf(scenario: Scenario, condition: Condition): StaticVerdict {
  const { rounds, mediator } = scenario.protocol;
  switch (condition.kind) {
    case "always":
      return true;
    case "all":
      return staticVerdictOfAll(scenario, condition);
    case "any": {
      const verdicts = condition.of.map((part) => staticVerdictOf(scenario, part));
      if (verdicts.includes(true)) return true;
      return verdicts.length > 0 && verdicts.every((verdict) => verdict === false) ? false : null;
    }
    case "not": {
      const verdict = staticVerdictOf(scenario, condition.of);
      return verdict === null ? null : !verdict;
    }
    case "round_from":
      return condition.round <= 1 ? true : condition.round > rounds ? false : null;
    case "asked":
      return condition.by === condition.owner && condition.by >= 0 ? false : null;
    case "text":
    case "text_asked":
      return mediator ? null : false;
    case "pressure_above":
      return condition.level >= 1 ? false : null;
    case "table":
    case "signed":
      return false;
    default:
      return null;
  }
}
