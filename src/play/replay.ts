import { canonicalJson } from "../exact/json.ts";
import type { RecordedAction } from "./action.ts";
import { toAction } from "./action.ts";
import type { NextStep } from "./conduct.ts";
import type { Play } from "./play.ts";
import { openRecorded, type PlayRecord, type RecordedAct } from "./record.ts";
import { ENGINE, scenarioHash } from "./seal.ts";
import type { Seat } from "./seats.ts";

/** Where a replay leaves its record. */
export interface Difference {
  readonly act: number;
  readonly turn: number;
  /** Place in `actions`; its length when the end itself differs. */
  readonly at: number;
  readonly kind: "scenario" | "closed" | "machine" | "order" | "seal" | "missing" | "end";
  readonly message: string;
}

export interface Replayed {
  /** The play as far as it agrees with the record. */
  readonly play: Play;
  /** null: it agrees to the last seal. */
  readonly difference: Difference | null;
}

/** Whether this engine can play the record on; otherwise it is shown from its stored actions. */
export function isCurrent(record: PlayRecord): boolean {
  return record.engine === ENGINE;
}

/** Runs the clerk until somebody is awaited. */
function runClerk(play: Play): NextStep {
  for (;;) {
    const upcoming = play.upcoming();
    if (upcoming.kind !== "clerk") return upcoming;
    play.step();
  }
}

/**
 * Feeds one recorded action. What a machine did is derived again and compared; what humans and scripts did is given.
 * Returns what differs, or null.
 */
function applyRecorded(play: Play, recorded: RecordedAction, at: number, derive: boolean): Difference | null {
  const differs = (kind: Difference["kind"], message: string): Difference => ({
    act: recorded.act,
    // The play's turn: where an action is missing, the record is already in a later one.
    turn: play.state.context.turn,
    at,
    kind,
    message,
  });
  const upcoming = runClerk(play);
  if (upcoming.kind === "waiting" && upcoming.waiting.kind === "over") {
    return differs("order", `the play is over, but the record goes on with ${recorded.party}`);
  }
  if (play.state.context.turn !== recorded.turn) {
    return differs("order", `this is turn ${play.state.context.turn}, the record says ${recorded.turn}`);
  }
  if (derive && recorded.by === "machine" && upcoming.kind === "party") {
    const derived = toAction(play.model, upcoming.event);
    const party = play.scenario.parties[upcoming.event.party]?.id;
    if (party !== recorded.party || canonicalJson(derived) !== canonicalJson(recorded.action)) {
      return differs(
        "machine",
        `${party} does ${canonicalJson(derived)}, the record has ${recorded.party} do ${canonicalJson(recorded.action)}`,
      );
    }
    play.step();
  } else {
    const closed = tryAct(play, recorded);
    if (closed) return differs("closed", `${recorded.party} cannot do ${canonicalJson(recorded.action)}: ${closed}`);
  }
  return null;
}

function tryAct(play: Play, { party, action, by }: RecordedAction): string | null {
  try {
    return play.act(party, action, by);
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/**
 * Plays a record again and compares every seal on the way.
 * @param upTo number of actions to play; all by default
 */
export function replay(record: PlayRecord, runner: "live" | "batch" = "live", upTo = record.actions.length): Replayed {
  const play = openRecorded(record, runner);
  const act = record.acts[0] as RecordedAct;
  const stop = (difference: Difference): Replayed => ({ play, difference });
  if (scenarioHash(act.scenario) !== act.scenarioHash) {
    const message = "the scenario in the record is not the one its hash names";
    return stop({ act: 0, turn: 0, at: 0, kind: "scenario", message });
  }
  for (const [at, recorded] of record.actions.slice(0, upTo).entries()) {
    const difference = applyRecorded(play, recorded, at, true);
    if (difference) return stop(difference);
    if (play.seal !== recorded.seal) {
      const message = `the transcript's seal differs after ${recorded.party} did ${canonicalJson(recorded.action)}`;
      return stop({ act: recorded.act, turn: recorded.turn, at, kind: "seal", message });
    }
  }
  if (upTo < record.actions.length) return { play, difference: null };
  return { play, difference: compareEnd(play, record) };
}

/** The record may have been kept at any moment after its last action: the clerk may have gone on a few steps. */
function compareEnd(play: Play, record: PlayRecord): Difference | null {
  for (;;) {
    if (play.seal === record.seal) return null;
    const upcoming = play.upcoming();
    if (upcoming.kind !== "clerk") break;
    play.step();
  }
  const { turn } = play.state.context;
  const message = "the last seal of the record is not the seal of its transcript";
  return { act: 0, turn, at: record.actions.length, kind: "end", message };
}

/**
 * Goes back to the beginning of a turn and plays on from there: what was done before becomes script, and seats are assigned
 * anew.
 * @param turn the first turn that is played again
 * @param seats by party id; left out: as in the record
 * @throws Error when the earlier actions no longer play, which a current, sealed record rules out
 */
export function branch(record: PlayRecord, turn: number, seats?: Record<string, Seat>): Play {
  const play = openRecorded(record, "live", seats);
  for (const [at, recorded] of record.actions.entries()) {
    if (recorded.turn >= turn) break;
    const difference = applyRecorded(play, { ...recorded, by: "script" }, at, false);
    if (difference) throw new Error(difference.message);
  }
  return play;
}
