import type { Scenario, Text } from "../../scenario/types.ts";

/** What everyone may know of a party from the file. */
export interface PartyFacts {
  readonly index: number;
  readonly id: string;
  readonly name: Text;
  readonly delegate: Text | null;
  readonly role: Scenario["parties"][number]["role"];
  readonly mark: Scenario["parties"][number]["mark"];
  /** In `needs`: nothing is signed without it. */
  readonly needed: boolean;
}

/**
 * The public part of a scenario: what everyone may know of the file itself. What a party privately wants reaches its own seat
 * alone, through its view; what else the file holds is disclosed (`disclosed.ts`) to a seat once it has been said at the table.
 */
export interface Facts
  extends Pick<
    Scenario,
    "id" | "title" | "summary" | "notice" | "minutes" | "place" | "when" | "scale" | "sources" | "issues" | "protocol"
  > {
  readonly parties: readonly PartyFacts[];
}

const factsByScenario = new WeakMap<Scenario, Facts>();

/** The public part of a scenario; the same object for the same scenario. */
export function factsOf(scenario: Scenario): Facts {
  const known = factsByScenario.get(scenario);
  if (known) return known;
  const { id, title, summary, notice, minutes, place, when, scale, sources, issues, protocol } = scenario;
  const parties = scenario.parties.map(
    (party, index): PartyFacts => ({
      index,
      id: party.id,
      name: party.name,
      delegate: party.delegate,
      role: party.role,
      mark: party.mark,
      needed: protocol.binding.needs.includes(index),
    }),
  );
  const facts: Facts = { id, title, summary, notice, minutes, place, when, scale, sources, issues, protocol, parties };
  factsByScenario.set(scenario, facts);
  return facts;
}
