import { createPlayLoader } from "./fetching.ts";
import { NotFetched } from "./lazy.ts";
import { createPlayOpening, type PlayOpening } from "./opening.ts";
import type { Pace, Speed } from "./pace.ts";
import { createRestoring, type Restoring } from "./restoring.ts";
import { createSaving, type Saving } from "./saved-play.ts";
import { createPlayStarter, type PlayStarter } from "./start-play.ts";
import type { PlayStorage } from "./storage.ts";
import { createStore, messageOf, type Store } from "./store.ts";
import { type Autoplay, createAutoplay, createSeatActions, type SeatActions } from "./turns.ts";

/** The one state machine behind the pages. Every change of the screen is one of its methods. */
export interface Session
  extends Pick<Store, "state" | "subscribe">,
    Restoring,
    PlayOpening,
    Pick<PlayStarter, "begin" | "again" | "replace">,
    SeatActions,
    Pick<Autoplay, "skip" | "pause">,
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
  keep: PlayStorage,
  pace: Pace,
  tab: string,
  screens: () => Promise<unknown> = async () => {},
): Session {
  const store = createStore();
  const { set, failed, subscribe } = store;
  const fetching = createPlayLoader(store, screens);
  const saving = createSaving(store, keep, tab);
  const stepping = createAutoplay(store, pace, saving);
  const beginning = createPlayStarter(store, fetching, stepping, saving);
  const offering = createPlayOpening(store, fetching, beginning);
  const restoring = createRestoring(store, keep, tab, { fetching, stepping, saving, offering });
  const { begin, again, replace } = beginning;
  const { skip, pause, hurry } = stepping;
  return {
    get state() {
      return store.state;
    },
    subscribe,
    ...restoring,
    ...offering,
    ...createSeatActions(store, stepping, saving),
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
      const { notice } = store.state;
      if (notice?.key !== "notice.failed" || notice.values?.message !== messageOf(problem)) failed(problem);
    },
    notFetched: (next) => void failed(new NotFetched(), next),
  };
}
