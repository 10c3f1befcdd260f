import { type Effects, type Grounds, NO_GROUNDS, type Scenario, type Terms, type Text } from "../../scenario/types.ts";
import { REPLY } from "../state.ts";
import type { LogLine } from "./log.ts";
import type { View } from "./view.ts";

/** News of the file that has happened, as everyone at the table has heard it. */
export interface DisclosedNews {
  readonly text: Text;
  readonly historical: boolean;
  readonly grounds: Grounds;
  readonly changes: readonly NewsChange[];
}

/** One thing that news has changed, as far as a seat may know it. */
export type NewsChange =
  /** Pressure on a party, 0–1. `by` is for its own side; others learn whether it rose (1) or fell (−1). */
  | { readonly kind: "pressure"; readonly party: number; readonly sign: number; readonly by: number | null }
  /** A walk-away, in the file's scale: for its own side alone. */
  | { readonly kind: "walk_away"; readonly party: number; readonly by: number }
  /** No package on the floor may hold this option any more. */
  | { readonly kind: "removed"; readonly issue: number; readonly option: number }
  /** A party is no longer held to its public word on an issue. */
  | { readonly kind: "released"; readonly party: number; readonly issue: number };

/** A change of position as the capital tells it to its delegation. */
export interface Cable {
  readonly label: Text;
  /** What it asks for from now on. */
  readonly asks: Terms;
  /** Of the move itself, where the file gives it any; else of the new position. */
  readonly grounds: Grounds;
}

/** What the file says about things that have been said aloud at the table; null for what has not. */
export interface Disclosed {
  /** The label of a position under which the party has spoken. */
  position(party: number, position: number): Text | null;
  /** A change of position, to the party's own side alone. */
  cable(party: number, from: number, to: number): Cable | null;
  /** News that has happened. */
  news(event: number): DisclosedNews | null;
  /** A lever that has been pressed. */
  lever(party: number, lever: number): { readonly title: Text; readonly on: number } | null;
  /**
   * What is known of the interest behind an issue: the private one where it is one's own, the party has replied to a sounding about
   * the issue, or all is open; else what the file lets the party say in public, once a refusal has named the issue.
   */
  interest(party: number, issue: number): { readonly text: Text; readonly grounds: Grounds } | null;
  /** A red line that the party has called in a refusal. */
  redLine(party: number, index: number): { readonly title: Text | null; readonly when: Terms } | null;
}

function changesOf(
  { pressure, walkAway, removeOptions, releaseCommitments }: Effects,
  free: (party: number) => boolean,
) {
  const changes: NewsChange[] = [
    ...pressure.map(({ party, by }) => ({
      kind: "pressure" as const,
      party,
      sign: Math.sign(by),
      by: free(party) ? by : null,
    })),
    ...walkAway.flatMap(({ party, by }) => (free(party) ? [{ kind: "walk_away" as const, party, by }] : [])),
    ...removeOptions.map((slot) => ({ kind: "removed" as const, ...slot })),
    ...releaseCommitments.map((word) => ({ kind: "released" as const, ...word })),
  ];
  return changes;
}

function cableOf(scenario: Scenario, party: number, from: number, to: number): Cable | null {
  const positions = scenario.parties[party]?.positions ?? [];
  const found = positions[to];
  if (!found) return null;
  // Several moves may lead there, and which of them did is not told: the first that gives a reason speaks.
  const moves = positions[from]?.moves.filter((move) => move.to === to) ?? [];
  const grounds = [...moves.map((move) => move.grounds), found.grounds];
  const given = grounds.find(({ why, cite }) => why !== null || cite.length > 0) ?? found.grounds;
  return { label: found.label, asks: found.asks, grounds: given };
}

/** Whether a reply to a sounding says anything. */
function isWord(reply: number): boolean {
  return reply !== REPLY.none && reply !== REPLY.no_answer;
}

/** Looks up in the file what this view has disclosed; a seat's own side and, once all is open, every side are disclosed. */
export function disclosedTo(scenario: Scenario, view: View): Disclosed {
  const free = (party: number): boolean => view.sides.length > 0 || (party === view.seat && view.seat >= 0);
  const said = (test: (line: LogLine) => boolean): boolean => view.log.some(test);
  return {
    position(party, position) {
      const spoken =
        free(party) ||
        view.parties[party]?.position === position ||
        said((line) => line.kind === "statement" && line.party === party && line.position === position);
      return spoken ? (scenario.parties[party]?.positions[position]?.label ?? null) : null;
    },
    cable: (party, from, to) => (free(party) ? cableOf(scenario, party, from, to) : null),
    news(event) {
      const found = view.happened.includes(event) ? scenario.events[event] : undefined;
      if (!found) return null;
      const { news: text, historical, grounds, effects } = found;
      return { text, historical, grounds, changes: changesOf(effects, free) };
    },
    lever(party, lever) {
      const pressed =
        free(party) || said((line) => line.kind === "press" && line.party === party && line.lever === lever);
      const found = pressed ? scenario.parties[party]?.levers[lever] : undefined;
      return found ? { title: found.title, on: found.on } : null;
    },
    interest(party, issue) {
      const behind = scenario.parties[party]?.interests.filter(({ issues }) => issues.includes(issue)) ?? [];
      const replied = said(
        (line) => line.kind === "sounding" && line.of === party && line.issue === issue && isWord(line.reply),
      );
      const [first] = behind;
      if (first && (free(party) || replied)) return { text: first.text, grounds: first.grounds };
      const named = said(
        (line) =>
          line.kind === "answers" && line.answers.some((one) => one.party === party && one.named.includes(issue)),
      );
      const text = named ? behind.find((interest) => interest.public)?.public : null;
      // Its grounds are of the private side: they would tell what the phrase does not.
      return text ? { text, grounds: NO_GROUNDS } : null;
    },
    redLine(party, index) {
      const called = said(
        (line) => line.kind === "answers" && line.answers.some((one) => one.party === party && one.red.includes(index)),
      );
      const found = called || free(party) ? scenario.parties[party]?.redLines[index] : undefined;
      return found ? { title: found.title, when: found.when } : null;
    },
  };
}
