import type { Finding } from "../lab/balance/findings.ts";
import type { Effects, Scenario } from "../scenario/types.ts";
import { evidenceText, type FindingWords, partyPath, positionPath, rarely } from "./balance-places.ts";
import { conditionText, deedText } from "./conditions.ts";
import { english } from "./plain.ts";
import { listed, partyName, positionLabel } from "./words.ts";

/** What opens the way into a position, in words. */
function waysInto(scenario: Scenario, party: number, position: number): string {
  const charts = scenario.parties[party]?.positions ?? [];
  const moves = charts.flatMap(({ moves: list }, from) =>
    list.filter(({ to }) => to === position).map((move) => ({ from, move })),
  );
  const ways = moves.map(({ from, move }) => `from ${charts[from]?.id} when ${conditionText(scenario, move.when)}`);
  const sends = ({ moves: list }: Effects): boolean =>
    list.some((move) => move.party === party && move.to === position);
  const events = scenario.events.filter(({ effects }) => sends(effects)).map(({ id }) => `by the event ${id}`);
  return listed([...ways, ...events], "or");
}

/** A finding about a position that is never held. */
export function positionWords(
  scenario: Scenario,
  { party, position, reachable, evidence }: Finding & { kind: "position_never_held" },
): FindingWords {
  const label = positionLabel(scenario, party, position);
  const held = `${partyName(scenario, party)} never holds the position "${label}": ${rarely(evidence, "runs")}.`;
  return {
    where: positionPath(scenario, party, position),
    what: reachable ? held : `${held} Nothing in the file leads to it.`,
    change: reachable
      ? `Let it come about sooner: it is reached ${waysInto(scenario, party, position)}.`
      : "Give another position a move to it (moves: [{ to: … }]), or take it out.",
  };
}

/** A finding about positions in which the time runs out. */
export function deadlockWords(
  scenario: Scenario,
  { positions, signable, evidence }: Finding & { kind: "deadlock" },
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
  const where = places.length > 0 ? ` while they stand so: ${listed(places, "and")}` : "";
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
    change: `Give one of these positions a move out of it (moves:), or lower what it holds out for (${stuck.length > 0 ? listed(stuck, "or") : "holds_at_least, walk_away.at"}).`,
  };
}

/** A finding about a lever that is never used. */
export function leverWords(
  scenario: Scenario,
  { party, lever, pressed, evidence }: Finding & { kind: "lever_never" },
): FindingWords {
  const found = scenario.parties[party]?.levers[lever];
  const title = found ? english(found.title) : "";
  return {
    where: `${partyPath(scenario, party)}.levers.${found?.id}`,
    what: pressed
      ? `${partyName(scenario, party)} never uses the lever "${title}": ${rarely(evidence, "runs")}.`
      : `No position of ${partyName(scenario, party)} presses the lever "${title}": as a machine it never uses it; a person may.`,
    change: pressed
      ? "Loosen the condition of the press: in does:, or put it into a position that is held sooner."
      : `If machines should use it, write does: [{ press: ${found?.id} }] into a position.`,
  };
}

/** A finding about a deed that is never done. */
export function deedWords(
  scenario: Scenario,
  { party, position, deed, evidence }: Finding & { kind: "deed_never" },
): FindingWords {
  const found = scenario.parties[party]?.positions[position]?.does[deed];
  const does = found ? deedText(scenario, party, found) : "";
  return {
    where: `${positionPath(scenario, party, position)}.does[${deed}]`,
    what: `${partyName(scenario, party)} holds the position in ${evidence.of} runs, but never ${does}.`,
    change: found
      ? `Loosen its condition (${conditionText(scenario, found.when)}), let the position be held longer, or take it out.`
      : "Take it out.",
  };
}
