import type { Picture } from "./picture.ts";
import { type RoomPose, roomAtRest } from "./room/pose.ts";

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
  readonly room: RoomPose;
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
export function restOf(picture: Picture): Pose {
  const { lines, draft, signed } = picture;
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
    room: roomAtRest(picture),
  };
}
