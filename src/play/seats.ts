import { type Tactic, type TacticKind, USUAL_EXPONENT } from "../scenario/types.ts";
import type { PartyEvent } from "../table/events.ts";
import type { TableModel } from "../table/model.ts";
import type { View } from "../table/view.ts";

/** Who decides for a party. */
export type Seat =
  | { readonly by: "human" }
  /** `tactic`: instead of the file's own. */
  | { readonly by: "machine"; readonly tactic?: Tactic }
  /** A program of the caller's. It sees the seat's view alone, as a machine does; null: do as a machine would. */
  | { readonly by: "script"; readonly decide: (view: View) => PartyEvent | null };

/** Who did an action: as in {@link Seat}. */
export type By = Seat["by"];

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
    mandates: model.mandates.map((mandate, index) => ({ ...mandate, party: swap(mandate.party, index) })),
  };
}
