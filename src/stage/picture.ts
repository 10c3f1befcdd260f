import type { Mark } from "../scenario/types.ts";

/** A standing offer as it lies across the rails: one option for every issue. */
interface Line {
  readonly party: number;
  readonly options: readonly number[];
  /** It is what everyone is asked about now. */
  readonly onFloor: boolean;
}

/** An answer as it was opened. */
export interface ShownAnswer {
  readonly party: number;
  readonly accepts: boolean;
}

/** Something that happened and is worth a movement. */
export type StageMove =
  | { readonly kind: "offer"; readonly party: number }
  | { readonly kind: "text"; readonly party: number }
  | { readonly kind: "walk_out"; readonly party: number }
  /** A question that is known to have been put in private. */
  | { readonly kind: "note"; readonly party: number; readonly to: number }
  | { readonly kind: "answers" };

/** How much one party trusts another, 0–1. */
interface Bond {
  readonly from: number;
  readonly of: number;
  readonly trust: number;
}

/** What is known of the room round the table. */
interface RoomPicture {
  /** How much of the evening has passed, 0–1. */
  readonly time: number;
  /** Whose eyes look; −1: an onlooker's. */
  readonly own: number;
  /** Whose turn it is; −1: nobody's. */
  readonly speaking: number;
  /** Whose package everyone is asked about; −1: nobody is asked. */
  readonly floor: number;
  /** Who owes an answer, in a sealed envelope. */
  readonly asked: readonly number[];
  /** Who has walked out. */
  readonly gone: readonly number[];
  /** How many options each party has committed itself to in public. */
  readonly commitments: readonly number[];
  /** As far as those eyes may see it. */
  readonly bonds: readonly Bond[];
}

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
  /** The answers on the last package, until a party makes the next statement. */
  readonly answers: readonly ShownAnswer[];
  readonly room: RoomPicture;
  /** Everything that has moved since the play began; it only grows. */
  readonly story: readonly StageMove[];
}

/**
 * What has to be shown between two pictures. Only the last move of each kind and party and the last opening of answers count, so
 * that a skipped hour takes no longer than one step.
 */
export function movesBetween(before: Picture | null, after: Picture): StageMove[] {
  if (!before || before.scene !== after.scene) return [];
  const fresh = after.story.slice(before.story.length);
  return fresh.filter((move, index) => !fresh.slice(index + 1).some((later) => replaces(later, move)));
}

/** A party has one offer or text under way at a time. */
function replaces(later: StageMove, move: StageMove): boolean {
  if (move.kind === "answers" || later.kind === "answers") return later.kind === move.kind;
  if (move.kind === "note" && later.kind === "note") return later.party === move.party && later.to === move.to;
  const puts = (one: StageMove): boolean => one.kind === "offer" || one.kind === "text";
  return later.party === move.party && (later.kind === move.kind || (puts(later) && puts(move)));
}
