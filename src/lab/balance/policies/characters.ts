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
  const { space, scale, dispositions } = view.rules;
  const estimate = view.estimates[party] ?? new Float64Array(space.slots);
  const guessed = estimate.map((share) => share * scale);
  const never = view.parties[party]?.redCalled ?? [];
  const list = dispositions[party] ?? [];
  if (list.length === 0) {
    return [{ chance: 1, worth: guessed, never, walkAway: null, exponent: null, reciprocity: null }];
  }
  const believed = list.map(({ chance }) => chance);
  return list.map(({ stated: { values, walkAway, tactic } }, index) => {
    const worth = guessed.slice();
    for (const [issue, known] of values.entries()) {
      const first = space.firstSlot[issue] ?? 0;
      for (const [option, value] of (known?.options ?? []).entries()) {
        if (known && known.weight !== null && value !== null) worth[first + option] = (known.weight * value) / scale;
      }
    }
    const drift = (walkAway.driftPerRound ?? 0) * (view.round - 1);
    const [low, high] = tactic?.exponent ?? [1, 1];
    return {
      chance: drawn < 0 ? (believed[index] ?? 0) : Number(index === drawn),
      worth,
      never,
      walkAway: walkAway.at === null ? null : walkAway.at + drift,
      exponent: tactic ? (low + high) / 2 : null,
      reciprocity: tactic?.reciprocity ?? null,
    };
  });
}
