import {
  type Ground,
  type PartyThread,
  type Picture,
  type Pose,
  restOf,
  type StageMove,
  type Thread,
} from "./picture.ts";

/** The share of a stretch of time that has passed, held to 0–1. A stretch of no length is over. */
export function passed(now: number, from: number, length: number): number {
  if (length <= 0) return 1;
  return Math.min(Math.max((now - from) / length, 0), 1);
}

/** Leaves and arrives softly (cubic). */
export function softly(part: number): number {
  return part < 0.5 ? 4 * part * part * part : 1 - (2 - 2 * part) ** 3 / 2;
}

/** Starts at once and arrives softly (cubic). */
export function arriving(part: number): number {
  return 1 - (1 - part) ** 3;
}

/** From one number to another. */
export function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

/** In milliseconds. An offer flies from its card to the first rail, then runs down the rails and takes its line along. */
const FLIGHT_TIME = 240;
const RAIL_TIME = 220;
/** How long an offer, a text and a signature take: no motion is longer. */
export const LONGEST_MOTION = 600;
const SHIFT_TIME = 220;
const OPENING_TIME = 320;

/** A token under way. */
export interface Traveller {
  readonly party: number;
  /** 0 at the card, 1 at the first rail, 2 at the last one. */
  readonly way: number;
  readonly shown: number;
}

/** A text under way: the mediator's card opens into a line. 0–1. */
export interface Unfolding {
  readonly party: number;
  readonly part: number;
}

/** A pose and what moves through it. */
export interface AnimationState {
  readonly pose: Pose;
  readonly travellers: readonly Traveller[];
  readonly unfolding: readonly Unfolding[];
}

/** A change of the stage over time; `length` in milliseconds, 0 when it is at rest at once. */
export interface Motion {
  readonly length: number;
  /** How things stand after so many milliseconds. */
  at(elapsed: number): AnimationState;
}

const still = (pose: Pose): AnimationState => ({ pose, travellers: [], unfolding: [] });

/** No motion at all: how reduced motion shows every change. */
export function stillMotion(picture: Picture): Motion {
  const state = still(restOf(picture));
  return { length: 0, at: () => state };
}

/** When an issue's rail is reached by what runs down from the first rail to the last. */
function reached(issue: number, issues: number): number {
  return FLIGHT_TIME + (issues > 1 ? (issue / (issues - 1)) * (LONGEST_MOTION - FLIGHT_TIME - RAIL_TIME) : 0);
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
  const arrived = offered ? passed(now, FLIGHT_TIME, LONGEST_MOTION - FLIGHT_TIME) : softly(passed(now, 0, SHIFT_TIME));
  return {
    party: to.party,
    at: from ? mixed(from.at, to.at, shift) : to.at,
    shown: from ? between(from.shown, to.shown, part) : to.shown * arrived,
    weight,
  };
}

/**
 * From how things stand now to a picture.
 * @param from any pose, also one in the middle of another motion
 */
export function motionTo(from: Pose, picture: Picture, moves: readonly StageMove[]): Motion {
  const rest = restOf(picture);
  const opening = moves.some(({ kind }) => kind === "answers");
  const speaking = moves.flatMap((move) => (move.kind === "answers" ? [] : [move]));
  const sealed = rest.signed !== null && from.signed === null;
  const length = speaking.length > 0 || sealed ? LONGEST_MOTION : opening ? OPENING_TIME : SHIFT_TIME;
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
        answers: rest.answers.map((answer) => ({
          ...answer,
          // All at once: no party answers before another.
          shown: opening ? arriving(passed(elapsed, 0, OPENING_TIME)) : 1,
        })),
      },
      travellers: speaking.flatMap(({ kind, party }) =>
        kind === "offer"
          ? [
              {
                party,
                way:
                  softly(passed(elapsed, 0, FLIGHT_TIME)) + passed(elapsed, FLIGHT_TIME, LONGEST_MOTION - FLIGHT_TIME),
                shown: Math.min(passed(elapsed, 0, 80), 1 - passed(elapsed, LONGEST_MOTION - 80, 80)),
              },
            ]
          : [],
      ),
      unfolding: speaking.flatMap(({ kind, party }) =>
        kind === "text" ? [{ party, part: arriving(passed(elapsed, 0, LONGEST_MOTION)) }] : [],
      ),
    };
  };
  return { length, at };
}

/** A pose with the draft taken along by a hand: the issue that is dragged, and where it is, counted in options. */
export function withDraftHeld(pose: Pose, issue: number, at: number): Pose {
  if (!pose.draft) return pose;
  return { ...pose, draft: { ...pose.draft, at: pose.draft.at.with(issue, at) } };
}
