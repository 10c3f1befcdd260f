import { toAction } from "../../src/play/action.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../src/play/record.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import type { Dice } from "./dice.ts";
import { legalEvent } from "./random-play.ts";

/** A play that stands somewhere in its middle, waiting for somebody. */
export interface Standing {
  readonly play: Play;
  readonly record: PlayRecord;
  readonly turn: number;
  /** Index of the party that is awaited. */
  readonly party: number;
  readonly id: string;
}

/** Plays on with dice in every seat for some decisions; null when the table ended before. */
export function playedSome(scenario: Scenario, seed: string, decisions: number, dice: Dice): Standing | null {
  const seats = Object.fromEntries(scenario.parties.map(({ id }) => [id, { by: "human" } as const]));
  const play = openPlay({ scenario, seed, seats, runner: "batch" });
  for (let done = 0; ; done++) {
    const waiting = play.advance();
    if (waiting.kind === "over") return null;
    const party = dice.pick(waiting.parties);
    const id = scenario.parties[party]?.id ?? "";
    if (done >= decisions) return { play, record: recordOf(play), turn: play.state.context.turn, party, id };
    const closed = play.act(id, toAction(play.model, legalEvent(play.model, play.state, party, dice)));
    if (closed) throw new Error(`a legal action of ${id} is closed: ${closed}`);
  }
}

/** The same record told of another scenario: the same public actions. */
export function toldOf(record: PlayRecord, scenario: Scenario): PlayRecord {
  return { ...record, acts: record.acts.map((act) => ({ ...act, scenario })) };
}

/** Everything in a value as text, whatever kind of list it is in. */
export function bytesOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (ArrayBuffer.isView(part)) return [...(part as unknown as Iterable<number>)];
    return typeof part === "number" && !Number.isFinite(part) ? String(part) : part;
  });
}
