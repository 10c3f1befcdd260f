import type { Path } from "../findings.ts";
import { LIMITS } from "../limits.ts";
import type { Scenario } from "../types.ts";
import type { Problems } from "./problems.ts";

function checkDistinct(path: Path, items: readonly { readonly id: string }[], problems: Problems): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) problems.add([...path, index, "id"], "the id is there twice");
    seen.add(id);
  }
}

/** Ids are distinct within their list, and ranges go upwards. */
export function checkConsistency(scenario: Scenario, problems: Problems): void {
  for (const key of ["sources", "issues", "parties", "actors", "events"] as const) {
    checkDistinct([key], scenario[key], problems);
  }
  for (const [index, { options }] of scenario.issues.entries()) {
    checkDistinct(["issues", index, "options"], options, problems);
  }
  for (const [index, party] of scenario.parties.entries()) {
    const path = ["parties", index];
    checkDistinct([...path, "positions"], party.positions, problems);
    checkDistinct([...path, "levers"], party.levers, problems);
    const [low, high] = party.tactic.exponent;
    if (low > high) problems.add([...path, "tactic", "exponent"], "the range ends before it begins");
  }
  const options = scenario.issues.reduce((sum, issue) => sum + issue.options.length, 0);
  if (options > LIMITS.optionsInAll)
    problems.add(["issues"], `there are more than ${LIMITS.optionsInAll} options in all`);
}

/** Every party once in the order, votes and mediator where they belong. */
export function checkProtocol({ parties, protocol }: Scenario, problems: Problems): void {
  const { order, binding, mediator } = protocol;
  const sorted = [...order].sort((a, b) => a - b);
  if (sorted.length !== parties.length || sorted.some((party, index) => party !== index)) {
    problems.add(["protocol", "order"], "it should name every party once");
  }
  if (binding.weights.length !== parties.length) {
    problems.add(["protocol", "binding", "weights"], `it should have ${parties.length} entries, one for each party`);
  }
  for (const [place, party] of binding.needs.entries()) {
    const path = ["protocol", "binding", "needs", place];
    problems.index(path, party, parties.length, "party");
    if (parties[party]?.role === "mediator") problems.add(path, "a mediator has no vote");
  }
  const mediators = parties.flatMap(({ role }, index) => (role === "mediator" ? [index] : []));
  if (mediators.length > 1) problems.add(["parties"], "there is more than one mediator");
  if ((mediators[0] ?? null) !== (mediator?.party ?? null)) {
    problems.add(["protocol", "mediator"], "it should be the party with the role mediator");
  }
  if (parties.length - mediators.length < 2) problems.add(["parties"], "a negotiation needs two parties with a vote");
}
