import type { Action } from "../../play/action.ts";
import type { SeatNotes } from "../../play/record.ts";
import type { Closed } from "../../table/rules/legality.ts";
import type { Pace, Speed } from "./pace.ts";
import type { Saving } from "./saved-play.ts";
import { firstDraft, hasActed, isOver, type Store, viewOfOpenPlay } from "./store.ts";

/** Lets others act, at a pace that can be followed, until somebody at this screen is awaited. */
export interface Autoplay {
  /** Steps until something new can be read in the record of the table, waits, and goes on. */
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

export function createAutoplay(store: Store, pace: Pace, { save }: Saving): Autoplay {
  const { set, setOpenPlay: sit } = store;
  let callOff = (): void => {};

  const beginDraft = (): void => {
    const { openPlay } = store.state;
    if (openPlay?.eyes && openPlay.draft === null) sit({ draft: firstDraft(viewOfOpenPlay(openPlay)) });
  };

  /** Whoever is awaited now sits down before the screen, behind a curtain when there are several. */
  const settle = (): void => {
    const { openPlay } = store.state;
    if (!openPlay) return;
    const { waiting } = openPlay.play;
    const awaited = waiting && waiting.kind !== "over" ? waiting.parties[0] : undefined;
    const party = awaited === undefined ? null : (openPlay.play.scenario.parties[awaited]?.id ?? null);
    if (party === null || party === openPlay.eyes) {
      sit({ running: false });
    } else if (openPlay.humans.length > 1) {
      sit({ running: false, curtain: party, eyes: null, draft: null });
    } else {
      sit({ running: false, eyes: party });
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
        const before = viewOfOpenPlay(openPlay).log.length;
        if (!play.step()) break;
        if (pace.instant() || viewOfOpenPlay(openPlay).log.length === before) continue;
        set({ heardFrom: heardFrom ?? before });
        sit({ running: true });
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
      set({ heardFrom: viewOfOpenPlay(openPlay).log.length });
      openPlay.play.advance();
      sit({ paused: false });
      settle();
    },
    pause(paused) {
      if (!store.state.openPlay?.running) return;
      callOff();
      sit({ paused });
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

/** What whoever sits before this screen can do. */
export interface SeatActions {
  liftCurtain(): void;
  /** Why the rules close an action to whoever sits here; null: it is open. */
  closed(action: Action): Closed | null;
  act(action: Action): Closed | null;
  draft(pack: number): void;
  /** Writes down for the seat before this screen what nobody else reads. */
  note(notes: SeatNotes): void;
  openAll(open: boolean): void;
  /** After the end: shows it from another chair; null: an onlooker's. */
  look(party: string | null): void;
}

export function createSeatActions(store: Store, stepping: Autoplay, { save }: Saving): SeatActions {
  const { set, setOpenPlay: sit } = store;
  return {
    liftCurtain() {
      const { openPlay } = store.state;
      if (!openPlay?.curtain) return;
      // Whoever takes a chair for the first time reads first what is wanted of them.
      const screen = hasActed(openPlay.play, openPlay.curtain) ? "table" : "mandate";
      set({ screen, openPlay: { ...openPlay, eyes: openPlay.curtain, curtain: null, draft: null } });
      if (store.state.openPlay) set({ heardFrom: viewOfOpenPlay(store.state.openPlay).log.length });
      stepping.beginDraft();
    },
    closed(action) {
      const { openPlay } = store.state;
      return openPlay?.eyes ? openPlay.play.closed(openPlay.eyes, action) : "not_your_turn";
    },
    act(action) {
      const { openPlay, taken } = store.state;
      if (!openPlay?.eyes || taken) return "not_your_turn";
      const heardFrom = viewOfOpenPlay(openPlay).log.length;
      const closed = openPlay.play.act(openPlay.eyes, action);
      if (closed) return closed;
      set({ heardFrom });
      stepping.goOn(heardFrom);
      return null;
    },
    draft(pack) {
      sit({ draft: pack });
      save();
    },
    note(notes) {
      const { openPlay } = store.state;
      if (!openPlay?.eyes) return;
      sit({ notes: { ...openPlay.notes, [openPlay.eyes]: notes } });
      save();
    },
    openAll(open) {
      sit({ openAll: open });
      save();
    },
    look(party) {
      const { openPlay } = store.state;
      if (openPlay && isOver(openPlay.play)) sit({ eyes: party });
    },
  };
}
