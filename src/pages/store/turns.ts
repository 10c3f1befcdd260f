import type { Action } from "../../play/action.ts";
import type { SeatNotes } from "../../play/record.ts";
import type { Closed } from "../../table/rules/closed.ts";
import { type PreparedJob, prepareJob } from "../futures/prepare-job.ts";
import { playEngine } from "./lazy.ts";
import type { Pace, Speed } from "./pace.ts";
import { firstDraft, hasActed, isOver, logLengthOf, type Store, viewOfOpenPlay } from "./store.ts";

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
  const { set, setOpenPlay } = store;
  let callOff = (): void => {};

  const beginDraft = (): void => {
    const { openPlay } = store.state;
    if (openPlay?.eyes && openPlay.draft === null) setOpenPlay({ draft: firstDraft(viewOfOpenPlay(openPlay)) });
  };

  /** Gives the screen to the player who is awaited now, behind a curtain when there are several. */
  const settle = (): void => {
    const { openPlay } = store.state;
    if (!openPlay) return;
    const { waiting } = openPlay.play;
    const awaited = waiting && waiting.kind !== "over" ? waiting.parties[0] : undefined;
    const party = awaited === undefined ? null : (openPlay.play.scenario.parties[awaited]?.id ?? null);
    if (party === null || party === openPlay.eyes) {
      setOpenPlay({ running: false });
    } else if (openPlay.humans.length > 1) {
      setOpenPlay({ running: false, curtain: party, eyes: null, draft: null });
    } else {
      setOpenPlay({ running: false, eyes: party });
    }
    beginDraft();
    save();
  };

  const goOn = (heardFrom?: number): void => {
    callOff();
    const { openPlay } = store.state;
    if (!openPlay) return;
    const { play } = openPlay;
    try {
      for (;;) {
        const instant = pace.instant();
        const before = instant ? 0 : logLengthOf(openPlay);
        if (!play.step()) break;
        if (instant || logLengthOf(openPlay) === before) continue;
        set({ heardFrom: heardFrom ?? before });
        setOpenPlay({ running: true });
        save();
        if (!store.state.openPlay?.paused) callOff = pace.afterAStep(() => goOn());
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
      const { openPlay } = store.state;
      if (!openPlay) return;
      set({ heardFrom: logLengthOf(openPlay) });
      openPlay.play.advance();
      setOpenPlay({ paused: false });
      settle();
    },
    pause(paused) {
      if (!store.state.openPlay?.running) return;
      callOff();
      setOpenPlay({ paused });
      if (!paused) goOn();
    },
    hurry(speed) {
      pace.choose(speed);
      set({});
      const { openPlay } = store.state;
      if (!openPlay?.running || openPlay.paused) return;
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
  const { set, setOpenPlay } = store;
  return {
    liftCurtain() {
      const { openPlay } = store.state;
      if (!openPlay?.curtain) return;
      // A player whose first decision this is reads first what their capital wants.
      const screen = hasActed(openPlay.play, openPlay.curtain) ? "table" : "mandate";
      const lifted = { ...openPlay, eyes: openPlay.curtain, curtain: null, draft: null };
      set({ screen, openPlay: lifted, heardFrom: logLengthOf(lifted) });
      autoplay.beginDraft();
    },
    closed(action) {
      const { openPlay } = store.state;
      return openPlay?.eyes ? openPlay.play.closed(openPlay.eyes, action) : "not_your_turn";
    },
    act(action) {
      const { openPlay, taken } = store.state;
      if (!openPlay?.eyes || taken) return "not_your_turn";
      const heardFrom = logLengthOf(openPlay);
      const closed = openPlay.play.act(openPlay.eyes, action);
      if (closed) return closed;
      set({ heardFrom });
      autoplay.goOn(heardFrom);
      return null;
    },
    draft(pack) {
      setOpenPlay({ draft: pack });
      save();
    },
    note(notes) {
      const { openPlay } = store.state;
      if (!openPlay?.eyes) return;
      setOpenPlay({ notes: { ...openPlay.notes, [openPlay.eyes]: notes } });
      save();
    },
    forecast(action, seed, runs) {
      const { openPlay } = store.state;
      if (!openPlay?.eyes) return null;
      const { play, eyes: party } = openPlay;
      // Whole, since it must be played again; what the workers make of it they make from the view of this seat alone.
      const record = playEngine.get().recordOf(play);
      return prepareJob({ kind: "forecast", record, turn: play.state.context.turn, party, action, seed, runs });
    },
    openAll(open) {
      setOpenPlay({ openAll: open });
      save();
    },
    look(party) {
      const { openPlay } = store.state;
      if (openPlay && isOver(openPlay.play)) setOpenPlay({ eyes: party });
    },
  };
}
