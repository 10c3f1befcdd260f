import { type Beginning, createBeginning } from "./beginning.ts";
import { type Chair, createChair } from "./chair.ts";
import { createFetching } from "./fetching.ts";
import { createHolder, type Holder, messageOf } from "./holder.ts";
import type { Keep } from "./keep.ts";
import { NotFetched } from "./lazy.ts";
import { createOffering, type Offering } from "./offering.ts";
import type { Pace, Speed } from "./pace.ts";
import { createRestoring, type Restoring } from "./restoring.ts";
import { createSaving, type Saving } from "./saving.ts";
import { createStepping, type Stepping } from "./stepping.ts";

/** The one state machine behind the pages. Every change of the screen is one of its methods. */
export interface Session
  extends Pick<Holder, "state" | "subscribe">,
    Restoring,
    Offering,
    Pick<Beginning, "begin" | "again" | "replace">,
    Chair,
    Pick<Stepping, "skip" | "pause">,
    Pick<Saving, "recordText"> {
  toTable(): void;
  toMandate(): void;
  toResult(): void;
  /** How fast others act. */
  readonly speed: Speed;
  setSpeed(speed: Speed): void;
  dismiss(): void;
  /** Says that something went wrong which nobody has caught. */
  report(problem: unknown): void;
  /** Says that a part of the program could not be fetched, and offers to try `again`. */
  notFetched(again: () => void): void;
}

/**
 * @param tab names this tab among others that share the same keep
 * @param screens fetches the screens of a play: no play is shown before they are there
 */
export function createSession(
  keep: Keep,
  pace: Pace,
  tab: string,
  screens: () => Promise<unknown> = async () => {},
): Session {
  const holder = createHolder();
  const { set, failed, subscribe } = holder;
  const fetching = createFetching(holder, screens);
  const saving = createSaving(holder, keep, tab);
  const stepping = createStepping(holder, pace, saving);
  const beginning = createBeginning(holder, fetching, stepping, saving);
  const offering = createOffering(holder, fetching, beginning);
  const restoring = createRestoring(holder, keep, tab, { fetching, stepping, saving, offering });
  const { begin, again, replace } = beginning;
  const { skip, pause, hurry } = stepping;
  return {
    get state() {
      return holder.state;
    },
    subscribe,
    ...restoring,
    ...offering,
    ...createChair(holder, stepping, saving),
    begin,
    again,
    replace,
    skip,
    pause,
    get speed() {
      return pace.speed;
    },
    setSpeed: hurry,
    recordText: saving.recordText,
    toTable() {
      set({ screen: "table" });
      stepping.goOn();
    },
    toMandate() {
      stepping.callOff();
      set({ screen: "mandate" });
      saving.save();
    },
    toResult() {
      set({ screen: "result" });
      saving.save();
    },
    dismiss: () => set({ notice: null }),
    report(problem) {
      // Saying it draws the page anew: where that is what fails, it would be said for ever.
      const { notice } = holder.state;
      if (notice?.key !== "notice.failed" || notice.values?.message !== messageOf(problem)) failed(problem);
    },
    notFetched: (next) => void failed(new NotFetched(), next),
  };
}
