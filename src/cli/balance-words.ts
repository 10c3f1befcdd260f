import type { Finding } from "../lab/balance/findings.ts";
import type { Scenario } from "../scenario/types.ts";
import {
  evidenceText,
  type FindingWords,
  optionName,
  optionPath,
  partyPath,
  percent,
  rarely,
} from "./balance-places.ts";
import { deadlockWords, deedWords, leverWords, positionWords } from "./balance-positions.ts";
import { conditionText } from "./conditions.ts";
import { english } from "./plain.ts";
import { listed, partyName, worthText } from "./words.ts";

function tacticWords(scenario: Scenario, { seat }: Finding & { kind: "best_tactic" }): FindingWords {
  const [best] = seat.means;
  const { scale } = scenario;
  const ahead = seat.ahead.map(({ tactic, estimate: { mean, low, high } }) => {
    return `${worthText(mean, scale)} (${worthText(low, scale)} to ${worthText(high, scale)}) over ${tactic}`;
  });
  return {
    where: `${partyPath(scenario, seat.party)}.tactic`,
    what: `For ${partyName(scenario, seat.party)} ${best?.tactic} beats every other tactic, on 0-100 by ${listed(ahead, "and")} (95 % intervals, paired by seed).`,
    change:
      "Make the other ways pay: a walk-away of the others that punishes it, fewer rounds or a discount if holding out wins, more rounds if giving way does, events that press.",
  };
}

function asks(scenario: Scenario, issue: number, option: number): string[] {
  return scenario.parties.flatMap((party) => {
    const terms = party.positions[0]?.asks.find((term) => term.issue === issue);
    return terms?.options.includes(option) ? [english(party.name)] : [];
  });
}

function deadOptionWords(
  scenario: Scenario,
  { issue, option, rounds }: Finding & { kind: "dead_option" },
): FindingWords {
  const asked = asks(scenario, issue, option);
  return {
    where: optionPath(scenario, issue, option),
    what: `No package that could be signed holds "${optionName(scenario, issue, option)}", with the walk-aways of round ${listed(rounds.map(String), "and")}.`,
    change:
      asked.length > 0
        ? `${listed(asked, "and")} asks for it at first: fine as a demand to come down from; else make it worth more to the others or lower a walk-away.`
        : "Make it worth more to those who lose by it, lower a walk-away or a red line that shuts it out, or take it out.",
  };
}

/** A finding in English. */
export function findingWords(scenario: Scenario, finding: Finding): FindingWords {
  switch (finding.kind) {
    case "nothing_to_sign":
      return {
        where: "parties",
        what: `No package can be signed with the walk-aways of round ${listed(finding.rounds.map(String), "and")}.`,
        change:
          "See `parley analyze`: it names the walk-away or red line that closes the zone, and the smallest change that opens it.",
      };
    case "dead_option":
      return deadOptionWords(scenario, finding);
    case "option_never_signed":
      return {
        where: optionPath(scenario, finding.issue, finding.option),
        what: `No table signs "${optionName(scenario, finding.issue, finding.option)}", though it could: ${rarely(finding.evidence, "signed texts")}.`,
        change:
          "Bring its worth nearer to its neighbours', tie it to something by a linkage, or let somebody ask for it (asks:).",
      };
    case "position_never_held":
      return positionWords(scenario, finding);
    case "deadlock":
      return deadlockWords(scenario, finding);
    case "hopeless_seat":
      return {
        where: `${partyPath(scenario, finding.party)}.walk_away`,
        what: `${partyName(scenario, finding.party)} never gets more than its walk-away, whatever its tactic: ${rarely(finding.evidence, "runs")}.`,
        change:
          "Lower its walk_away.at, make it needed (protocol.binding.needs), or give it clauses that cost the others little.",
      };
    case "unlosable_seat":
      return {
        where: `${partyPath(scenario, finding.party)}.walk_away`,
        what: `${partyName(scenario, finding.party)} always gets more than its walk-away, whatever its tactic: ${evidenceText(finding.evidence, "runs")}.`,
        change:
          "Nothing is at stake there: raise its walk_away.at, let it drift up, or let the others want what it has to give less.",
      };
    case "best_tactic":
      return tacticWords(scenario, finding);
    case "event_never": {
      const event = scenario.events[finding.event];
      return {
        where: `events.${event?.id}`,
        what: `The event ${event?.id} never happens: ${rarely(finding.evidence, "runs")}.`,
        change: event
          ? `Loosen its condition (${conditionText(scenario, event.when)}), raise its chance (${percent(event.chance)} %), or take it out.`
          : "Take it out.",
      };
    }
    case "lever_never":
      return leverWords(scenario, finding);
    case "deed_never":
      return deedWords(scenario, finding);
  }
}
