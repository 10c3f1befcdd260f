import type { Action } from "../../play/action.ts";
import type { SeatNotes } from "../../play/record.ts";
import type { Closed } from "../../table/rules/closed.ts";
import { type PreparedJob, prepareJob } from "../futures/prepare-job.ts";
import { playEngine } from "./lazy.ts";
import type { Pace, Speed } from "./pace.ts";
import { firstDraft, hasActed, isOver, logLengthOf, type Store, viewOfCurrentPlay } from "./store.ts";

/** Lets others act, at a pace that can be followed, until a player at this screen is awaited. */
export interface Autoplay {
  /** Steps until something new can be read in the log, waits, and goes on. */
  goOn(heardFrom?: number): void;
  /** Nothing more happens by itself. */
  callOff(): void;
  /** Everything up to the next decision at this screen, at once. */
  skip(): void;
  /** Others wait, or go on. */
  pause(paused: boolean): void;
  /** Others act faster or slower from now on. */
  hurry(speed: Speed): void;
  /** Lays out a package for the seat before this screen, where it has none. */
  beginDraft(): void;
}

export function createAutoplay(store: Store, pace: Pace, save: () => void): Autoplay {
  const { set, setCurrentPlay } = store;
  let callOff = (): void => {};

  const beginDraft = (): void => {
    const { currentPlay } = store.state;
    if (currentPlay?.eyes && currentPlay.draft === null)
      setCurrentPlay({ draft: firstDraft(viewOfCurrentPlay(currentPlay)) });
  };

  /** Gives the screen to the player who is awaited now, behind a curtain when there are several. */
  const settle = (): void => {
    const { currentPlay } = store.state;
    if (!currentPlay) return;
    const { waiting } = currentPlay.play;
    const awaited = waiting && waiting.kind !== "over" ? waiting.parties[0] : undefined;
    const party = awaited === undefined ? null : (currentPlay.play.scenario.parties[awaited]?.id ?? null);
    if (party === null || party === currentPlay.eyes) {
      setCurrentPlay({ running: false });
    } else if (currentPlay.humans.length > 1) {
      setCurrentPlay({ running: false, curtain: party, eyes: null, draft: null });
    } else {
      setCurrentPlay({ running: false, eyes: party });
    }
    beginDraft();
    save();
  };

  const goOn = (heardFrom?: number): void => {
    callOff();
    const { currentPlay } = store.state;
    if (!currentPlay) return;
    const { play } = currentPlay;
    try {
      for (;;) {
        const instant = pace.instant();
        const before = instant ? 0 : logLengthOf(currentPlay);
        if (!play.step()) break;
        if (instant || logLengthOf(currentPlay) === before) continue;
        set({ heardFrom: heardFrom ?? before });
        setCurrentPlay({ running: true });
        save();
        if (!store.state.currentPlay?.paused) callOff = pace.afterAStep(() => goOn());
        return;
      }
    } catch (problem) {
      store.failed(problem);
      return;
    }
    settle();
  };

  return {
    goOn,
    callOff: () => callOff(),
    skip() {
      callOff();
      const { currentPlay } = store.state;
      if (!currentPlay) return;
      set({ heardFrom: logLengthOf(currentPlay) });
      currentPlay.play.advance();
      setCurrentPlay({ paused: false });
      settle();
    },
    pause(paused) {
      if (!store.state.currentPlay?.running) return;
      callOff();
      setCurrentPlay({ paused });
      if (!paused) goOn();
    },
    hurry(speed) {
      pace.choose(speed);
      set({});
      const { currentPlay } = store.state;
      if (!currentPlay?.running || currentPlay.paused) return;
      callOff();
      if (pace.instant()) goOn();
      else callOff = pace.afterAStep(() => goOn());
    },
    beginDraft,
  };
}

/** What the player before this screen can do. */
export interface SeatActions {
  liftCurtain(): void;
  closed(action: Action): Closed | null;
  act(action: Action): Closed | null;
  draft(pack: number): void;
  note(notes: SeatNotes): void;
  forecast(action: Action, seed: string, runs: number): PreparedJob<"forecast"> | null;
  openAll(open: boolean): void;
  look(party: string | null): void;
}

export function createSeatActions(store: Store, autoplay: Autoplay, save: () => void): SeatActions {
  const { set, setCurrentPlay } = store;
  return {
    liftCurtain() {
      const { currentPlay } = store.state;
      if (!currentPlay?.curtain) return;
      // A player whose first decision this is reads first what their capital wants.
      const screen = hasActed(currentPlay.play, currentPlay.curtain) ? "table" : "mandate";
      const lifted = { ...currentPlay, eyes: currentPlay.curtain, curtain: null, draft: null };
      set({ screen, currentPlay: lifted, heardFrom: logLengthOf(lifted) });
      autoplay.beginDraft();
    },
    closed(action) {
      const { currentPlay } = store.state;
      return currentPlay?.eyes ? currentPlay.play.closed(currentPlay.eyes, action) : "not_your_turn";
    },
    act(action) {
      const { currentPlay, taken } = store.state;
      if (!currentPlay?.eyes || taken) return "not_your_turn";
      const heardFrom = logLengthOf(currentPlay);
      const closed = currentPlay.play.act(currentPlay.eyes, action);
      if (closed) return closed;
      set({ heardFrom });
      autoplay.goOn(heardFrom);
      return null;
    },
    draft(pack) {
      setCurrentPlay({ draft: pack });
      save();
    },
    note(notes) {
      const { currentPlay } = store.state;
      if (!currentPlay?.eyes) return;
      setCurrentPlay({ notes: { ...currentPlay.notes, [currentPlay.eyes]: notes } });
      save();
    },
    forecast(action, seed, runs) {
      const { currentPlay } = store.state;
      if (!currentPlay?.eyes) return null;
      const { play, eyes: party } = currentPlay;
      // Whole, since it must be played again; what the workers make of it they make from the view of this seat alone.
      const record = playEngine.get().recordOf(play);
      return prepareJob({ kind: "forecast", record, turn: play.state.context.turn, party, action, seed, runs });
    },
    openAll(open) {
      setCurrentPlay({ openAll: open });
      save();
    },
    look(party) {
      const { currentPlay } = store.state;
      if (currentPlay && isOver(currentPlay.play)) setCurrentPlay({ eyes: party });
    },
  };
}
