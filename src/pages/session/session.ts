import type { Action } from "../../play/action.ts";
import { openPlay, type Play } from "../../play/play.ts";
import type { Notes, PlayRecord, SeatNotes } from "../../play/record.ts";
import { recordOf } from "../../play/record.ts";
import { branch, isCurrent, replay } from "../../play/replay.ts";
import type { Closed } from "../../table/legality.ts";
import { FILE_LIMIT, readFile, readRecord } from "./files.ts";
import type { Keep } from "./keep.ts";
import { keptText, readKept, tabOf } from "./kept.ts";
import type { Pace } from "./pace.ts";
import { firstDraft, humanSeats, isOver, sitDown, viewOf } from "./seats.ts";
import { shippedScenario } from "./shipped.ts";
import { EMPTY, type Notice, type SessionState, type Sitting, type StoredPlay } from "./state.ts";

/** How a play is begun again. Left out: as it was. */
export interface Again {
  readonly humans?: readonly string[];
  readonly seed?: string;
  /** The first turn that is played again; everything before it is kept. */
  readonly turn?: number;
}

/** The one state machine behind the pages. Every change of the screen is one of its methods. */
export interface Session {
  readonly state: SessionState;
  subscribe(listener: () => void): () => void;
  /** Takes up the play that was kept, or offers the scenario that comes with the site. */
  open(): Promise<void>;
  begin(humans: readonly string[], seed: string): void;
  toTable(): void;
  toMandate(): void;
  toResult(): void;
  liftCurtain(): void;
  /** Why the rules close an action to whoever sits here; null: it is open. */
  closed(action: Action): Closed | null;
  act(action: Action): Closed | null;
  /** Everything up to the next decision at this screen, at once. */
  skip(): void;
  draft(pack: number): void;
  /** Writes down for the seat before this screen what nobody else reads. */
  note(notes: SeatNotes): void;
  openAll(open: boolean): void;
  again(how: Again): void;
  leave(): void;
  openFile(file: File): Promise<void>;
  offerShipped(): Promise<void>;
  takeOver(): Promise<void>;
  dismiss(): void;
  /** The record of the play under way, as a file's text. */
  recordText(): string;
}

const message = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** @param tab names this tab among others that share the same keep */
export function createSession(keep: Keep, pace: Pace, tab: string): Session {
  let state: SessionState = EMPTY;
  let callOff = (): void => {};
  const listeners = new Set<() => void>();

  const set = (more: Partial<SessionState>): void => {
    state = { ...state, ...more };
    for (const listener of listeners) listener();
  };
  const sit = (more: Partial<Sitting>): void => {
    if (state.sitting) set({ sitting: { ...state.sitting, ...more } });
  };
  const save = (): void => {
    const { sitting, screen, taken } = state;
    if (!sitting || taken) return;
    if (!keep.write(keptText(tab, screen, sitting))) set({ notice: { key: "notice.storage" } });
  };
  const say = (notice: Notice): void => set({ notice });

  const failed = (problem: unknown): false => {
    say({ key: "notice.failed", values: { message: message(problem) } });
    return false;
  };

  /** Whoever is awaited now sits down before the screen, behind a curtain when there are several. */
  const settle = (): void => {
    const { sitting } = state;
    if (!sitting) return;
    const { waiting } = sitting.play;
    const awaited = waiting && waiting.kind !== "over" ? waiting.parties[0] : undefined;
    const party = awaited === undefined ? null : (sitting.play.scenario.parties[awaited]?.id ?? null);
    if (party === null || party === sitting.eyes) {
      sit({ running: false });
    } else if (sitting.humans.length > 1) {
      sit({ running: false, curtain: party, eyes: null, draft: null });
    } else {
      sit({ running: false, eyes: party });
    }
    beginDraft();
    save();
  };

  const beginDraft = (): void => {
    const { sitting } = state;
    if (sitting?.eyes && sitting.draft === null) sit({ draft: firstDraft(viewOf(sitting)) });
  };

  /** Steps until something new can be read in the record of the table, waits, and goes on. */
  const goOn = (heardFrom?: number): void => {
    callOff();
    const { sitting } = state;
    if (!sitting) return;
    const { play } = sitting;
    try {
      for (;;) {
        const before = viewOf(sitting).log.length;
        if (!play.step()) break;
        if (pace.instant() || viewOf(sitting).log.length === before) continue;
        set({ heardFrom: heardFrom ?? before });
        sit({ running: true });
        save();
        callOff = pace.afterAStep(() => goOn());
        return;
      }
    } catch (problem) {
      failed(problem);
      return;
    }
    settle();
  };

  const start = (play: Play, screen: SessionState["screen"], notes: Notes = {}): void => {
    callOff();
    const sitting = sitDown(play, notes);
    set({ sitting, screen, stored: null, check: null, notice: null, taken: false, heardFrom: 0 });
    if (screen === "table") goOn();
    else {
      beginDraft();
      save();
    }
  };

  const showOnly = (stored: StoredPlay): void =>
    set({ screen: "stored", stored, sitting: null, check: null, notice: null });

  const playRecord = (record: PlayRecord): Play | null => {
    if (!isCurrent(record)) {
      showOnly({ record, because: { key: "stored.revision", values: { engine: record.engine } } });
      return null;
    }
    try {
      const { play, difference } = replay(record);
      if (!difference) return play;
      showOnly({
        record,
        because: { key: "stored.differs", values: { turn: difference.turn, message: difference.message } },
      });
    } catch (problem) {
      showOnly({ record, because: { key: "stored.differs", values: { turn: 0, message: message(problem) } } });
    }
    return null;
  };

  const offerShipped = async (): Promise<void> => {
    try {
      set({ offered: { scenario: await shippedScenario(), file: null }, check: null });
    } catch (problem) {
      say({ key: "notice.no_scenario", values: { message: message(problem) } });
    }
  };

  const restore = async (): Promise<boolean> => {
    const text = keep.read();
    if (text === null) return false;
    const kept = readKept(text);
    const record = kept && (await readRecord(kept.record));
    if (!kept || !record) {
      say({ key: "notice.restored_broken" });
      return false;
    }
    const play = playRecord(record);
    if (!play) return true;
    const bare = sitDown(play, record.notes);
    const alone = bare.humans.length === 1;
    const sitting = {
      ...bare,
      eyes: alone ? bare.eyes : null,
      openAll: kept.openAll,
      draft: alone ? kept.draft : null,
    };
    const screen = kept.screen === "result" && !isOver(play) ? "table" : kept.screen;
    set({ sitting, screen, taken: false, heardFrom: viewOf(sitting).log.length });
    if (screen === "table") goOn();
    else beginDraft();
    save();
    return true;
  };

  keep.onOther((text) => {
    if (!state.sitting || text === null || tabOf(text) === tab) return;
    callOff();
    set({ taken: true });
  });

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open() {
      const restored = await restore().catch(failed);
      if (!restored || state.screen === "stored") await offerShipped();
    },
    begin(humans, seed) {
      if (!state.offered) return;
      const { scenario } = state.offered;
      try {
        start(openPlay({ scenario, seed, seats: humanSeats(humans) }), humans.length === 1 ? "mandate" : "table");
      } catch (problem) {
        say({ key: "notice.not_playable", values: { message: message(problem) } });
      }
    },
    toTable() {
      set({ screen: "table" });
      goOn();
    },
    toMandate() {
      callOff();
      set({ screen: "mandate" });
      save();
    },
    toResult() {
      set({ screen: "result" });
      save();
    },
    liftCurtain() {
      const { sitting } = state;
      if (!sitting?.curtain) return;
      sit({ eyes: sitting.curtain, curtain: null, draft: null });
      if (state.sitting) set({ heardFrom: viewOf(state.sitting).log.length });
      beginDraft();
    },
    closed(action) {
      const { sitting } = state;
      return sitting?.eyes ? sitting.play.closed(sitting.eyes, action) : "not_your_turn";
    },
    act(action) {
      const { sitting, taken } = state;
      if (!sitting?.eyes || taken) return "not_your_turn";
      const heardFrom = viewOf(sitting).log.length;
      const closed = sitting.play.act(sitting.eyes, action);
      if (closed) return closed;
      set({ heardFrom });
      goOn(heardFrom);
      return null;
    },
    skip() {
      callOff();
      const { sitting } = state;
      if (!sitting) return;
      set({ heardFrom: viewOf(sitting).log.length });
      sitting.play.advance();
      settle();
    },
    draft(pack) {
      sit({ draft: pack });
      save();
    },
    note(notes) {
      const { sitting } = state;
      if (!sitting?.eyes) return;
      sit({ notes: { ...sitting.notes, [sitting.eyes]: notes } });
      save();
    },
    openAll(open) {
      sit({ openAll: open });
      save();
    },
    again({ humans, seed, turn }) {
      const { sitting } = state;
      if (!sitting) return;
      const { play } = sitting;
      const people = humans ?? sitting.humans;
      const seats = humanSeats(people);
      if (turn !== undefined) return start(branch(recordOf(play), turn, seats), "table", sitting.notes);
      const { scenario } = play;
      start(openPlay({ scenario, seed: seed ?? play.seed, seats }), people.length === 1 ? "mandate" : "table");
    },
    leave() {
      callOff();
      keep.clear();
      set({ ...EMPTY, offered: state.offered });
      if (!state.offered) void offerShipped();
    },
    async openFile(file) {
      if (file.size > FILE_LIMIT) return say({ key: "notice.too_large", values: { file: file.name } });
      const opened = await file
        .text()
        .then((text) => readFile(text, file.name))
        .catch(failed);
      if (!opened) return;
      switch (opened.kind) {
        case "unreadable":
          return set({
            notice: { key: "notice.not_readable", values: { file: file.name, message: opened.message } },
            check: null,
          });
        case "unplayable":
          return set({ notice: { key: "notice.not_playable", values: { message: opened.message } }, check: null });
        case "broken":
          return set({ check: { file: file.name, diagnostics: opened.diagnostics, broken: true }, notice: null });
        case "scenario": {
          const { scenario, diagnostics } = opened;
          const check = diagnostics.length > 0 ? { file: file.name, diagnostics, broken: false } : null;
          return set({ offered: { scenario, file: file.name }, check, notice: null });
        }
        case "record": {
          const play = playRecord(opened.record);
          if (!play) return;
          start(play, isOver(play) ? "result" : "table", opened.record.notes);
        }
      }
    },
    offerShipped,
    async takeOver() {
      set({ taken: false, sitting: null });
      if (!(await restore())) set({ ...EMPTY, offered: state.offered });
    },
    dismiss() {
      set({ notice: null });
    },
    recordText() {
      return state.sitting ? `${JSON.stringify(recordOf(state.sitting.play, state.sitting.notes))}\n` : "";
    },
  };
}
