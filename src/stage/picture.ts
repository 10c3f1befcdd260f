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
  /** The answers on the last package, until a party makes the next statement. */
  readonly answers: readonly ShownAnswer[];
  /** Everything that has moved since the play began; it only grows. */
  readonly story: readonly StageMove[];
}

/**
 * What has to be shown between two pictures. Only the last offer of each party and the last opening of answers count, so
 * that a skipped hour takes no longer than one step.
 */
export function movesBetween(before: Picture | null, after: Picture): StageMove[] {
  if (!before || before.scene !== after.scene) return [];
  const fresh = after.story.slice(before.story.length);
  const who = (move: StageMove): number => (move.kind === "answers" ? -1 : move.party);
  return fresh.filter((move, index) => !fresh.slice(index + 1).some((later) => who(later) === who(move)));
}

/** Something that lies across the rails. `at`: by issue, counted in options; `shown`: 0–1. */
export interface Thread {
  readonly at: readonly number[];
  readonly shown: number;
}

/** The standing offer of a party. */
export interface PartyThread extends Thread {
  readonly party: number;
  /** 0: one among others, 1: everyone is asked about it. */
  readonly weight: number;
}

/** The ground between the offers that stand: by issue, the ends of what is contested, counted in options. */
export interface Ground {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly shown: number;
}

/** How everything on the stage stands, before it is known where on the screen that is. */
export interface Pose {
  readonly threads: readonly PartyThread[];
  readonly draft: Thread | null;
  readonly signed: Thread | null;
  readonly ground: Ground | null;
  readonly answers: readonly (ShownAnswer & { readonly shown: number })[];
}

/** What the offers leave between them; null while fewer than two stand. */
function groundOf(offers: readonly (readonly number[])[]): Ground | null {
  const [first] = offers;
  if (!first || offers.length < 2) return null;
  const ends = (end: (...all: number[]) => number): number[] =>
    first.map((_, issue) => end(...offers.map((offer) => offer[issue] ?? 0)));
  return { low: ends(Math.min), high: ends(Math.max), shown: 1 };
}

/** Where everything comes to rest in a picture. */
export function restOf({ lines, draft, signed, answers }: Picture): Pose {
  return {
    threads: lines.map(({ party, options, onFloor }) => ({
      party,
      at: options,
      // What is signed is everyone's: the offers that led there step back.
      shown: signed ? 0.25 : 1,
      weight: onFloor ? 1 : 0,
    })),
    draft: draft ? { at: draft, shown: 1 } : null,
    signed: signed ? { at: signed, shown: 1 } : null,
    ground: signed ? null : groundOf(lines.map(({ options }) => options)),
    answers: answers.map((answer) => ({ ...answer, shown: 1 })),
  };
}
