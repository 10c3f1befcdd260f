import type { Action } from "../../play/action.ts";
import type { Play } from "../../play/play.ts";
import type { Notes, PlayRecord, SeatNotes } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Closed } from "../../table/legality.ts";
import { type Address, asksForAPlay, NO_ADDRESS, oddWords, presetFor } from "../start/address.ts";
import { FILE_LIMIT, readFile, readRecord } from "./files.ts";
import type { Keep } from "./keep.ts";
import { keptText, readKept, summaryOf, tabOf } from "./kept.ts";
import { lazy, NotFetched } from "./lazy.ts";
import type { Pace, Speed } from "./pace.ts";
import { firstDraft, hasActed, humanSeats, isOver, sitDown, viewOf } from "./seats.ts";
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
  /**
   * Takes up the play that was kept, or offers the scenario that comes with the site. Where a play is kept and the address asks
   * for another, both are offered.
   */
  open(address?: Address): Promise<void>;
  /** Opens a file that was dropped on the page, unless that would disturb a play. */
  drop(file: File): void;
  /** Offers a scenario that did not come from a file. */
  offer(scenario: Scenario): void;
  /** @param openAll an onlooker sees every side from the beginning */
  begin(humans: readonly string[], seed: string, openAll?: boolean): void;
  /** Does what would take the place of the kept play (`state.replacing`), or thinks better of it. */
  replace(yes: boolean): void;
  toTable(): void;
  toMandate(): void;
  toResult(): void;
  liftCurtain(): void;
  /** Why the rules close an action to whoever sits here; null: it is open. */
  closed(action: Action): Closed | null;
  act(action: Action): Closed | null;
  /** Everything up to the next decision at this screen, at once. */
  skip(): void;
  /** Others wait, or go on. */
  pause(paused: boolean): void;
  /** How fast others act. */
  readonly speed: Speed;
  setSpeed(speed: Speed): void;
  /** After the end: shows it from another chair; null: an onlooker's. */
  look(party: string | null): void;
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
  /** Says that something went wrong which nobody has caught. */
  report(problem: unknown): void;
  /** Says that a part of the program could not be fetched, and offers to try `again`. */
  notFetched(again: () => void): void;
  /** The record of the play under way, as a file's text. */
  recordText(): string;
}

const engine = lazy(() => import("./engine.ts"));

const message = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

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
    const record = engine.get().recordOf(sitting.play, sitting.notes);
    if (!keep.write(keptText(tab, screen, sitting, record))) set({ notice: { key: "notice.storage" } });
  };
  const say = (notice: Notice): void => set({ notice });

  /** @param again what to do once more where it failed for want of a part of the program */
  const failed = (problem: unknown, again?: () => void): false => {
    const key = problem instanceof NotFetched ? "notice.not_fetched" : "notice.failed";
    const retry = (): void => {
      set({ notice: null });
      again?.();
    };
    say({ key, values: { message: message(problem) }, ...(again && problem instanceof NotFetched ? { retry } : {}) });
    return false;
  };

  let fetched = false;
  const fetchPlay = async (): Promise<void> => {
    await Promise.all([engine.load(), screens()]);
    fetched = true;
  };

  /** Does what needs the engine: at once where that is there already. */
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
        if (!state.sitting?.paused) callOff = pace.afterAStep(() => goOn());
        return;
      }
    } catch (problem) {
      failed(problem);
      return;
    }
    settle();
  };

  /** Nothing takes the place of a play that is kept before somebody has said that it may. */
  const unlessUnderWay = (then: () => void): void => {
    if (state.underWay) set({ replacing: then });
    else then();
  };

  const start = (play: Play, screen: SessionState["screen"], notes: Notes = {}, openAll = false): void => {
    callOff();
    const sitting = { ...sitDown(play, notes), openAll };
    set({ underWay: null, replacing: null });
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
    if (!engine.get().isCurrent(record)) {
      showOnly({ record, because: { key: "stored.revision", values: { engine: record.engine } } });
      return null;
    }
    try {
      const { play, difference } = engine.get().replay(record);
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
      failed(problem, () => void offerShipped());
    }
  };

  const restore = async (): Promise<boolean> => {
    const text = keep.read();
    if (text === null) return false;
    const kept = readKept(text);
    const [record] = await Promise.all([kept && readRecord(kept.record), fetchPlay()]);
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
    set({ sitting, screen, taken: false, underWay: null, replacing: null, heardFrom: viewOf(sitting).log.length });
    if (screen === "table") goOn();
    else beginDraft();
    save();
    return true;
  };

  /** What the address asks for, as far as the scenario has it; one sentence says what it has not. */
  const heed = (address: Address): void => {
    const { offered } = state;
    const { preset, odd } = offered
      ? presetFor(
          address,
          offered.scenario.id,
          offered.scenario.parties.map(({ id }) => id),
        )
      : address;
    set({ preset });
    if (odd.length > 0 && !state.notice) say({ key: "notice.address", values: { what: oddWords(odd) } });
  };

  const open = async (address: Address = NO_ADDRESS): Promise<void> => {
    const kept = asksForAPlay(address) ? keep.read() : null;
    const underWay = kept === null ? null : summaryOf(kept);
    let restored = false;
    try {
      if (underWay) set({ underWay });
      else restored = await restore();
    } catch (problem) {
      failed(problem, () => void open(address));
      // What is kept may be whole: a play that is begun now would take its place.
      if (problem instanceof NotFetched) return;
    }
    if (!restored || state.screen === "stored") await offerShipped();
    heed(address);
    // Fetched while the start is being read. Whoever cannot have it is told when it is asked for.
    await fetchPlay().catch(() => {});
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
    open,
    offer(scenario) {
      set({ offered: { scenario, file: null }, check: null });
    },
    begin(humans, seed, openAll = false) {
      const { offered } = state;
      if (!offered) return;
      const { scenario } = offered;
      const go = (): void =>
        whenFetched(() => {
          try {
            const play = engine.get().openPlay({ scenario, seed, seats: humanSeats(humans) });
            start(play, humans.length === 1 ? "mandate" : "table", {}, openAll && humans.length === 0);
          } catch (problem) {
            say({ key: "notice.not_playable", values: { message: message(problem) } });
          }
        });
      unlessUnderWay(go);
    },
    drop(file) {
      if (state.sitting) say({ key: "notice.drop.playing", values: { file: file.name } });
      else void this.openFile(file);
    },
    replace(yes) {
      const { replacing } = state;
      set({ replacing: null });
      if (yes) {
        set({ underWay: null });
        replacing?.();
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
      // Whoever takes a chair for the first time reads first what is wanted of them.
      const screen = hasActed(sitting.play, sitting.curtain) ? "table" : "mandate";
      set({ screen, sitting: { ...sitting, eyes: sitting.curtain, curtain: null, draft: null } });
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
      sit({ paused: false });
      settle();
    },
    pause(paused) {
      if (!state.sitting?.running) return;
      callOff();
      sit({ paused });
      if (!paused) goOn();
    },
    get speed() {
      return pace.speed;
    },
    setSpeed(speed) {
      pace.choose(speed);
      set({});
      const { sitting } = state;
      if (!sitting?.running || sitting.paused) return;
      callOff();
      if (pace.instant()) goOn();
      else callOff = pace.afterAStep(() => goOn());
    },
    look(party) {
      const { sitting } = state;
      if (sitting && isOver(sitting.play)) sit({ eyes: party });
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
      if (turn !== undefined)
        return start(engine.get().branch(engine.get().recordOf(play), turn, seats), "table", sitting.notes);
      const { scenario } = play;
      start(
        engine.get().openPlay({ scenario, seed: seed ?? play.seed, seats }),
        people.length === 1 ? "mandate" : "table",
      );
    },
    leave() {
      callOff();
      const { offered, underWay } = state;
      if (!underWay) keep.clear();
      set({ ...EMPTY, offered, underWay });
      if (!state.offered) void offerShipped();
    },
    async openFile(file) {
      if (file.size > FILE_LIMIT) return say({ key: "notice.too_large", values: { file: file.name } });
      const opened = await Promise.all([file.text().then((text) => readFile(text, file.name)), fetchPlay()])
        .then(([read]) => read)
        .catch((problem) => failed(problem, () => void this.openFile(file)));
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
          unlessUnderWay(() => start(play, isOver(play) ? "result" : "table", opened.record.notes));
        }
      }
    },
    offerShipped,
    async takeOver() {
      try {
        if (!(await restore())) set({ ...EMPTY, offered: state.offered });
      } catch (problem) {
        failed(problem, () => void this.takeOver());
      }
    },
    dismiss() {
      set({ notice: null });
    },
    report(problem) {
      failed(problem);
    },
    notFetched(again) {
      failed(new NotFetched(), again);
    },
    recordText() {
      return state.sitting ? `${JSON.stringify(engine.get().recordOf(state.sitting.play, state.sitting.notes))}\n` : "";
    },
  };
}
