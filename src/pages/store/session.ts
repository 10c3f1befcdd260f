import type { Action } from "../../play/action.ts";
import type { SeatNotes } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Closed } from "../../table/rules/closed.ts";
import { type Facts, factsOf } from "../../table/view/facts.ts";
import type { PreparedJob } from "../futures/prepare-job.ts";
import type { Address } from "./address.ts";
import { playEngine } from "./lazy.ts";
import { createPlayOpening } from "./opening.ts";
import type { Pace, Speed } from "./pace.ts";
import { createRestoring, createSaving } from "./saved-play.ts";
import type { ShownPlay } from "./shown-play.ts";
import { createPlayLoader, createPlayStarter, type RestartOptions } from "./start-play.ts";
import type { Download, PlayStorage } from "./storage.ts";
import { createStore, messageOf, NotFetched, type SavedPlaySummary, type SessionState, type Store } from "./store.ts";
import { createAutoplay, createSeatActions } from "./turns.ts";

/** What the start screen offers: of the scenario only what everyone may know. */
export interface OfferedFacts {
  readonly facts: Facts;
  /** The file that it was read from; null: it comes with the site. */
  readonly file: string | null;
}

/** All that a screen may read of a session. What a party privately wants is in none of it, but in the view of that party. */
export interface ScreenState
  extends Pick<SessionState, "screen" | "preset" | "check" | "stored" | "notice" | "taken" | "fetching" | "heardFrom"> {
  readonly offered: OfferedFacts | null;
  readonly savedPlay: SavedPlaySummary | null;
  /** Something waits to take the place of the saved play: the player is asked whether it may. */
  readonly replacing: boolean;
  readonly play: ShownPlay | null;
}

/** The one state machine behind the pages. Every change of the screen is one of its verbs. */
export interface Session {
  /** What is on the screen: the same object until something changes. */
  readonly state: ScreenState;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;

  /**
   * Takes up the saved play, or offers the scenario that comes with the site. Where a play is saved and the address asks for
   * another, the player is offered both.
   */
  open(address?: Address): Promise<void>;
  /** Goes on here with what is saved now: it was taken up in another tab, or waited beside the start. */
  takeOver(): Promise<void>;
  /** Gives up the play for the start. One that is saved beside it stays. */
  leave(): void;

  /** Puts a scenario that did not come from a file on the start screen. */
  offer(scenario: Scenario): void;
  /** Puts the scenario that comes with the site on the start screen. */
  offerShipped(): Promise<void>;
  /** Opens a file: a scenario is offered, a record is played on, or shown where it cannot be. */
  openFile(file: File): Promise<void>;
  /** Opens a file that was dropped on the page, unless that would disturb a play. */
  drop(file: File): void;

  /**
   * Begins a play of the offered scenario.
   * @param humans parties played by people at this screen, by id; none: an onlooker
   * @param openAll the onlooker sees every side from the beginning
   */
  begin(humans: readonly string[], seed: string, openAll?: boolean): void;
  /** Plays again what is on the screen: as it was, from another seat, with another seed, or from one of its turns. */
  again(how: RestartOptions): void;
  /** Answers whether what waits (`state.replacing`) may take the place of the saved play. */
  replace(yes: boolean): void;
  /** Plays of the offered scenario with machines in all seats, to be worked out beside the page; null: nothing is offered. */
  simulate(seed: string, runs: number): PreparedJob<"machines"> | null;

  /** Shows the next of several players at this screen their side. */
  liftCurtain(): void;
  /** Why the rules close an action to the seat before this screen; null: it is open. */
  closed(action: Action): Closed | null;
  /** Does an action of that seat, and lets the others go on; returns why not, where the rules close it. */
  act(action: Action): Closed | null;
  /** Lays out another package for it. */
  draft(pack: number): void;
  /** Writes down for it what no other seat reads. */
  note(notes: SeatNotes): void;
  /** What its aides expect of an action now, to be worked out beside the page; null: no seat is before the screen. */
  forecast(action: Action, seed: string, runs: number): PreparedJob<"forecast"> | null;
  /** Shows an onlooker every side, or hides them again. */
  openAll(open: boolean): void;
  /** After the end: shows the result from another seat; null: an onlooker's. */
  look(party: string | null): void;

  /** How fast others act. */
  readonly speed: Speed;
  /** Lets others act faster or slower from now on. */
  setSpeed(speed: Speed): void;
  /** Lets others do everything up to the next decision at this screen, at once. */
  skip(): void;
  /** Lets others wait, or go on. */
  pause(paused: boolean): void;

  /** Goes from the mandate to the table. */
  toTable(): void;
  /** Goes from the table, where all is over, to the result. */
  toResult(): void;

  /** Hands the record of the play on the screen to the browser as a file. */
  downloadRecord(): void;
  /** Hands the record of the saved play that waits beside the start to the browser as a file. */
  downloadSavedPlay(): void;

  /** Takes the notice off the screen. */
  dismiss(): void;
  /** Tells the player of a fault that no other part of the program has caught. */
  report(problem: unknown): void;
  /** Says that a part of the program could not be fetched, and offers to try `again`. */
  notFetched(again: () => void): void;
}

/** What the screen may read of a state. */
export function screenStateOf(state: SessionState): ScreenState {
  const { screen, offered, preset, savedPlay, replacing, check, currentPlay, stored } = state;
  const { notice, taken, fetching, heardFrom } = state;
  return {
    screen,
    offered: offered && { facts: factsOf(offered.scenario), file: offered.file },
    preset,
    savedPlay: savedPlay && { title: savedPlay.title, seats: savedPlay.seats },
    replacing: replacing !== null,
    check,
    play: currentPlay && playEngine.get().shownPlayOf(currentPlay),
    stored,
    notice,
    taken,
    fetching,
    heardFrom,
  };
}

/** What the screen may read of a store: worked out once for each state, and again where the play itself has gone on. */
function screenStateIn(store: Store): () => ScreenState {
  let known: { readonly of: SessionState; readonly entries: number; readonly shown: ScreenState } | null = null;
  return () => {
    const { state } = store;
    const entries = state.currentPlay?.play.entries.length ?? 0;
    if (known?.of !== state || known.entries !== entries) known = { of: state, entries, shown: screenStateOf(state) };
    return known.shown;
  };
}

/** What a session is made with. */
export interface SessionSetup {
  readonly storage: PlayStorage;
  readonly pace: Pace;
  /** Names this tab among others that share the same storage. */
  readonly tab: string;
  /** Fetches the screens of a play: no play is shown before they are there. Left out: there are none to fetch. */
  readonly fetchScreens?: () => Promise<unknown>;
  /** Left out: nothing can be downloaded. */
  readonly download?: Download;
  /** Left out: a new one. */
  readonly store?: Store;
}

/** A session in which nothing has happened yet: call `open`. */
export function createSession(setup: SessionSetup): Session {
  const { storage, pace, tab, fetchScreens = async () => {}, download = () => {}, store = createStore() } = setup;
  const { set, failed, subscribe } = store;
  const saving = createSaving(store, storage, tab, download);
  const { save, downloadRecord, downloadSavedPlay } = saving;
  const loader = createPlayLoader(store, fetchScreens);
  const autoplay = createAutoplay(store, pace, save);
  const starter = createPlayStarter(store, loader, autoplay, save);
  const opening = createPlayOpening(store, loader, starter);
  const restoring = createRestoring(store, storage, tab, { loader, autoplay, saving, opening });
  const { begin, again, replace, simulate } = starter;
  const { skip, pause, hurry } = autoplay;
  const screenState = screenStateIn(store);
  return {
    get state() {
      return screenState();
    },
    subscribe,
    ...restoring,
    ...opening,
    ...createSeatActions(store, autoplay, save),
    begin,
    again,
    replace,
    simulate,
    skip,
    pause,
    get speed() {
      return pace.speed;
    },
    setSpeed: hurry,
    downloadRecord,
    downloadSavedPlay,
    toTable() {
      set({ screen: "table" });
      autoplay.goOn();
    },
    toResult() {
      set({ screen: "result" });
      save();
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
