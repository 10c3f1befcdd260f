import type { Diagnostics } from "../diagnostics.ts";
import { quote } from "../suggest.ts";
import type { Condition, Move, Party, Scenario } from "../types.ts";
import { type StaticVerdict, staticVerdictOf } from "./static-verdict.ts";

function lintMarks(scenario: Scenario, diagnostics: Diagnostics): void {
  for (const [index, { id, mark }] of scenario.parties.entries()) {
    const twin = scenario.parties.slice(0, index).find(({ mark: other }) => {
      return other.letters === mark.letters || (other.colour === mark.colour && other.shape === mark.shape);
    });
    if (!twin) continue;
    const message = `The marks of ${quote(twin.id)} and ${quote(id)} cannot be told apart. Give one another colour, shape or letters.`;
    diagnostics.warn("same-mark", ["parties", id, "mark"], message);
  }
}

/**
 * What is wrong with a scenario whose ids all exist, as far as it shows without working out any worth. Paths are
 * those of the file.
 */
export function lintScenario(scenario: Scenario, diagnostics: Diagnostics): void {
  lintPositions(scenario, diagnostics);
  lintEvents(scenario, diagnostics);
  lintMarks(scenario, diagnostics);
}

/** The round of `on_round`, which stands first in the condition. */
function firstRound(when: Condition): number | null {
  const first = when.kind === "all" ? when.of[0] : when;
  return first?.kind === "round_from" ? first.round : null;
}

/** Events that never happen, or not when the file says. */
function lintEvents(scenario: Scenario, diagnostics: Diagnostics): void {
  const { rounds } = scenario.protocol;
  for (const [index, event] of scenario.events.entries()) {
    const path = ["events", index];
    const round = firstRound(event.when);
    if (round !== null && round > rounds) {
      const message = `The table ends after round ${rounds}, so this never happens. Choose a round from 2 to ${rounds}.`;
      diagnostics.warn("event-never", [...path, "on_round"], message);
    } else if (rounds === 1) {
      diagnostics.warn(
        "event-never",
        path,
        "Events happen between rounds, and this table has one round. Add rounds, or take it away.",
      );
    } else if (round === 1) {
      const message = "Nothing happens before round 1; the earliest is before round 2. Write on_round: 2.";
      diagnostics.warn("event-never", [...path, "on_round"], message);
    } else if (staticVerdictOf(scenario, event.when) === false) {
      diagnostics.warn(
        "event-never",
        [...path, "when"],
        "This never holds, so the event never happens. Check its rounds and terms.",
      );
    } else if (event.chance === 0) {
      diagnostics.warn(
        "event-never",
        [...path, "chance"],
        "With a chance of 0 this never happens. Raise it, or take the event away.",
      );
    }
  }
}

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
function possible(moves: readonly Move[], verdicts: readonly StaticVerdict[]): Move[] {
  const certain = verdicts.indexOf(true);
  return moves.filter((_, index) => verdicts[index] !== false && (certain < 0 || index <= certain));
}

function lintReachability(scenario: Scenario, party: number, { id, positions }: Party, diagnostics: Diagnostics): void {
  const reached = new Set([0, ...movedTo(scenario, party)]);
  for (const from of reached) {
    const moves = positions[from]?.moves ?? [];
    const verdicts = moves.map(({ when }) => staticVerdictOf(scenario, when));
    for (const { to } of possible(moves, verdicts)) reached.add(to);
  }
  // A move whose goal is not known may lead anywhere.
  if (reached.has(-1)) return;
  for (const [index, position] of positions.entries()) {
    if (reached.has(index)) continue;
    const message =
      `No chain of moves leads from ${quote(positions[0]?.id)} to the position ${quote(position.id)}. ` +
      "Add a move to it, let an event move the party there, or take it away.";
    diagnostics.error("unreachable-position", ["parties", id, "positions", position.id], message);
  }
}

function lintConditions(scenario: Scenario, { id, positions }: Party, diagnostics: Diagnostics): void {
  for (const position of positions) {
    const path = ["parties", id, "positions", position.id];
    const verdicts = position.moves.map(({ when }) => staticVerdictOf(scenario, when));
    const certain = verdicts.indexOf(true);
    for (const [index, verdict] of verdicts.entries()) {
      const at = [...path, "moves", index];
      if (verdict === false) diagnostics.warn("never-holds", [...at, "when"], NEVER);
      else if (certain >= 0 && index > certain) {
        diagnostics.warn("never-holds", at, "A move before this one always comes first. Put this one before it.");
      }
    }
    for (const [index, scheduled] of position.does.entries()) {
      const at = [...path, "does", index];
      if (staticVerdictOf(scenario, scheduled.when) === false) diagnostics.warn("never-holds", [...at, "when"], NEVER);
      if (scheduled.kind === "ask_text" && !scenario.protocol.mediator) {
        const message = "There is nobody to ask for a text. Give one party the role mediator, or take this away.";
        diagnostics.error("no-mediator", [...at, "ask_text"], message);
      }
    }
  }
}

/** Positions that cannot be reached, moves and scheduled moves that can never happen. */
function lintPositions(scenario: Scenario, diagnostics: Diagnostics): void {
  for (const [index, party] of scenario.parties.entries()) {
    lintReachability(scenario, index, party, diagnostics);
    lintConditions(scenario, party, diagnostics);
  }
}
