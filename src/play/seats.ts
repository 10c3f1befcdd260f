import { type TacticKind, USUAL_EXPONENT } from "../scenario/codes.ts";
import type { Scenario, Tactic } from "../scenario/types.ts";
import type { PartyEvent } from "../table/events.ts";
import type { TableModel } from "../table/model.ts";
import type { View } from "../table/view/view.ts";

/** Who may decide for a party: a person, the program, or a program of the caller's. */
export const SEAT_KINDS = ["human", "machine", "script"] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** The most that a player may write down about a seat, so that a record stays a file that one can send. In characters. */
export const NOTE_LIMIT = { plan: 2_000, notes: 20_000 } as const;

/** Who decides for a party. */
export type Seat =
  | { readonly by: "human" }
  /** `tactic`: instead of the file's own. */
  | { readonly by: "machine"; readonly tactic?: Tactic }
  /** A program of the caller's. It sees the seat's view alone, as a machine does; null: do as a machine would. */
  | { readonly by: "script"; readonly decide: (view: View) => PartyEvent | null };

/** Seats by party id. */
export type Seats = Readonly<Record<string, Seat>>;

/** A tactic by name, with its usual exponent. */
export function tacticOf(kind: TacticKind): Tactic {
  return { kind, exponent: [USUAL_EXPONENT[kind], USUAL_EXPONENT[kind]] };
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
