import { checkEvents } from "./check/events.ts";
import { checkPositions } from "./check/positions.ts";
import type { Findings } from "./findings.ts";
import { quote } from "./suggest.ts";
import type { Scenario } from "./types.ts";

function checkMarks(scenario: Scenario, findings: Findings): void {
  for (const [index, { id, mark }] of scenario.parties.entries()) {
    const twin = scenario.parties.slice(0, index).find(({ mark: other }) => {
      return other.letters === mark.letters || (other.colour === mark.colour && other.shape === mark.shape);
    });
    if (!twin) continue;
    const message = `The marks of ${quote(twin.id)} and ${quote(id)} cannot be told apart. Give one another colour, shape or letters.`;
    findings.warn("same-mark", ["parties", id, "mark"], message);
  }
}

/**
 * What is wrong with a scenario whose ids all exist, as far as it shows without working out any worth. Paths are
 * those of the file.
 */
export function checkParts(scenario: Scenario, findings: Findings): void {
  checkPositions(scenario, findings);
  checkEvents(scenario, findings);
  checkMarks(scenario, findings);
}
