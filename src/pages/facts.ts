import type { Grounds, Scenario, Terms, Text } from "../scenario/types.ts";
import type { View } from "../table/view/view.ts";

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

/** News as the table has heard it. */
export interface News {
  readonly text: Text;
  readonly historical: boolean;
  readonly grounds: Grounds;
}

/**
 * The public part of a scenario: what a screen may read of the file itself. Whatever a party privately wants reaches a screen
 * through its own view alone, and what else the file holds through the questions below, which look into the view's record
 * of the table first.
 */
export interface Facts
  extends Pick<
    Scenario,
    "id" | "title" | "summary" | "notice" | "minutes" | "place" | "when" | "scale" | "sources" | "issues" | "protocol"
  > {
  readonly parties: readonly PartyFacts[];
}

const kept = new WeakMap<Scenario, Facts>();

/** The public part of a scenario. */
export function factsOf(scenario: Scenario): Facts {
  const known = kept.get(scenario);
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
  const facts = { id, title, summary, notice, minutes, place, when, scale, sources, issues, protocol, parties };
  kept.set(scenario, facts);
  return facts;
}

/** What the file says about things that have been said aloud at the table; null for whatever has not. */
export interface Disclosed {
  /** The label of a position under which the party has spoken. */
  position(party: number, position: number): Text | null;
  /** News that has happened. */
  news(event: number): News | null;
  /** A lever that has been pressed. */
  lever(party: number, lever: number): { readonly title: Text; readonly on: number } | null;
  /** The interest behind an issue that the party has named in a refusal, or was sounded out about. */
  interest(party: number, issue: number): { readonly text: Text; readonly grounds: Grounds } | null;
  /** A red line that the party has called in a refusal. */
  redLine(party: number, line: number): { readonly title: Text | null; readonly when: Terms } | null;
}

/** Looks up in the file what this view has disclosed; a seat's own side and, once all is open, every side are disclosed. */
export function disclosedTo(scenario: Scenario, view: View): Disclosed {
  const free = (party: number): boolean => view.sides.length > 0 || (party === view.seat && view.seat >= 0);
  const said = (test: (told: View["log"][number]) => boolean): boolean => view.log.some(test);
  return {
    position(party, position) {
      const spoken =
        free(party) ||
        view.parties[party]?.position === position ||
        said((told) => told.kind === "statement" && told.party === party && told.position === position);
      return spoken ? (scenario.parties[party]?.positions[position]?.label ?? null) : null;
    },
    news(event) {
      const found = view.happened.includes(event) ? scenario.events[event] : undefined;
      return found ? { text: found.news, historical: found.historical, grounds: found.grounds } : null;
    },
    lever(party, lever) {
      const pressed =
        free(party) || said((told) => told.kind === "press" && told.party === party && told.lever === lever);
      const found = pressed ? scenario.parties[party]?.levers[lever] : undefined;
      return found ? { title: found.title, on: found.on } : null;
    },
    interest(party, issue) {
      const named = said((told) => {
        if (told.kind === "answers")
          return told.answers.some((one) => one.party === party && one.named.includes(issue));
        return told.kind === "sounding" && told.of === party && told.reply > 0 && told.issue === issue;
      });
      if (!named && !free(party)) return null;
      const found = scenario.parties[party]?.interests.find(({ issues }) => issues.includes(issue));
      return found ? { text: found.text, grounds: found.grounds } : null;
    },
    redLine(party, line) {
      const called = said(
        (told) => told.kind === "answers" && told.answers.some((one) => one.party === party && one.red.includes(line)),
      );
      const found = called || free(party) ? scenario.parties[party]?.redLines[line] : undefined;
      return found ? { title: found.title, when: found.when } : null;
    },
  };
}
