import type { Findings } from "../findings.ts";
import type { Condition, Scenario } from "../types.ts";
import { verdictOf } from "./verdict.ts";

/** The round of `on_round`, which stands first in the condition. */
function firstRound(when: Condition): number | null {
  const first = when.kind === "all" ? when.of[0] : when;
  return first?.kind === "round_from" ? first.round : null;
}

/** Events that never happen, or not when the file says. */
export function checkEvents(scenario: Scenario, findings: Findings): void {
  const { rounds } = scenario.protocol;
  for (const [index, event] of scenario.events.entries()) {
    const path = ["events", index];
    const round = firstRound(event.when);
    if (round !== null && round > rounds) {
      const message = `The table ends after round ${rounds}, so this never happens. Choose a round from 2 to ${rounds}.`;
      findings.warn("event-never", [...path, "on_round"], message);
    } else if (rounds === 1) {
      findings.warn(
        "event-never",
        path,
        "Events happen between rounds, and this table has one round. Add rounds, or take it away.",
      );
    } else if (round === 1) {
      const message = "Nothing happens before round 1; the earliest is before round 2. Write on_round: 2.";
      findings.warn("event-never", [...path, "on_round"], message);
    } else if (verdictOf(scenario, event.when) === false) {
      findings.warn(
        "event-never",
        [...path, "when"],
        "This never holds, so the event never happens. Check its rounds and terms.",
      );
    } else if (event.chance === 0) {
      findings.warn(
        "event-never",
        [...path, "chance"],
        "With a chance of 0 this never happens. Raise it, or take the event away.",
      );
    }
  }
}
