import type { Mark } from "../scenario/types.ts";

/** A standing offer as it lies across the rails: one option for every issue. */
export interface Line {
  readonly party: number;
  readonly options: readonly number[];
  /** It is what everyone is asked about now. */
  readonly onFloor: boolean;
}

/** An answer as it was opened. */
export interface Opened {
  readonly party: number;
  readonly accepts: boolean;
}

/** Something that happened and is worth a movement. */
export type Move =
  | { readonly kind: "offer"; readonly party: number }
  | { readonly kind: "text"; readonly party: number }
  | { readonly kind: "answers" };

/** All that the stage knows of a table: plain data, made anew whenever something has changed. */
export interface Picture {
  /** Which play is seen through whose eyes; nothing moves from one to another. */
  readonly scene: string;
  /** How many options each issue has. */
  readonly stops: readonly number[];
  /** By index of the party. */
  readonly marks: readonly Mark[];
  /** In the order of the parties, at most one for each. */
  readonly lines: readonly Line[];
  readonly draft: readonly number[] | null;
  readonly signed: readonly number[] | null;
  /** The answers on the last package, until somebody speaks again. */
  readonly answers: readonly Opened[];
  /** Everything that has moved since the play began; it only grows. */
  readonly story: readonly Move[];
}

/**
 * What has to be shown between two pictures. Only the last offer of each party and the last opening of answers count, so
 * that a skipped hour takes no longer than one step.
 */
export function movesBetween(before: Picture | null, after: Picture): Move[] {
  if (!before || before.scene !== after.scene) return [];
  const fresh = after.story.slice(before.story.length);
  const who = (move: Move): number => (move.kind === "answers" ? -1 : move.party);
  return fresh.filter((move, index) => !fresh.slice(index + 1).some((later) => who(later) === who(move)));
}
