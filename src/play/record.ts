import type { Scenario, Tactic } from "../scenario/types.ts";
import { openPlay, type Play, type RecordedAction } from "./play.ts";
import { ENGINE, scenarioHash } from "./seal.ts";
import type { Seat, SeatKind } from "./seats.ts";

/** A seat as the record keeps it: a script leaves only its actions. */
export interface RecordedSeat {
  readonly by: SeatKind;
  readonly tactic?: Tactic;
}

/** One act: a table as it was set up. */
export interface RecordedAct {
  readonly scenario: Scenario;
  /** SHA-256 over the canonical JSON of the checked scenario. */
  readonly scenarioHash: string;
  readonly seed: string;
  readonly seats: Readonly<Record<string, RecordedSeat>>;
}

/** What somebody has written down for themselves about a seat: never read by the rules, and no part of the seal. */
export interface SeatNotes {
  /** The result that they mean to reach, 0–100 as the screens show worth. */
  readonly target?: number;
  readonly plan?: string;
  readonly notes?: string;
}

/** By party id; whoever wrote nothing is left out. */
export type Notes = Readonly<Record<string, SeatNotes>>;

/** Longer notes are cut: a record stays a file that one can send. In characters. */
export const NOTE_LIMIT = { plan: 2_000, notes: 20_000 } as const;

/** The whole play as a file. It holds all that is needed to play it again; its seal proves it. */
export interface PlayRecord {
  readonly parley: 1;
  /** Engine and rules revision that made it. */
  readonly engine: string;
  readonly acts: readonly RecordedAct[];
  readonly actions: readonly RecordedAction[];
  readonly seal: string;
  readonly notes?: Notes;
}

/** The record of a play so far. @param notes left out of it where there are none */
export function recordOf(play: Play, notes: Notes = {}): PlayRecord {
  const seats = play.scenario.parties.map(({ id }, index) => {
    const seat = play.seats[index] as Seat;
    const kept: RecordedSeat =
      seat.by === "machine" && seat.tactic ? { by: seat.by, tactic: seat.tactic } : { by: seat.by };
    return [id, kept] as const;
  });
  const { scenario, seed } = play;
  const act = { scenario, scenarioHash: scenarioHash(scenario), seed, seats: Object.fromEntries(seats) };
  const record = { parley: 1, engine: ENGINE, acts: [act], actions: [...play.actions], seal: play.seal } as const;
  return Object.keys(notes).length > 0 ? { ...record, notes } : record;
}

/** Seats to play a record with: humans stay human; scripts have only their recorded actions, then machines go on. */
export function seatsOfRecord(act: RecordedAct): Record<string, Seat> {
  const seats = Object.entries(act.seats).map(([id, seat]): [string, Seat] => {
    if (seat.by === "human") return [id, { by: "human" }];
    return [id, seat.tactic ? { by: "machine", tactic: seat.tactic } : { by: "machine" }];
  });
  return Object.fromEntries(seats);
}

/** Opens the play of a record at its beginning. @throws RangeError as openPlay does */
export function openRecorded(
  record: PlayRecord,
  runner: "live" | "batch" = "live",
  seats?: Record<string, Seat>,
): Play {
  const act = record.acts[0] as RecordedAct;
  return openPlay({ scenario: act.scenario, seed: act.seed, seats: seats ?? seatsOfRecord(act), runner });
}
