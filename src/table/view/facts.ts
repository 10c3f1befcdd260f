import { bindingRuleOf, neededAmong } from "../../bargaining/zone/binding.ts";
import type { Disposition, Scenario, Text } from "../../scenario/types.ts";

/** What everyone may know of a party from the file. */
export interface PartyFacts {
  readonly index: number;
  readonly id: string;
  readonly name: Text;
  readonly delegate: Text | null;
  readonly role: Scenario["parties"][number]["role"];
  readonly mark: Scenario["parties"][number]["mark"];
  /** By the binding rule nothing is signed without it, whether or not it stands in `needs`. */
  readonly needed: boolean;
  /** How it may be tonight, with the numbers that the file states of each; which it is, its own seat knows alone. */
  readonly dispositions: readonly DispositionFacts[];
}

/** What everyone may know of a disposition. */
export type DispositionFacts = Pick<Disposition, "id" | "label" | "chance" | "grounds" | "stated">;

/**
 * The public part of a scenario: what everyone may know of the file itself. What a party privately wants reaches its own seat
 * alone, through its view; what else the file holds is disclosed (`disclosed.ts`) to a seat once it has been said at the table.
 */
export interface Facts
  extends Pick<
    Scenario,
    | "id"
    | "title"
    | "summary"
    | "notice"
    | "minutes"
    | "place"
    | "when"
    | "scale"
    | "sources"
    | "issues"
    | "protocol"
    | "words"
  > {
  readonly parties: readonly PartyFacts[];
}

const factsByScenario = new WeakMap<Scenario, Facts>();

/** The public part of a scenario; the same object for the same scenario. */
export function factsOf(scenario: Scenario): Facts {
  const known = factsByScenario.get(scenario);
  if (known) return known;
  const { id, title, summary, notice, minutes, place, when, scale, sources, issues, protocol, words } = scenario;
  const needed = neededAmong(bindingRuleOf(scenario), () => true);
  const parties = scenario.parties.map(
    (party, index): PartyFacts => ({
      index,
      id: party.id,
      name: party.name,
      delegate: party.delegate,
      role: party.role,
      mark: party.mark,
      needed: needed.includes(index),
      dispositions: party.dispositions.map(({ id: name, label, chance, grounds, stated }) => ({
        id: name,
        label,
        chance,
        grounds,
        stated,
      })),
    }),
  );
  const facts: Facts = {
    id,
    title,
    summary,
    notice,
    minutes,
    place,
    when,
    scale,
    sources,
    issues,
    protocol,
    words,
    parties,
  };
  factsByScenario.set(scenario, facts);
  return facts;
}
