import { arriving, between, passed, softly } from "./easing.ts";
import type { Move, Picture } from "./picture.ts";
import { type Ground, type PartyThread, type Pose, restOf, type Thread } from "./pose.ts";

/** In milliseconds. An offer flies from its card to the first rail, then runs down the rails and takes its line along. */
const FLIGHT = 240;
const RAIL = 220;
export const LONGEST = 600;
const SHIFT = 220;
const OPENING = 320;

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
export interface Moment {
  readonly pose: Pose;
  readonly travellers: readonly Traveller[];
  readonly unfolding: readonly Unfolding[];
}

/** A change of the stage over time; `length` in milliseconds, 0 when it is at rest at once. */
export interface Motion {
  readonly length: number;
  /** How things stand after so many milliseconds. */
  at(elapsed: number): Moment;
}

const still = (pose: Pose): Moment => ({ pose, travellers: [], unfolding: [] });

/** No motion at all: how reduced motion shows every change. */
export function standing(picture: Picture): Motion {
  const moment = still(restOf(picture));
  return { length: 0, at: () => moment };
}

/** When an issue's rail is reached by what runs down from the first rail to the last. */
function reached(issue: number, issues: number): number {
  return FLIGHT + (issues > 1 ? (issue / (issues - 1)) * (LONGEST - FLIGHT - RAIL) : 0);
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

function threadBetween(from: PartyThread | undefined, to: PartyThread, moved: Move | undefined, now: number) {
  const part = softly(passed(now, 0, LONGEST));
  const issues = to.at.length;
  const weight = between(from?.weight ?? 0, to.weight, part);
  const offered = moved?.kind === "offer";
  const shift = (issue: number): number =>
    offered ? softly(passed(now, reached(issue, issues), RAIL)) : softly(passed(now, 0, SHIFT));
  const arrived = offered ? passed(now, FLIGHT, LONGEST - FLIGHT) : softly(passed(now, 0, SHIFT));
  return {
    party: to.party,
    at: from ? mixed(from.at, to.at, shift) : to.at,
    shown: from ? between(from.shown, to.shown, part) : to.shown * arrived,
    weight,
  };
}

/**
 * From how things stand now to a picture.
 * @param from any moment, also one in the middle of another motion
 */
export function motionTo(from: Pose, picture: Picture, moves: readonly Move[]): Motion {
  const rest = restOf(picture);
  const opening = moves.some(({ kind }) => kind === "answers");
  const speaking = moves.flatMap((move) => (move.kind === "answers" ? [] : [move]));
  const sealed = rest.signed !== null && from.signed === null;
  const length = speaking.length > 0 || sealed ? LONGEST : opening ? OPENING : SHIFT;
  const at = (elapsed: number): Moment => {
    if (elapsed >= length) return still(rest);
    const soft = softly(passed(elapsed, 0, SHIFT));
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
        draft: faded(from.draft, rest.draft, fresh ? whole : arriving(passed(elapsed, 0, SHIFT))),
        signed: faded(from.signed, rest.signed, whole),
        ground: groundBetween(from.ground, rest.ground, speaking.length > 0 ? whole : soft),
        answers: rest.answers.map((answer) => ({
          ...answer,
          // All at once: nobody answers first.
          shown: opening ? arriving(passed(elapsed, 0, OPENING)) : 1,
        })),
      },
      travellers: speaking.flatMap(({ kind, party }) =>
        kind === "offer"
          ? [
              {
                party,
                way: softly(passed(elapsed, 0, FLIGHT)) + passed(elapsed, FLIGHT, LONGEST - FLIGHT),
                shown: Math.min(passed(elapsed, 0, 80), 1 - passed(elapsed, LONGEST - 80, 80)),
              },
            ]
          : [],
      ),
      unfolding: speaking.flatMap(({ kind, party }) =>
        kind === "text" ? [{ party, part: arriving(passed(elapsed, 0, LONGEST)) }] : [],
      ),
    };
  };
  return { length, at };
}

/** A pose with the draft taken along by a hand: the issue that is dragged, and where it is, counted in options. */
export function held(pose: Pose, issue: number, at: number): Pose {
  if (!pose.draft) return pose;
  return { ...pose, draft: { ...pose.draft, at: pose.draft.at.with(issue, at) } };
}
