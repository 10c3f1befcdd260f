import type { Findings } from "../findings.ts";
import { quote } from "../suggest.ts";
import type { Move, Scenario } from "../types.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

const NEVER =
  "This never holds at the table. Check its rounds and terms; how the table ended is known only afterwards.";

/** Positions that an event or a lever can move the party to. */
function movedTo(scenario: Scenario, party: number): number[] {
  const effects = [...scenario.events, ...scenario.parties.flatMap(({ levers }) => levers)].map(
    (cause) => cause.effects,
  );
  return effects.flatMap(({ moves }) => moves.filter((move) => move.party === party).map(({ to }) => to));
}

/** Moves that can happen: their condition may hold, and none before them always does. */
function possible(moves: readonly Move[], verdicts: readonly Verdict[]): Move[] {
  const certain = verdicts.indexOf(true);
  return moves.filter((_, index) => verdicts[index] !== false && (certain < 0 || index <= certain));
}

function checkReach(scenario: Scenario, party: number, findings: Findings): void {
  const { id, positions } = scenario.parties[party] as Scenario["parties"][number];
  const reached = new Set([0, ...movedTo(scenario, party)]);
  for (const from of reached) {
    const moves = positions[from]?.moves ?? [];
    const verdicts = moves.map(({ when }) => verdictOf(scenario, when));
    for (const { to } of possible(moves, verdicts)) reached.add(to);
  }
  // A move whose goal is not known may lead anywhere.
  if (reached.has(-1)) return;
  for (const [index, position] of positions.entries()) {
    if (reached.has(index)) continue;
    const message =
      `No chain of moves leads from ${quote(positions[0]?.id)} to the position ${quote(position.id)}. ` +
      "Add a move to it, let an event move the party there, or take it away.";
    findings.error("unreachable-position", ["parties", id, "positions", position.id], message);
  }
}

function checkConditions(scenario: Scenario, party: number, findings: Findings): void {
  const { id, positions } = scenario.parties[party] as Scenario["parties"][number];
  for (const position of positions) {
    const path = ["parties", id, "positions", position.id];
    const verdicts = position.moves.map(({ when }) => verdictOf(scenario, when));
    const certain = verdicts.indexOf(true);
    for (const [index, verdict] of verdicts.entries()) {
      const at = [...path, "moves", index];
      if (verdict === false) findings.warn("never-holds", [...at, "when"], NEVER);
      else if (certain >= 0 && index > certain) {
        findings.warn("never-holds", at, "A move before this one always comes first. Put this one before it.");
      }
    }
    for (const [index, deed] of position.does.entries()) {
      const at = [...path, "does", index];
      if (verdictOf(scenario, deed.when) === false) findings.warn("never-holds", [...at, "when"], NEVER);
      if (deed.kind === "ask_text" && !scenario.protocol.mediator) {
        const message = "There is nobody to ask for a text. Give one party the role mediator, or take this away.";
        findings.error("no-mediator", [...at, "ask_text"], message);
      }
    }
  }
}

/** Positions that cannot be reached, moves and deeds that can never happen. */
export function checkPositions(scenario: Scenario, findings: Findings): void {
  for (const party of scenario.parties.keys()) {
    checkReach(scenario, party, findings);
    checkConditions(scenario, party, findings);
  }
}
