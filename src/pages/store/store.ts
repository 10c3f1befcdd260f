import type { Key, Values } from "../../language/speaker.ts";
import type { Play } from "../../play/play.ts";
import type { Notes, PlayRecord } from "../../play/record.ts";
import type { Seat } from "../../play/seats.ts";
import type { Diagnostic } from "../../scenario/diagnostics.ts";
import type { Scenario, Text } from "../../scenario/types.ts";
import { isEnded } from "../../table/state.ts";
import type { View } from "../../table/view/view.ts";
import { NO_ADDRESS, type Preset } from "./address.ts";

/** The screens, in the order in which a play goes through them; `stored` shows a record that cannot be played on. */
export type Screen = "start" | "mandate" | "table" | "result" | "stored";

/** One play with what this screen adds to it. */
export interface CurrentPlay {
  readonly play: Play;
  /** Parties played by people at this screen, by id. */
  readonly humans: readonly string[];
  /** Whose view is on the screen; null: an onlooker's. */
  readonly eyes: string | null;
  /** The screen waits behind a curtain for this party. */
  readonly curtain: string | null;
  /** An onlooker has asked to see every side. */
  readonly openAll: boolean;
  /** The package being put together; null before the seat has one. */
  readonly draft: number | null;
  /** Others are acting, one visible step after another. */
  readonly running: boolean;
  /** Others wait until the player lets them go on. */
  readonly paused: boolean;
  /** What people at this screen have written down, each for their own seat. */
  readonly notes: Notes;
}

/** What was found in a file that was opened. */
export interface FileReport {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
}

/** A message to the people before the screen. */
export interface Notice {
  readonly key: Key;
  readonly values?: Values;
  /** What failed may be tried again. */
  readonly retry?: () => void;
}

/** Why a record is only shown. */
export interface ShownRecord {
  readonly record: PlayRecord;
  readonly because: Notice;
}

/** What can be said of a saved play without playing it again. */
export interface SavedPlaySummary {
  readonly title: Text;
  /** Names of the parties that people play. */
  readonly seats: readonly Text[];
}

/** A play that is saved here and not on the screen. */
export interface WaitingPlay extends SavedPlaySummary {
  /** The record, as JSON. */
  readonly record: string;
}

/** All that a session knows, the whole play among it: its own parts read this, screens only their `ScreenState`. */
export interface SessionState {
  readonly screen: Screen;
  /** What the start screen offers; null while it is loading. */
  readonly offered: { readonly scenario: Scenario; readonly file: string | null } | null;
  /** What the address of the page asks for at that scenario. */
  readonly preset: Preset;
  /** A play is saved here beside what the start offers: which of the two goes on is for the player to say. */
  readonly savedPlay: WaitingPlay | null;
  /** What would take the place of the saved play, once the player says so. */
  readonly replacing: (() => void) | null;
  readonly check: FileReport | null;
  readonly currentPlay: CurrentPlay | null;
  readonly stored: ShownRecord | null;
  readonly notice: Notice | null;
  /** Another tab has the play. */
  readonly taken: boolean;
  /** What was asked for waits for a part of the program that is still on its way. */
  readonly fetching: boolean;
  /** What has become of the last steps, for the live region: the log's lines from this index on. */
  readonly heardFrom: number;
}

/** Before anything has been loaded or chosen. */
export const EMPTY_STATE: SessionState = {
  screen: "start",
  offered: null,
  preset: NO_ADDRESS.preset,
  savedPlay: null,
  replacing: null,
  check: null,
  currentPlay: null,
  stored: null,
  notice: null,
  taken: false,
  fetching: false,
  heardFrom: 0,
};

/** Seats by id for people at this screen; everybody left out is a machine. */
export function humanSeats(humans: readonly string[]): Record<string, Seat> {
  return Object.fromEntries(humans.map((id) => [id, { by: "human" } as const]));
}

/** Who of a play is human, by id. */
function humansOf(play: Play): string[] {
  return play.scenario.parties.flatMap(({ id }, index) => (play.seats[index]?.by === "human" ? [id] : []));
}

/** A play as it comes onto the screen: one player sees their own side at once, several only behind the curtain. */
export function currentPlayOf(play: Play, notes: Notes = {}): CurrentPlay {
  const humans = humansOf(play);
  const eyes = humans.length === 1 ? (humans[0] ?? null) : null;
  return { play, humans, eyes, curtain: null, openAll: false, draft: null, running: false, paused: false, notes };
}

/** Whether the player of this seat has done anything yet. */
export function hasActed(play: Play, party: string): boolean {
  return play.actions.some((done) => done.party === party && done.by === "human");
}

/** Whether the table has come to its end. */
export function isOver({ state }: Play): boolean {
  return isEnded(state.floor);
}

function isOpen({ play, openAll, humans }: CurrentPlay): boolean {
  return isOver(play) || (openAll && humans.length === 0);
}

/** What the screen may show now: the view of the seat before it. All is open once the play is over. */
export function viewOfCurrentPlay(currentPlay: CurrentPlay): View {
  return currentPlay.play.view(currentPlay.eyes, isOpen(currentPlay));
}

/** How many lines of the log the screen may show now: as many as its view holds. */
export function logLengthOf(currentPlay: CurrentPlay): number {
  return currentPlay.play.logLength(currentPlay.eyes, isOpen(currentPlay));
}

/** The package to begin a draft with: what the seat stands for, else the best that its position asks for. */
export function firstDraft(view: View): number | null {
  const { own, seat } = view;
  if (!own) return null;
  const standing = view.parties[seat]?.standing ?? -1;
  if (standing >= 0) return standing;
  const { packages } = own.candidates;
  return packages[packages.length - 1] ?? 0;
}

/** The state of one session: the other parts of the session read it here and change it here. */
export interface Store {
  readonly state: SessionState;
  subscribe(listener: () => void): () => void;
  set(more: Partial<SessionState>): void;
  /** Changes the play on the screen, where there is one. */
  setCurrentPlay(more: Partial<CurrentPlay>): void;
  say(notice: Notice): void;
  /** Says what went wrong. @param again what the player may try once more where a part of the program was missing */
  failed(problem: unknown, again?: () => void): false;
}

/** A part of the program could not be fetched: without a network, or because the site has moved on. */
export class NotFetched extends Error {}

/** What an error says, in whatever language it comes. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** Holds a state that nothing has happened to yet. */
export function createStore(): Store {
  let state: SessionState = EMPTY_STATE;
  const listeners = new Set<() => void>();
  const set = (more: Partial<SessionState>): void => {
    state = { ...state, ...more };
    for (const listener of listeners) listener();
  };
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    setCurrentPlay(more) {
      if (state.currentPlay) set({ currentPlay: { ...state.currentPlay, ...more } });
    },
    say: (notice) => set({ notice }),
    failed(problem, again) {
      const lacking = problem instanceof NotFetched;
      const retry = (): void => {
        set({ notice: null });
        again?.();
      };
      const key = lacking ? "notice.not_fetched" : "notice.failed";
      set({ notice: { key, values: { message: messageOf(problem) }, ...(again && lacking ? { retry } : {}) } });
      return false;
    },
  };
}
