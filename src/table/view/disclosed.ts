import type { Grounds, Scenario, Terms, Text } from "../../scenario/types.ts";
import type { LogLine } from "./log.ts";
import type { View } from "./view.ts";

/** News of the file that has happened, as everyone at the table has heard it. */
export interface DisclosedNews {
  readonly text: Text;
  readonly historical: boolean;
  readonly grounds: Grounds;
}

/** What the file says about things that have been said aloud at the table; null for what has not. */
export interface Disclosed {
  /** The label of a position under which the party has spoken. */
  position(party: number, position: number): Text | null;
  /** News that has happened. */
  news(event: number): DisclosedNews | null;
  /** A lever that has been pressed. */
  lever(party: number, lever: number): { readonly title: Text; readonly on: number } | null;
  /** The interest behind an issue that the party has named in a refusal, or was sounded out about. */
  interest(party: number, issue: number): { readonly text: Text; readonly grounds: Grounds } | null;
  /** A red line that the party has called in a refusal. */
  redLine(party: number, index: number): { readonly title: Text | null; readonly when: Terms } | null;
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
    news(event) {
      const found = view.happened.includes(event) ? scenario.events[event] : undefined;
      return found ? { text: found.news, historical: found.historical, grounds: found.grounds } : null;
    },
    lever(party, lever) {
      const pressed =
        free(party) || said((line) => line.kind === "press" && line.party === party && line.lever === lever);
      const found = pressed ? scenario.parties[party]?.levers[lever] : undefined;
      return found ? { title: found.title, on: found.on } : null;
    },
    interest(party, issue) {
      const named = said((line) => {
        if (line.kind === "answers")
          return line.answers.some((one) => one.party === party && one.named.includes(issue));
        return line.kind === "sounding" && line.of === party && line.reply > 0 && line.issue === issue;
      });
      if (!named && !free(party)) return null;
      const found = scenario.parties[party]?.interests.find(({ issues }) => issues.includes(issue));
      return found ? { text: found.text, grounds: found.grounds } : null;
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
