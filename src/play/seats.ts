import { type TacticKind, USUAL_EXPONENT } from "../scenario/codes.ts";
import { dispositionIndex } from "../scenario/dispositions.ts";
import type { Scenario, Tactic } from "../scenario/types.ts";
import type { PartyEvent } from "../table/events.ts";
import type { TableModel } from "../table/model.ts";
import type { View } from "../table/view/view.ts";

/** Who may decide for a party: a person, the program, or a program of the caller's. */
export const SEAT_KINDS = ["human", "machine", "script"] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** The most that a player may write down about a seat, so that a record stays a file that one can send. In characters. */
export const NOTE_LIMIT = { plan: 2_000, notes: 20_000 } as const;

/** `disposition`, in any seat: the party is so tonight, by id, instead of as the seed draws it. */
interface Disposed {
  readonly disposition?: string;
}

/** Who decides for a party. */
export type Seat =
  | ({ readonly by: "human" } & Disposed)
  /** `tactic`: instead of the file's own. */
  | ({ readonly by: "machine"; readonly tactic?: Tactic } & Disposed)
  /**
   * A program of the caller's. It sees the seat's view alone, as a machine does; null: do as a machine would. `keeps: false`: it
   * uses what it is shown up at once, so that no copy is made for it.
   */
  | ({ readonly by: "script"; readonly decide: (view: View) => PartyEvent | null; readonly keeps?: false } & Disposed);

/** Seats by party id. */
export type Seats = Readonly<Record<string, Seat>>;

/**
 * A tactic by name, with its usual exponent.
 * @param own of the party that is to bargain by it: as far as a tactic goes by time, it answers others in kind as the party's own
 *   does, so that two of them differ by their pace alone. Left out: it answers nobody
 */
export function tacticOf(kind: TacticKind, own?: Tactic): Tactic {
  const byTime = kind !== "tit_for_tat" && kind !== "micro";
  const reciprocity = byTime ? (own?.reciprocity ?? 0) : 0;
  return { kind, exponent: [USUAL_EXPONENT[kind], USUAL_EXPONENT[kind]], reciprocity };
}

/** The model with the tactics that the seats bring; the same model when they bring none. */
export function withTactics(model: TableModel, seats: readonly Seat[]): TableModel {
  if (!seats.some((seat) => seat.by === "machine" && seat.tactic)) return model;
  const swap = <P extends { readonly tactic: Tactic }>(party: P, index: number): P => {
    const seat = seats[index];
    return seat?.by === "machine" && seat.tactic ? { ...party, tactic: seat.tactic } : party;
  };
  const parties = model.scenario.parties.map(swap);
  return {
    ...model,
    scenario: { ...model.scenario, parties },
    partyModels: model.partyModels.map((partyModel, index) => ({
      ...partyModel,
      party: swap(partyModel.party, index),
    })),
  };
}

/** Machines in all seats, with some dispositions named. @param dispositions by party id, ids of dispositions */
export function machinesDisposed(dispositions: Readonly<Record<string, string>> = {}): Record<string, Seat> {
  return Object.fromEntries(
    Object.entries(dispositions).map(([party, disposition]) => [party, { by: "machine", disposition }]),
  );
}

/** The tactics that seats bring, by party; null: the file's own. */
export function tacticsOf(seats: readonly Seat[]): (Tactic | null)[] {
  return seats.map((seat) => (seat.by === "machine" && seat.tactic) || null);
}

/**
 * The dispositions that seats name, by party; −1: it is drawn.
 * @throws RangeError for a disposition that its party does not have
 */
export function namedDispositions(scenario: Scenario, seats: readonly Seat[]): number[] {
  return scenario.parties.map((party, index) => {
    const named = seats[index]?.disposition;
    return named === undefined ? -1 : dispositionIndex(party, named);
  });
}

/**
 * The index of a party.
 * @throws RangeError when the scenario has none of this id
 */
export function partyIndex(scenario: Scenario, id: string): number {
  const index = scenario.parties.findIndex((party) => party.id === id);
  if (index < 0) {
    throw new RangeError(
      `there is no party "${id}"; there are ${scenario.parties.map((party) => party.id).join(", ")}`,
    );
  }
  return index;
}

/** Seats in party order from seats by id. @throws RangeError for an unknown party */
export function seatsOf(scenario: Scenario, seats: Seats = {}): Seat[] {
  for (const id of Object.keys(seats)) partyIndex(scenario, id);
  return scenario.parties.map(({ id }) => (Object.hasOwn(seats, id) ? (seats[id] as Seat) : { by: "machine" }));
}
