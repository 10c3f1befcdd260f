import { arriving, between, passed, softly } from "./easing.ts";
import type { Picture, StageMove } from "./picture.ts";
import { type Ground, type PartyThread, type Pose, restOf, type Thread } from "./pose.ts";
import { OPENING_TIME, PUSH_TIME, ROOM_TIME, roomBetween, roomIsSlow } from "./room/pose.ts";

/**
 * In milliseconds. A paper is pushed across the table; from there its party's token flies to the first rail, then runs down the
 * rails and takes its line along.
 */
const FLIGHT_START = 0.6 * PUSH_TIME;
const FLIGHT_TIME = 160;
const FLIGHT_END = FLIGHT_START + FLIGHT_TIME;
const RAIL_TIME = 180;
/** How long an offer, a text and a signature take: no motion is longer. */
export const LONGEST_MOTION = ROOM_TIME;
const SHIFT_TIME = 220;

/** A note under way, from the party that asks to the one that is asked and back. */
export interface Note {
  readonly party: number;
  readonly to: number;
  /** 0 at the one that asks, 1 at the one that is asked. */
  readonly way: number;
  readonly shown: number;
}

/** A token under way. */
export interface Traveller {
  readonly party: number;
  /** 0 at the table, 1 at the first rail, 2 at the last one. */
  readonly way: number;
  readonly shown: number;
}

/** A text under way: the mediator's paper opens into a line. 0–1. */
export interface Unfolding {
  readonly party: number;
  readonly part: number;
}

/** A pose and what moves through it. */
export interface AnimationState {
  readonly pose: Pose;
  readonly travellers: readonly Traveller[];
  readonly unfolding: readonly Unfolding[];
  readonly notes: readonly Note[];
}

/** A change of the stage over time; `length` in milliseconds, 0 when it is at rest at once. */
export interface Motion {
  readonly length: number;
  /** How things stand after so many milliseconds. */
  at(elapsed: number): AnimationState;
}

const still = (pose: Pose): AnimationState => ({ pose, travellers: [], unfolding: [], notes: [] });

/** No motion at all: how reduced motion shows every change. */
export function stillMotion(picture: Picture): Motion {
  const state = still(restOf(picture));
  return { length: 0, at: () => state };
}

/** When an issue's rail is reached by what runs down from the first rail to the last. */
function reached(issue: number, issues: number): number {
  return FLIGHT_END + (issues > 1 ? (issue / (issues - 1)) * (LONGEST_MOTION - FLIGHT_END - RAIL_TIME) : 0);
}

function mixed(from: readonly number[], to: readonly number[], part: (issue: number) => number): number[] {
  return to.map((option, issue) => between(from[issue] ?? option, option, part(issue)));
}

function faded(from: Thread | null, to: Thread | null, part: number): Thread | null {
  if (from && to) return { at: mixed(from.at, to.at, () => part), shown: between(from.shown, to.shown, part) };
  if (to) return { ...to, shown: to.shown * part };
  return from && part < 1 ? { ...from, shown: from.shown * (1 - part) } : null;
}

function groundBetween(from: Ground | null, to: Ground | null, part: number): Ground | null {
  if (from && to) {
    const shown = between(from.shown, to.shown, part);
    return { low: mixed(from.low, to.low, () => part), high: mixed(from.high, to.high, () => part), shown };
  }
  if (to) return { ...to, shown: to.shown * part };
  if (!from || part >= 1) return null;
  // What is settled closes towards its middle instead of going out.
  const middle = from.low.map((low, issue) => (low + (from.high[issue] ?? low)) / 2);
  return {
    low: mixed(from.low, middle, () => part),
    high: mixed(from.high, middle, () => part),
    shown: from.shown * (1 - part),
  };
}

function threadBetween(from: PartyThread | undefined, to: PartyThread, moved: StageMove | undefined, now: number) {
  const part = softly(passed(now, 0, LONGEST_MOTION));
  const issues = to.at.length;
  const weight = between(from?.weight ?? 0, to.weight, part);
  const offered = moved?.kind === "offer";
  const shift = (issue: number): number =>
    offered ? softly(passed(now, reached(issue, issues), RAIL_TIME)) : softly(passed(now, 0, SHIFT_TIME));
  const arrived = offered ? passed(now, FLIGHT_END, LONGEST_MOTION - FLIGHT_END) : softly(passed(now, 0, SHIFT_TIME));
  return {
    party: to.party,
    at: from ? mixed(from.at, to.at, shift) : to.at,
    shown: from ? between(from.shown, to.shown, part) : to.shown * arrived,
    weight,
  };
}

function travellerAfter(party: number, elapsed: number): Traveller {
  const flown = softly(passed(elapsed, FLIGHT_START, FLIGHT_TIME));
  return {
    party,
    way: flown + passed(elapsed, FLIGHT_END, LONGEST_MOTION - FLIGHT_END),
    shown: Math.min(passed(elapsed, FLIGHT_START, 80), 1 - passed(elapsed, LONGEST_MOTION - 80, 80)),
  };
}

/** There in less than half of the time, and back with what was said. */
function noteAfter(party: number, to: number, elapsed: number): Note {
  const half = 0.45 * LONGEST_MOTION;
  const there = softly(passed(elapsed, 0, half));
  const back = softly(passed(elapsed, LONGEST_MOTION - half, half));
  return {
    party,
    to,
    way: there - back,
    shown: Math.min(passed(elapsed, 0, 80), 1 - passed(elapsed, LONGEST_MOTION - 80, 80)),
  };
}

/**
 * From how things stand now to a picture.
 * @param from any pose, also one in the middle of another motion
 */
export function motionTo(from: Pose, picture: Picture, moves: readonly StageMove[]): Motion {
  const rest = restOf(picture);
  const opening = moves.some(({ kind }) => kind === "answers");
  const speaking = moves.flatMap((move) => (move.kind === "offer" || move.kind === "text" ? [move] : []));
  const asking = moves.flatMap((move) => (move.kind === "note" ? [move] : []));
  const sealed = rest.signed !== null && from.signed === null;
  const long = speaking.length + asking.length > 0 || sealed || roomIsSlow(from.room, rest.room);
  const length = long ? LONGEST_MOTION : opening ? OPENING_TIME : SHIFT_TIME;
  const at = (elapsed: number): AnimationState => {
    if (elapsed >= length) return still(rest);
    const soft = softly(passed(elapsed, 0, SHIFT_TIME));
    const whole = softly(passed(elapsed, 0, length));
    const fresh = !from.draft || !rest.draft;
    return {
      pose: {
        threads: rest.threads.map((thread) =>
          threadBetween(
            from.threads.find(({ party }) => party === thread.party),
            thread,
            speaking.find(({ party }) => party === thread.party),
            elapsed,
          ),
        ),
        draft: faded(from.draft, rest.draft, fresh ? whole : arriving(passed(elapsed, 0, SHIFT_TIME))),
        signed: faded(from.signed, rest.signed, whole),
        ground: groundBetween(from.ground, rest.ground, speaking.length > 0 ? whole : soft),
        room: roomBetween(from.room, rest.room, moves, elapsed),
      },
      travellers: speaking.flatMap(({ kind, party }) => (kind === "offer" ? [travellerAfter(party, elapsed)] : [])),
      unfolding: speaking.flatMap(({ kind, party }) =>
        kind === "text"
          ? [{ party, part: arriving(passed(elapsed, FLIGHT_START, LONGEST_MOTION - FLIGHT_START)) }]
          : [],
      ),
      notes: asking.map(({ party, to }) => noteAfter(party, to, elapsed)),
    };
  };
  return { length, at };
}

/** A pose with the draft taken along by a hand: the issue that is dragged, and where it is, counted in options. */
export function withDraftHeld(pose: Pose, issue: number, at: number): Pose {
  if (!pose.draft) return pose;
  return { ...pose, draft: { ...pose.draft, at: pose.draft.at.with(issue, at) } };
}
