import type { Play } from "../../play/play.ts";
import type { Notes } from "../../play/record.ts";
import { engine, type Fetching } from "./fetching.ts";
import { type Holder, messageOf } from "./holder.ts";
import type { Saving } from "./saving.ts";
import { humanSeats, sitDown } from "./seats.ts";
import type { SessionState } from "./state.ts";
import type { Stepping } from "./stepping.ts";

/** How a play is begun again. Left out: as it was. */
export interface Again {
  readonly humans?: readonly string[];
  readonly seed?: string;
  /** The first turn that is played again; everything before it is kept. */
  readonly turn?: number;
}

/** Begins plays, and sees to it that none takes the place of another unasked. */
export interface Beginning {
  /** Sits down before a play. */
  start(play: Play, screen: SessionState["screen"], notes?: Notes, openAll?: boolean): void;
  /** Sits down at what is offered. @param openAll an onlooker sees every side from the beginning */
  begin(humans: readonly string[], seed: string, openAll?: boolean): void;
  again(how: Again): void;
  /** Does something that takes the place of the kept play once somebody has said that it may. */
  unlessUnderWay(then: () => void): void;
  /** Does what would take the place of the kept play (`state.replacing`), or thinks better of it. */
  replace(yes: boolean): void;
}

export function createBeginning(holder: Holder, fetching: Fetching, stepping: Stepping, saving: Saving): Beginning {
  const { set, say } = holder;

  const unlessUnderWay = (then: () => void): void => {
    if (holder.state.underWay) set({ replacing: then });
    else then();
  };

  const start = (play: Play, screen: SessionState["screen"], notes: Notes = {}, openAll = false): void => {
    stepping.callOff();
    const sitting = { ...sitDown(play, notes), openAll };
    set({ underWay: null, replacing: null });
    set({ sitting, screen, stored: null, check: null, notice: null, taken: false, heardFrom: 0 });
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
      const { offered } = holder.state;
      if (!offered) return;
      const { scenario } = offered;
      const go = (): void =>
        fetching.whenFetched(() => {
          try {
            const play = engine().openPlay({ scenario, seed, seats: humanSeats(humans) });
            start(play, humans.length === 1 ? "mandate" : "table", {}, openAll && humans.length === 0);
          } catch (problem) {
            say({ key: "notice.not_playable", values: { message: messageOf(problem) } });
          }
        });
      unlessUnderWay(go);
    },
    again({ humans, seed, turn }) {
      const { sitting } = holder.state;
      if (!sitting) return;
      const { play, notes } = sitting;
      const people = humans ?? sitting.humans;
      const seats = humanSeats(people);
      if (turn !== undefined) {
        start(engine().branch(engine().recordOf(play), turn, seats), "table", notes);
        return;
      }
      const { scenario } = play;
      const screen = people.length === 1 ? "mandate" : "table";
      start(engine().openPlay({ scenario, seed: seed ?? play.seed, seats }), screen);
    },
    replace(yes) {
      const { replacing } = holder.state;
      set({ replacing: null });
      if (yes) {
        set({ underWay: null });
        replacing?.();
      }
    },
  };
}
