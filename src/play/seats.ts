import type { Tactic, TacticKind } from "../scenario/types.ts";
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

/** Exponents of time-based tactics where nothing else is said; the kinds of Faratin et al. 1998, values as NegMAS has them, inverted. */
const USUAL_EXPONENT: Readonly<Record<TacticKind, number>> = {
  boulware: 0.25,
  linear: 1,
  conceder: 4,
  tit_for_tat: 1,
  micro: 1,
};

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
