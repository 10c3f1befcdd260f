import type { Play } from "../../play/play.ts";
import type { Notes } from "../../play/record.ts";
import { type PlayLoader, playEngine } from "./fetching.ts";
import type { Saving } from "./saved-play.ts";
import type { SessionState } from "./store.ts";
import { humanSeats, messageOf, openPlayOf, type Store } from "./store.ts";
import type { Autoplay } from "./turns.ts";

/** How a play is begun again. Left out: as it was. */
export interface RestartOptions {
  readonly humans?: readonly string[];
  readonly seed?: string;
  /** The first turn that is played again; everything before it is kept. */
  readonly turn?: number;
}

/** Begins plays, and sees to it that none takes the place of another unasked. */
export interface PlayStarter {
  /** Sits down before a play. */
  start(play: Play, screen: SessionState["screen"], notes?: Notes, openAll?: boolean): void;
  /** Sits down at what is offered. @param openAll an onlooker sees every side from the beginning */
  begin(humans: readonly string[], seed: string, openAll?: boolean): void;
  again(how: RestartOptions): void;
  /** Does something that takes the place of the kept play once somebody has said that it may. */
  unlessUnderWay(then: () => void): void;
  /** Does what would take the place of the kept play (`state.replacing`), or thinks better of it. */
  replace(yes: boolean): void;
}

export function createPlayStarter(store: Store, fetching: PlayLoader, stepping: Autoplay, saving: Saving): PlayStarter {
  const { set, say } = store;

  const unlessUnderWay = (then: () => void): void => {
    if (store.state.underWay) set({ replacing: then });
    else then();
  };

  const start = (play: Play, screen: SessionState["screen"], notes: Notes = {}, openAll = false): void => {
    stepping.callOff();
    const openPlay = { ...openPlayOf(play, notes), openAll };
    set({ underWay: null, replacing: null });
    set({ openPlay, screen, stored: null, check: null, notice: null, taken: false, heardFrom: 0 });
    if (screen === "table") stepping.goOn();
    else {
      stepping.beginDraft();
      saving.save();
    }
  };

  return {
    start,
    unlessUnderWay,
    begin(humans, seed, openAll = false) {
      const { offered } = store.state;
      if (!offered) return;
      const { scenario } = offered;
      const go = (): void =>
        fetching.whenFetched(() => {
          try {
            const play = playEngine().openPlay({ scenario, seed, seats: humanSeats(humans) });
            start(play, humans.length === 1 ? "mandate" : "table", {}, openAll && humans.length === 0);
          } catch (problem) {
            say({ key: "notice.not_playable", values: { message: messageOf(problem) } });
          }
        });
      unlessUnderWay(go);
    },
    again({ humans, seed, turn }) {
      const { openPlay } = store.state;
      if (!openPlay) return;
      const { play, notes } = openPlay;
      const people = humans ?? openPlay.humans;
      const seats = humanSeats(people);
      if (turn !== undefined) {
        start(playEngine().branch(playEngine().recordOf(play), turn, seats), "table", notes);
        return;
      }
      const { scenario } = play;
      const screen = people.length === 1 ? "mandate" : "table";
      start(playEngine().openPlay({ scenario, seed: seed ?? play.seed, seats }), screen);
    },
    replace(yes) {
      const { replacing } = store.state;
      set({ replacing: null });
      if (yes) {
        set({ underWay: null });
        replacing?.();
      }
    },
  };
}
