import type { Condition, Effects, Scenario, ScheduledMove } from "../../scenario/types.ts";
import { english } from "./terminal.ts";
import { englishTerms, fixed, issueTitle, listText, optionTitle, partyName, worthText } from "./words.ts";

function subject(scenario: Scenario, by: number): string {
  return by < 0 ? "someone else" : partyName(scenario, by);
}

function joined(scenario: Scenario, parts: readonly Condition[], word: "and" | "or"): string {
  const [only] = parts;
  if (only && parts.length === 1) return conditionText(scenario, only);
  return parts
    .map((part) => {
      const compound = (part.kind === "all" || part.kind === "any") && part.of.length > 1;
      const text = conditionText(scenario, part);
      return compound ? `(${text})` : text;
    })
    .join(`, ${word} `);
}

function negated(scenario: Scenario, of: Condition): string {
  switch (of.kind) {
    case "round_from":
      return `before round ${of.round}`;
    case "event":
      return `the event ${scenario.events[of.event]?.id} has not happened`;
    case "pressure_above":
      return `the pressure on ${partyName(scenario, of.party)} is at most ${fixed(of.level, 2)}`;
    case "not":
      return conditionText(scenario, of.of);
    default:
      return `not (${conditionText(scenario, of)})`;
  }
}

/** A condition of a scenario in English. */
export function conditionText(scenario: Scenario, condition: Condition): string {
  switch (condition.kind) {
    case "always":
      return "always";
    case "all":
      return condition.of.length > 0 ? joined(scenario, condition.of, "and") : "always";
    case "any":
      return condition.of.length > 0 ? joined(scenario, condition.of, "or") : "never";
    case "not":
      return negated(scenario, condition.of);
    case "round_from":
      return `from round ${condition.round}`;
    case "offered":
      return `${subject(scenario, condition.by)} offers ${englishTerms(scenario, condition.terms)}`;
    case "asked":
      return (
        `${subject(scenario, condition.by)} has sounded out ${partyName(scenario, condition.owner)} ` +
        `about ${englishTerms(scenario, condition.terms)}`
      );
    case "committed":
      return `${subject(scenario, condition.by)} has committed itself to ${englishTerms(scenario, condition.terms)}`;
    case "refused": {
      const issues = condition.issues.map((issue) => issueTitle(scenario, issue));
      return `${subject(scenario, condition.by)} has refused because of ${listText(issues, "or")}`;
    }
    case "worth_offered":
      return (
        `an offer worth at least ${worthText(condition.worth, scenario.scale)} to ` +
        `${partyName(scenario, condition.owner)} is on the table`
      );
    case "text":
      return condition.terms.length === 0
        ? "the mediator has put a text"
        : `the mediator's last text has ${englishTerms(scenario, condition.terms)}`;
    case "text_asked":
      return `${subject(scenario, condition.by)} has asked for a text`;
    case "pressure_above":
      return `the pressure on ${partyName(scenario, condition.party)} is above ${fixed(condition.level, 2)}`;
    case "event":
      return `the event ${scenario.events[condition.event]?.id} has happened`;
    case "walked_out":
      return `${partyName(scenario, condition.party)} has walked out`;
    case "table":
      return { signed: "the table has signed", broken: "the table has broken up", expired: "the time has run out" }[
        condition.outcome
      ];
    case "signed":
      return `what was signed has ${englishTerms(scenario, condition.terms)}`;
  }
}

/** Whether effects of an event or a lever send a party to a position. */
export function sendsTo({ moves }: Effects, party: number, position: number): boolean {
  return moves.some((move) => move.party === party && move.to === position);
}

/** What a machine party does because its position says so, in English. */
export function scheduledMoveText(scenario: Scenario, party: number, move: ScheduledMove): string {
  switch (move.kind) {
    case "sound_out":
      return (
        `sounds out ${partyName(scenario, move.party)} about ` +
        `${issueTitle(scenario, move.issue)}: ${optionTitle(scenario, move.issue, move.option)}`
      );
    case "commit":
      return `commits itself to ${issueTitle(scenario, move.issue)}: ${optionTitle(scenario, move.issue, move.option)}`;
    case "press": {
      const lever = scenario.parties[party]?.levers[move.lever];
      return lever ? `presses ${partyName(scenario, lever.on)}: ${english(lever.title)}` : "presses";
    }
    case "ask_text":
      return "asks for a text";
    case "walk_out":
      return "walks out";
  }
}
