import type { Path } from "../diagnostics.ts";
import { LIMITS } from "../limits.ts";
import { FEWEST_VOTERS, mediatorAmong, orderFaults, votersAmong } from "../party-rules.ts";
import type { Condition, Effects, Grounds, Party, Scenario, Terms } from "../types.ts";

/** What is wrong with a stored scenario, each with the JSON pointer of the place (RFC 6901). */
export class StoredProblems {
  static readonly #MOST = 50;
  readonly list: string[] = [];

  add(path: readonly (string | number)[], message: string): void {
    if (this.list.length >= StoredProblems.#MOST) return;
    const steps = path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    this.list.push(`${steps.join("")}: ${message}`);
  }

  /** An index into a list of this length. */
  index(path: readonly (string | number)[], value: number, length: number, what: string): void {
    if (value >= length) this.add(path, `there is no ${what} ${value}; there are ${length}`);
  }
}

/** Looks at every index of a scenario: whether what it points at is there. */
class ReferenceValidator {
  readonly #scenario: Scenario;
  readonly #problems: StoredProblems;
  /** Everything that can be cited. */
  readonly #citable: ReadonlySet<string>;

  constructor(scenario: Scenario, problems: StoredProblems) {
    this.#scenario = scenario;
    this.#problems = problems;
    this.#citable = new Set(
      scenario.sources.flatMap(({ id, facts }) => [id, ...facts.map(({ number }) => `${id}#${number}`)]),
    );
  }

  party(path: Path, party: number): void {
    this.#problems.index(path, party, this.#scenario.parties.length, "party");
  }

  issue(path: Path, issue: number): void {
    this.#problems.index(path, issue, this.#scenario.issues.length, "issue");
  }

  option(path: Path, issue: number, option: number): void {
    const options = this.#scenario.issues[issue]?.options.length;
    if (options !== undefined) this.#problems.index(path, option, options, "option");
  }

  terms(path: Path, terms: Terms): void {
    for (const [place, { issue, options }] of terms.entries()) {
      this.issue([...path, place, "issue"], issue);
      for (const [at, option] of options.entries()) this.option([...path, place, "options", at], issue, option);
    }
  }

  grounds(path: Path, { cite }: Grounds): void {
    for (const [place, one] of cite.entries()) {
      if (!this.#citable.has(one))
        this.#problems.add([...path, "grounds", "cite", place], "what it cites is not among the sources");
    }
  }

  condition(path: Path, condition: Condition): void {
    switch (condition.kind) {
      case "all":
      case "any":
        for (const [place, part] of condition.of.entries()) this.condition([...path, "of", place], part);
        return;
      case "not":
        this.condition([...path, "of"], condition.of);
        return;
      case "event":
        this.#problems.index([...path, "event"], condition.event, this.#scenario.events.length, "event");
        return;
      case "refused":
        for (const [place, issue] of condition.issues.entries()) this.issue([...path, "issues", place], issue);
        break;
      default:
        break;
    }
    if ("terms" in condition) this.terms([...path, "terms"], condition.terms);
    if ("by" in condition) this.party([...path, "by"], condition.by);
    if ("party" in condition) this.party([...path, "party"], condition.party);
    if ("owner" in condition) this.party([...path, "owner"], condition.owner);
  }

  effects(path: Path, effects: Effects): void {
    for (const key of ["pressure", "walkAway", "releaseCommitments", "moves"] as const) {
      for (const [place, { party }] of effects[key].entries()) this.party([...path, key, place, "party"], party);
    }
    for (const [place, { issue, option }] of effects.removeOptions.entries()) {
      this.issue([...path, "removeOptions", place, "issue"], issue);
      this.option([...path, "removeOptions", place, "option"], issue, option);
    }
    for (const [place, { issue }] of effects.releaseCommitments.entries()) {
      this.issue([...path, "releaseCommitments", place, "issue"], issue);
    }
    for (const [place, { party, to }] of effects.moves.entries()) {
      const positions = this.#scenario.parties[party]?.positions.length ?? 0;
      this.#problems.index([...path, "moves", place, "to"], to, positions, "position");
    }
  }

  values(path: Path, { values }: Party): void {
    const { issues } = this.#scenario;
    if (values.length !== issues.length)
      this.#problems.add(path, `it should have ${issues.length} entries, one for each issue`);
    for (const [issue, { options, grounds }] of values.entries()) {
      this.grounds([...path, issue], grounds);
      const expected = issues[issue]?.options.length ?? options.length;
      if (options.length !== expected)
        this.#problems.add([...path, issue, "options"], `it should have ${expected} entries, one for each option`);
    }
  }

  positions(path: Path, party: Party): void {
    for (const [index, position] of party.positions.entries()) {
      const at = [...path, index];
      this.grounds(at, position.grounds);
      this.terms([...at, "asks"], position.asks);
      for (const [place, move] of position.moves.entries()) {
        this.#problems.index([...at, "moves", place, "to"], move.to, party.positions.length, "position");
        this.condition([...at, "moves", place, "when"], move.when);
        this.grounds([...at, "moves", place], move.grounds);
      }
      for (const [place, scheduled] of position.does.entries()) {
        const here = [...at, "does", place];
        this.condition([...here, "when"], scheduled.when);
        this.grounds(here, scheduled.grounds);
        if (scheduled.kind === "sound_out") this.party([...here, "party"], scheduled.party);
        if (scheduled.kind === "press")
          this.#problems.index([...here, "lever"], scheduled.lever, party.levers.length, "lever");
        if (scheduled.kind !== "sound_out" && scheduled.kind !== "commit") continue;
        this.issue([...here, "issue"], scheduled.issue);
        this.option([...here, "option"], scheduled.issue, scheduled.option);
      }
    }
  }

  ofParty(path: Path, party: Party): void {
    this.values([...path, "values"], party);
    this.positions([...path, "positions"], party);
    this.grounds([...path, "walkAway"], party.walkAway.grounds);
    for (const key of ["linkages", "redLines"] as const) {
      for (const [place, { when, grounds }] of party[key].entries()) {
        this.terms([...path, key, place, "when"], when);
        this.grounds([...path, key, place], grounds);
      }
    }
    for (const [place, { issues, grounds }] of party.interests.entries()) {
      for (const [at, issue] of issues.entries()) this.issue([...path, "interests", place, "issues", at], issue);
      this.grounds([...path, "interests", place], grounds);
    }
    for (const [place, lever] of party.levers.entries()) {
      this.party([...path, "levers", place, "on"], lever.on);
      this.effects([...path, "levers", place, "effects"], lever.effects);
      this.grounds([...path, "levers", place], lever.grounds);
    }
  }
}

/** Reports every index of a scenario of the right shape that points at nothing, and every list of the wrong length. */
export function validateReferences(scenario: Scenario, problems: StoredProblems): void {
  const indexes = new ReferenceValidator(scenario, problems);
  for (const [index, issue] of scenario.issues.entries()) {
    indexes.option(["issues", index, "statusQuo"], index, issue.statusQuo);
    indexes.grounds(["issues", index], issue.grounds);
  }
  for (const [index, party] of scenario.parties.entries()) indexes.ofParty(["parties", index], party);
  for (const [index, event] of scenario.events.entries()) {
    indexes.condition(["events", index, "when"], event.when);
    indexes.effects(["events", index, "effects"], event.effects);
    indexes.grounds(["events", index], event.grounds);
  }
  for (const [index, actor] of scenario.actors.entries()) {
    if (actor.patron !== null) indexes.party(["actors", index, "patron"], actor.patron);
    if (actor.party !== null) indexes.party(["actors", index, "party"], actor.party);
    indexes.grounds(["actors", index], actor.grounds);
  }
  for (const [index, entry] of scenario.history.entries()) {
    const path = ["history", index, "terms"];
    if (entry.terms.length !== scenario.issues.length) {
      problems.add(path, `it should have ${scenario.issues.length} entries, one for each issue`);
    }
    for (const [issue, option] of entry.terms.entries())
      if (option !== null) indexes.option([...path, issue], issue, option);
    indexes.grounds(["history", index], entry.grounds);
  }
  indexes.grounds(["protocol", "binding"], scenario.protocol.binding.grounds);
  validateProtocol(scenario, problems);
}

function validateDistinctIds(path: Path, items: readonly { readonly id: string }[], problems: StoredProblems): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) problems.add([...path, index, "id"], "the id is there twice");
    seen.add(id);
  }
}

/** Ids are distinct within their list, and ranges go upwards. */
export function validateConsistency(scenario: Scenario, problems: StoredProblems): void {
  for (const key of ["sources", "issues", "parties", "actors", "events"] as const) {
    validateDistinctIds([key], scenario[key], problems);
  }
  for (const [index, { options }] of scenario.issues.entries()) {
    validateDistinctIds(["issues", index, "options"], options, problems);
  }
  for (const [index, party] of scenario.parties.entries()) {
    const path = ["parties", index];
    validateDistinctIds([...path, "positions"], party.positions, problems);
    validateDistinctIds([...path, "levers"], party.levers, problems);
    const [low, high] = party.tactic.exponent;
    if (low > high) problems.add([...path, "tactic", "exponent"], "the range ends before it begins");
  }
  const options = scenario.issues.reduce((sum, issue) => sum + issue.options.length, 0);
  if (options > LIMITS.optionsInAll)
    problems.add(["issues"], `there are more than ${LIMITS.optionsInAll} options in all`);
}

/** Every party once in the order, votes and mediator where they belong. */
function validateProtocol({ parties, protocol }: Scenario, problems: StoredProblems): void {
  const { order, binding, mediator } = protocol;
  const roles = parties.map(({ role }) => role);
  const { repeated, missing } = orderFaults(order, parties.length);
  if (order.length !== parties.length || repeated.length > 0 || missing.length > 0) {
    problems.add(["protocol", "order"], "it should name every party once");
  }
  if (binding.weights.length !== parties.length) {
    problems.add(["protocol", "binding", "weights"], `it should have ${parties.length} entries, one for each party`);
  }
  for (const [place, party] of binding.needs.entries()) {
    const path = ["protocol", "binding", "needs", place];
    problems.index(path, party, parties.length, "party");
    if (roles[party] === "mediator") problems.add(path, "a mediator has no vote");
  }
  const byRole = mediatorAmong(roles);
  if (byRole.surplus.length > 0) problems.add(["parties"], "there is more than one mediator");
  if (byRole.mediator !== (mediator?.party ?? null)) {
    problems.add(["protocol", "mediator"], "it should be the party with the role mediator");
  }
  if (votersAmong(roles).length < FEWEST_VOTERS) {
    problems.add(["parties"], "a negotiation needs two parties with a vote");
  }
}
