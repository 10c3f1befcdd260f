import type { BalanceFinding, Evidence } from "../../lab/balance/findings.ts";
import type { Scenario } from "../../scenario/types.ts";
import { conditionText, scheduledMoveText, sendsTo } from "./conditions.ts";
import { english } from "./terminal.ts";
import { fixed, issueTitle, listText, optionTitle, partyName, positionLabel, worthText } from "./words.ts";

/** A finding for people: what it is about, what was seen, and what to change in the file. */
interface FindingWords {
  /** Where in the scenario file, as a path. */
  readonly where: string;
  readonly what: string;
  readonly change: string;
}

/** `12 of 200 runs (6.0 %, 95 % interval 3.5 to 10.2)`. */
function evidenceText({ count, of, low, high }: Evidence, unit: string): string {
  const percent = (share: number): string => fixed(share * 100, 1);
  return `${count} of ${of} ${unit} (${percent(count / of)} %, 95 % interval ${percent(low)} to ${percent(high)})`;
}

/** As many decimals as it takes, so that a small chance is not none. */
function chanceText(share: number): string {
  return String(Number((share * 100).toPrecision(3)));
}

/** What never was, and how rare it may still be. */
function neverText({ of, high }: Evidence, unit: string): string {
  return `in none of ${of} ${unit} (so in less than ${fixed(high * 100, 1)} % of them, with 95 % confidence)`;
}

/** The path of an option in the file. */
function optionPath({ issues }: Scenario, issue: number, option: number): string {
  return `issues.${issues[issue]?.id}.options.${issues[issue]?.options[option]?.id}`;
}

/** An option with its issue. */
function optionName(scenario: Scenario, issue: number, option: number): string {
  return `${issueTitle(scenario, issue)}: ${optionTitle(scenario, issue, option)}`;
}

/** The path of a party in the file. */
function partyPath({ parties }: Scenario, party: number): string {
  return `parties.${parties[party]?.id}`;
}

/** The path of a position in the file. */
function positionPath(scenario: Scenario, party: number, position: number): string {
  return `${partyPath(scenario, party)}.positions.${scenario.parties[party]?.positions[position]?.id}`;
}

/** What opens the way into a position, in words. */
function waysInto(scenario: Scenario, party: number, position: number): string {
  const positions = scenario.parties[party]?.positions ?? [];
  const moves = positions.flatMap(({ moves: list }, from) =>
    list.filter(({ to }) => to === position).map((move) => ({ from, move })),
  );
  const ways = moves.map(({ from, move }) => `from ${positions[from]?.id} when ${conditionText(scenario, move.when)}`);
  const events = scenario.events
    .filter(({ effects }) => sendsTo(effects, party, position))
    .map(({ id }) => `by the event ${id}`);
  return listText([...ways, ...events], "or");
}

/** A finding about a position that is never held. */
function positionWords(
  scenario: Scenario,
  { party, position, reachable, evidence }: BalanceFinding & { kind: "position_never_held" },
): FindingWords {
  const label = positionLabel(scenario, party, position);
  const held = `${partyName(scenario, party)} never holds the position "${label}": ${neverText(evidence, "runs")}.`;
  return {
    where: positionPath(scenario, party, position),
    what: reachable ? held : `${held} Nothing in the file leads to it.`,
    change: reachable
      ? `Let it come about sooner: it is reached ${waysInto(scenario, party, position)}.`
      : "Give another position a move to it (moves: [{ to: … }]), or take it out.",
  };
}

/** A finding about positions in which the time runs out. */
function deadlockWords(
  scenario: Scenario,
  { positions, signable, evidence }: BalanceFinding & { kind: "deadlock" },
): FindingWords {
  const places = positions.flatMap((position, party) => {
    const label = positionLabel(scenario, party, position);
    return label ? [`${partyName(scenario, party)} "${label}"`] : [];
  });
  const stuck = positions.flatMap((position, party) => {
    const at = scenario.parties[party]?.positions[position];
    return at && at.moves.length === 0 && at.holdsAtLeast !== null
      ? [`${positionPath(scenario, party, position)}.holds_at_least`]
      : [];
  });
  const where = places.length > 0 ? ` while they stand so: ${listText(places, "and")}` : "";
  const what = `Time runs out in ${evidenceText(evidence, "runs")}${where}.`;
  if (signable > 0) {
    return {
      where: "protocol.rounds",
      what: `${what} ${signable} packages would then suit the floors of all who are needed: they do not get there in time.`,
      change:
        "Give the table more rounds, tactics that give way sooner (tactic.exponent), a mediator's text earlier (text_from), or events that press.",
    };
  }
  return {
    where: stuck[0] ?? "parties",
    what: `${what} No package suits what they hold out for there: they can only wait.`,
    change: `Give one of these positions a move out of it (moves:), or lower what it holds out for (${stuck.length > 0 ? listText(stuck, "or") : "holds_at_least, walk_away.at"}).`,
  };
}

/** A finding about a lever that is never used. */
function leverWords(
  scenario: Scenario,
  { party, lever, pressed, evidence }: BalanceFinding & { kind: "lever_never" },
): FindingWords {
  const found = scenario.parties[party]?.levers[lever];
  const title = found ? english(found.title) : "";
  return {
    where: `${partyPath(scenario, party)}.levers.${found?.id}`,
    what: pressed
      ? `${partyName(scenario, party)} never uses the lever "${title}": ${neverText(evidence, "runs")}.`
      : `No position of ${partyName(scenario, party)} presses the lever "${title}": as a machine it never uses it; a person may.`,
    change: pressed
      ? "Loosen the condition of the press: in does:, or put it into a position that is held sooner."
      : `If machines should use it, write does: [{ press: ${found?.id} }] into a position.`,
  };
}

/** A finding about a move of a position that is never made. */
function scheduledMoveWords(
  scenario: Scenario,
  { party, position, deed, evidence }: BalanceFinding & { kind: "deed_never" },
): FindingWords {
  const found = scenario.parties[party]?.positions[position]?.does[deed];
  const does = found ? scheduledMoveText(scenario, party, found) : "";
  return {
    where: `${positionPath(scenario, party, position)}.does[${deed}]`,
    what: `${partyName(scenario, party)} holds the position in ${evidence.of} runs, but never ${does}.`,
    change: found
      ? `Loosen its condition (${conditionText(scenario, found.when)}), let the position be held longer, or take it out.`
      : "Take it out.",
  };
}

function tacticWords(scenario: Scenario, { seat }: BalanceFinding & { kind: "best_tactic" }): FindingWords {
  const [best] = seat.means;
  const { scale } = scenario;
  const ahead = seat.ahead.map(({ tactic, estimate: { mean, low, high } }) => {
    return `${worthText(mean, scale)} (${worthText(low, scale)} to ${worthText(high, scale)}) over ${tactic}`;
  });
  return {
    where: `${partyPath(scenario, seat.party)}.tactic`,
    what: `For ${partyName(scenario, seat.party)} ${best?.tactic} beats every other tactic, on 0-100 by ${listText(ahead, "and")} (95 % intervals, paired by seed).`,
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
  { issue, option, rounds }: BalanceFinding & { kind: "dead_option" },
): FindingWords {
  const asked = asks(scenario, issue, option);
  return {
    where: optionPath(scenario, issue, option),
    what: `No package that could be signed holds "${optionName(scenario, issue, option)}", with the walk-aways of round ${listText(rounds.map(String), "and")}.`,
    change:
      asked.length > 0
        ? `${listText(asked, "and")} asks for it at first: fine as a demand to come down from; else make it worth more to the others or lower a walk-away.`
        : "Make it worth more to those who lose by it, lower a walk-away or a red line that shuts it out, or take it out.",
  };
}

/** A finding in English. */
export function findingWords(scenario: Scenario, finding: BalanceFinding): FindingWords {
  switch (finding.kind) {
    case "nothing_to_sign":
      return {
        where: "parties",
        what: `No package can be signed with the walk-aways of round ${listText(finding.rounds.map(String), "and")}.`,
        change:
          "See `parley analyze`: it names the walk-away or red line that closes the zone, and the smallest change that opens it.",
      };
    case "dead_option":
      return deadOptionWords(scenario, finding);
    case "option_never_signed":
      return {
        where: optionPath(scenario, finding.issue, finding.option),
        what: `No table signs "${optionName(scenario, finding.issue, finding.option)}", though it could: ${neverText(finding.evidence, "signed texts")}.`,
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
        what: `${partyName(scenario, finding.party)} never gets more than its walk-away, whatever its tactic: ${neverText(finding.evidence, "runs")}.`,
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
        what: `The event ${event?.id} never happens: ${neverText(finding.evidence, "runs")}.`,
        change: event
          ? `Loosen its condition (${conditionText(scenario, event.when)}), raise its chance (${chanceText(event.chance)} %), or take it out.`
          : "Take it out.",
      };
    }
    case "lever_never":
      return leverWords(scenario, finding);
    case "deed_never":
      return scheduledMoveWords(scenario, finding);
  }
}
