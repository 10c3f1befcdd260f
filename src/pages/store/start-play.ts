import type { Play } from "../../play/play.ts";
import type { Notes } from "../../play/record.ts";
import { type PreparedJob, prepareJob } from "../futures/prepare-job.ts";
import { playEngine } from "./lazy.ts";
import { currentPlayOf, humanSeats, messageOf, type Screen, type Store } from "./store.ts";
import type { Autoplay } from "./turns.ts";

/** Fetches what no start needs. */
export interface PlayLoader {
  /** The engine and the screens of a play. @throws NotFetched */
  fetchPlay(): Promise<void>;
  /** Does what needs them: at once where they are there already. */
  whenFetched(then: () => void): void;
}

/** @param fetchScreens fetches the screens of a play: no play is shown before they are there */
export function createPlayLoader({ set, failed }: Store, fetchScreens: () => Promise<unknown>): PlayLoader {
  let fetched = false;
  const fetchPlay = async (): Promise<void> => {
    await Promise.all([playEngine.load(), fetchScreens()]);
    fetched = true;
  };
  const whenFetched = (then: () => void): void => {
    if (fetched) {
      then();
      return;
    }
    set({ fetching: true });
    fetchPlay()
      .finally(() => set({ fetching: false }))
      .then(then, (problem) => failed(problem, () => whenFetched(then)));
  };
  return { fetchPlay, whenFetched };
}

/** How a play is played again. Left out: as it was. */
export interface RestartOptions {
  readonly humans?: readonly string[];
  readonly seed?: string;
  /** The first turn that is played again; everything before it stays as it was. */
  readonly turn?: number;
}

/** Puts plays onto the screen, and sees to it that none takes the place of a saved one unasked. */
export interface PlayStarter {
  /** Puts a play onto the screen. */
  start(play: Play, screen: Screen, notes?: Notes, openAll?: boolean): void;
  /** Begins a play of the offered scenario. @param openAll an onlooker sees every side from the beginning */
  begin(humans: readonly string[], seed: string, openAll?: boolean): void;
  again(how: RestartOptions): void;
  simulate(seed: string, runs: number): PreparedJob<"machines"> | null;
  /** Does what would take the place of the saved play once the player has said that it may. */
  unlessSaved(then: () => void): void;
  /** The player's answer: `state.replacing` is done, or dropped. */
  replace(yes: boolean): void;
}

export function createPlayStarter(store: Store, loader: PlayLoader, autoplay: Autoplay, save: () => void): PlayStarter {
  const { set, say } = store;

  const unlessSaved = (then: () => void): void => {
    if (store.state.savedPlay) set({ replacing: then });
    else then();
  };

  const start = (play: Play, screen: Screen, notes: Notes = {}, openAll = false): void => {
    autoplay.callOff();
    const currentPlay = { ...currentPlayOf(play, notes), openAll };
    set({ savedPlay: null, replacing: null });
    set({ currentPlay, screen, stored: null, check: null, notice: null, taken: false, heardFrom: 0 });
    if (screen === "table") autoplay.goOn();
    else {
      autoplay.beginDraft();
      save();
    }
  };

  return {
    start,
    unlessSaved,
    begin(humans, seed, openAll = false) {
      const { offered } = store.state;
      if (!offered) return;
      const { scenario } = offered;
      const go = (): void =>
        loader.whenFetched(() => {
          try {
            const play = playEngine.get().openPlay({ scenario, seed, seats: humanSeats(humans) });
            start(play, humans.length === 1 ? "mandate" : "table", {}, openAll && humans.length === 0);
          } catch (problem) {
            say({ key: "notice.not_playable", values: { message: messageOf(problem) } });
          }
        });
      unlessSaved(go);
    },
    again({ humans, seed, turn }) {
      const { currentPlay } = store.state;
      if (!currentPlay) return;
      const { play, notes } = currentPlay;
      const people = humans ?? currentPlay.humans;
      const seats = humanSeats(people);
      const engine = playEngine.get();
      if (turn !== undefined) {
        start(engine.branch(engine.recordOf(play), turn, seats), "table", notes);
        return;
      }
      const { scenario } = play;
      const screen = people.length === 1 ? "mandate" : "table";
      start(engine.openPlay({ scenario, seed: seed ?? play.seed, seats }), screen);
    },
    simulate(seed, runs) {
      const { offered } = store.state;
      return offered && prepareJob({ kind: "machines", scenario: offered.scenario, seed, runs });
    },
    replace(yes) {
      const { replacing } = store.state;
      set({ replacing: null });
      if (yes) {
        set({ savedPlay: null });
        replacing?.();
      }
    },
  };
}
