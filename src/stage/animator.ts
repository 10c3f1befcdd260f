import { type AnimationState, type Motion, motionTo, stillMotion, withDraftHeld } from "./motion.ts";
import { movesBetween, type Picture, type StageMove } from "./picture.ts";

/** Parties whose offers travel over the stage, until they have arrived: in milliseconds from now. */
export interface Arrival {
  readonly parties: readonly number[];
  readonly length: number;
}

/**
 * Goes from picture to picture in time. A motion that tells of something is played to its end; what comes in the meantime
 * waits, and is then shown as one change.
 */
export interface Animator {
  /** @param still the end of every motion at once */
  show(picture: Picture, still: boolean): Arrival | null;
  /** The player drags the draft's stop of an issue, at 0–1 from the first option to the last; null: it was let go. */
  hold(issue: number, at: number | null): void;
  /** How things stand now; null before the first picture. */
  now(): { readonly state: AnimationState; readonly picture: Picture; readonly moving: boolean } | null;
}

/** @param clock milliseconds, from any beginning */
export function animatorOf(clock: () => number): Animator {
  let picture: Picture | null = null;
  let motion: Motion | null = null;
  let began = 0;
  let telling = false;
  let waiting: Picture | null = null;
  let hand: { issue: number; at: number } | null = null;
  let calm = false;

  const left = (): number => Math.max((motion?.length ?? 0) - (clock() - began), 0);

  const stateNow = (): AnimationState | null => {
    const state = motion?.at(clock() - began) ?? null;
    if (!state || !hand || !picture) return state;
    const place = hand.at * ((picture.stops[hand.issue] ?? 1) - 1);
    return { ...state, pose: withDraftHeld(state.pose, hand.issue, place) };
  };
  const begin = (next: Picture, moves: readonly StageMove[]): void => {
    const from = calm ? null : stateNow();
    motion = from ? motionTo(from.pose, next, moves) : stillMotion(next);
    telling = moves.length > 0;
    began = clock();
    picture = next;
    waiting = null;
  };
  const goOn = (): void => {
    if (!waiting || left() > 0) return;
    begin(waiting, movesBetween(picture, waiting));
  };

  return {
    show(next, still) {
      goOn();
      const latest = waiting ?? picture;
      if (latest && JSON.stringify(latest) === JSON.stringify(next)) return null;
      calm = still || picture?.scene !== next.scene;
      if (calm) {
        begin(next, []);
        return null;
      }
      const moves = movesBetween(picture, next);
      const delay = telling ? left() : 0;
      if (delay > 0) waiting = next;
      else begin(next, moves);
      const parties = moves.flatMap((move) => (move.kind === "answers" ? [] : [move.party]));
      if (parties.length === 0) return null;
      return { parties, length: delay > 0 ? delay + motionLength(next, moves) : left() };
    },
    hold(issue, at) {
      const last = at === null ? stateNow() : null;
      hand = at === null ? null : { issue, at };
      // What was let go between two stops glides to where it belongs.
      if (!last || !picture || calm || (telling && left() > 0)) return;
      motion = motionTo(last.pose, picture, []);
      telling = false;
      began = clock();
    },
    now() {
      goOn();
      const state = stateNow();
      return state && picture ? { state, picture, moving: left() > 0 || waiting !== null } : null;
    },
  };
}

function motionLength(next: Picture, moves: readonly StageMove[]): number {
  return motionTo(stillMotion(next).at(0).pose, next, moves).length;
}
