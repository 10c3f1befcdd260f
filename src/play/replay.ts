import { canonicalJson } from "../exact/json.ts";
import type { Awaited } from "../table/rules/legality.ts";
import { type Action, type RecordedAction, toAction } from "./action.ts";
import { decisionOf } from "./conduct.ts";
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

/** What a machine does where a record says that one acted: of the party that the record names, if something is awaited of it. */
function derivedAction(play: Play, waits: Awaited, named: string): { party: string; action: Action } | null {
  if (waits.kind === "over" || waits.kind === "clerk") return null;
  const { parties } = play.scenario;
  const awaited = waits.kind === "answers" ? waits.parties : [waits.party];
  const party = awaited.find((one) => parties[one]?.id === named) ?? awaited[0];
  if (party === undefined) return null;
  const { event } = decisionOf(play, play.state, party);
  return { party: parties[party]?.id ?? "", action: toAction(play.model, event) };
}

/**
 * Feeds one recorded action, in the order of the record. What a machine did is derived again and compared; what humans and scripts
 * did is given. Returns what differs, or null.
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
  const waits = play.settle();
  if (waits.kind === "over") {
    return differs("order", `the play is over, but the record goes on with ${recorded.party}`);
  }
  if (play.state.context.turn !== recorded.turn) {
    return differs("order", `this is turn ${play.state.context.turn}, the record says ${recorded.turn}`);
  }
  const derived = derive && recorded.by === "machine" ? derivedAction(play, waits, recorded.party) : null;
  if (derived) {
    const [does, did] = [canonicalJson(derived.action), canonicalJson(recorded.action)];
    if (derived.party !== recorded.party || does !== did) {
      return differs("machine", `${derived.party} does ${does}, the record has ${recorded.party} do ${did}`);
    }
  }
  const closed = refusedBecause(() => play.enter(recorded));
  return closed === null
    ? null
    : differs("closed", `${recorded.party} cannot do ${canonicalJson(recorded.action)}: ${closed}`);
}

/** Why an action that a record names cannot be done: the rules close it, or it names what the scenario does not have. */
function refusedBecause(act: () => string | null): string | null {
  try {
    return act();
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
  return { play, difference: compareEnd(play, record) ?? giveEnvelopes(play, record) };
}

/** Gives the answers that wait for those of earlier parties. */
function giveEnvelopes(play: Play, { envelopes = [], actions }: PlayRecord): Difference | null {
  for (const { party, by, action } of envelopes) {
    const closed = refusedBecause(() => play.act(party, action, by));
    if (closed === null) continue;
    const message = `${party} cannot do ${canonicalJson(action)}: ${closed}`;
    return { act: 0, turn: play.state.context.turn, at: actions.length, kind: "closed", message };
  }
  return null;
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
