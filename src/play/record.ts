import type { Inferred, Scenario } from "../scenario/types.ts";
import { openPlay, type Play } from "./play.ts";
import { ENGINE, scenarioHash } from "./seal.ts";
import type { Seat } from "./seats.ts";
import type { recordShape } from "./stored.ts";

type StoredRecord = Inferred<typeof recordShape>;
type StoredAct = StoredRecord["acts"][number];

/** One act: a table as it was set up. */
export interface RecordedAct extends StoredAct {
  readonly scenario: Scenario;
}

/** A seat as the record keeps it: a script leaves only its actions. */
export type RecordedSeat = RecordedAct["seats"][string];

/** What players have written down, by party id; a party of which nothing was written is left out. */
export type Notes = NonNullable<StoredRecord["notes"]>;
export type SeatNotes = Notes[string];

/** The whole play as a file. It holds all that is needed to play it again; its seal proves it. */
export interface PlayRecord extends StoredRecord {
  readonly acts: readonly RecordedAct[];
}

/** The record of a play so far. @param notes left out of it where there are none */
export function recordOf(play: Play, notes: Notes = {}): PlayRecord {
  const seats = play.scenario.parties.map(({ id }, index) => {
    const seat = play.seats[index] as Seat;
    const kept: RecordedSeat =
      seat.by === "machine" && seat.tactic ? { by: seat.by, tactic: seat.tactic } : { by: seat.by };
    return [id, kept] as const;
  });
  const { scenario, seed, envelopes } = play;
  const act = { scenario, scenarioHash: scenarioHash(scenario), seed, seats: Object.fromEntries(seats) };
  return {
    parley: 1,
    engine: ENGINE,
    acts: [act],
    actions: [...play.actions],
    ...(envelopes.length > 0 && { envelopes: [...envelopes] }),
    seal: play.seal,
    ...(Object.keys(notes).length > 0 && { notes }),
  };
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
