import type { Terms } from "../../../scenario/types.ts";
import type { View } from "../../../table/view/view.ts";

/** One way another party may be, as far as everybody may know. Worths are in the scenario's scale. */
export interface Character {
  /** How likely it is so, 0–1. */
  readonly chance: number;
  /** What each option is worth to it, by slot. */
  readonly worth: Float64Array;
  /** What it is known to refuse whatever it gets. */
  readonly never: readonly Terms[];
  /** Null: nothing is stated. */
  readonly walkAway: number | null;
  readonly exponent: number | null;
  readonly reciprocity: number | null;
}

/**
 * The ways another voter may be: its dispositions with what they state, as likely as the seat believes by now; what they leave open
 * is filled with the estimate of the view. Without dispositions there is one way, the estimate.
 * @param drawn the disposition that it is known to have; −1: not known
 */
export function charactersOf(view: View, party: number, drawn: number): Character[] {
  void drawn;
  const { scale } = view.rules;
  const estimate = view.estimates[party] ?? new Float64Array(view.rules.space.slots);
  const worth = estimate.map((share) => share * scale);
  return [{ chance: 1, worth, never: view.redCalled, walkAway: null, exponent: null, reciprocity: null }];
}
