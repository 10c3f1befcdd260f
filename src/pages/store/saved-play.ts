import type { Play } from "../../play/play.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Text } from "../../scenario/types.ts";
import { type Address, asksForAPlay, NO_ADDRESS, presetFor, unknownParameterWords } from "./address.ts";
import { playEngine } from "./lazy.ts";
import { type PlayOpening, readRecord, replayOrShow } from "./opening.ts";
import type { PlayLoader } from "./start-play.ts";
import { type Download, isObject, type PlayStorage, type SaveReach } from "./storage.ts";
import {
  type CurrentPlay,
  currentPlayOf,
  EMPTY_STATE,
  isOver,
  logLengthOf,
  NotFetched,
  type Screen,
  type Store,
  type WaitingPlay,
} from "./store.ts";
import type { Autoplay } from "./turns.ts";

/** A play under way as it is saved between reloads: its record, and what the screen adds to it. */
interface SavedPlay {
  /** The tab that wrote it. */
  readonly tab: string;
  readonly screen: Screen;
  readonly eyes: string | null;
  readonly humans: readonly string[];
  readonly openAll: boolean;
  readonly draft: number | null;
  readonly record: PlayRecord;
}

function savedPlayText(tab: string, screen: Screen, currentPlay: CurrentPlay, record: PlayRecord): string {
  const { eyes, humans, openAll, draft } = currentPlay;
  const saved: SavedPlay = { tab, screen, eyes, humans, openAll, draft, record };
  return JSON.stringify(saved);
}

/** Which tab wrote a saved text; null where that cannot be told. */
function tabOfSavedPlay(text: string): string | null {
  const found = /^\{"tab":"([^"]*)"/.exec(text);
  return found?.[1] ?? null;
}

function isText(value: unknown): value is Text {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

/** What a saved text says of its play; null where it is none. */
export function waitingPlayIn(text: string): WaitingPlay | null {
  const saved = readSavedPlay(text);
  if (!saved) return null;
  const { acts } = saved.record;
  const act: unknown = Array.isArray(acts) ? acts[0] : null;
  if (!isObject(act) || !isObject(act.scenario) || !isText(act.scenario.title)) return null;
  const { parties, title } = act.scenario;
  const seats = isObject(act.seats) ? act.seats : {};
  const names = (Array.isArray(parties) ? parties : []).flatMap((party: unknown) => {
    if (!isObject(party) || typeof party.id !== "string" || !isText(party.name)) return [];
    const seat = seats[party.id];
    return isObject(seat) && seat.by === "human" ? [party.name] : [];
  });
  return { title, seats: names, record: JSON.stringify(saved.record) };
}

/** What a saved text holds, as far as it makes sense: its record still has to be read by `loadRecord`. */
interface ReadSavedPlay extends Pick<SavedPlay, "screen" | "eyes" | "openAll" | "draft"> {
  readonly record: Readonly<Record<string, unknown>>;
}

/** null where the text is no saved play. */
function readSavedPlay(text: string): ReadSavedPlay | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(json) || !isObject(json.record)) return null;
  const { record, screen, eyes, draft } = json;
  return {
    record,
    screen: screen === "mandate" || screen === "result" ? screen : "table",
    eyes: typeof eyes === "string" ? eyes : null,
    openAll: json.openAll === true,
    draft: typeof draft === "number" ? draft : null,
  };
}

/** Saves the play under way, and tells the player where the browser does not allow it. */
export interface Saving {
  save(): void;
  downloadRecord(): void;
  downloadSavedPlay(): void;
}

/** File names take no more than letters, digits and dashes everywhere. */
function recordFileName(id: string, seed: string): string {
  const plain = `${id}-${seed}`.replaceAll(/[^A-Za-z0-9-]+/g, "-").slice(0, 80);
  return `${plain}.parley.json`;
}

/**
 * @param tab names this tab among others that share the same storage
 * @param download hands a file to the browser
 */
export function createSaving(store: Store, storage: PlayStorage, tab: string, download: Download): Saving {
  let last: { readonly play: Play; readonly reach: SaveReach } | null = null;
  return {
    save() {
      const { currentPlay, screen, taken } = store.state;
      if (!currentPlay || taken) return;
      const { play, notes } = currentPlay;
      const record = playEngine.get().recordOf(play, notes);
      const reach = storage.write(savedPlayText(tab, screen, currentPlay, record));
      // Once a play: a player who has read it and closed it need not close it again after every action.
      const known = last?.play === play && last.reach === reach;
      last = { play, reach };
      if (known || reach === "everywhere") return;
      store.say({ key: reach === "in this tab" ? "notice.storage.tab" : "notice.storage" });
    },
    downloadRecord() {
      const { currentPlay } = store.state;
      if (!currentPlay) return;
      const { play, notes } = currentPlay;
      const record = playEngine.get().recordOf(play, notes);
      download(`${JSON.stringify(record)}\n`, recordFileName(play.scenario.id, play.seed));
    },
    downloadSavedPlay() {
      const { savedPlay } = store.state;
      if (savedPlay) download(`${savedPlay.record}\n`, "parley.json");
    },
  };
}

/** Takes up the saved play: on arrival, and from another tab. */
export interface Restoring {
  open(address?: Address): Promise<void>;
  takeOver(): Promise<void>;
  leave(): void;
}

interface RestoringNeeds {
  readonly loader: PlayLoader;
  readonly autoplay: Autoplay;
  readonly saving: Saving;
  readonly opening: PlayOpening;
}

/** @param tab names this tab among others that share the same storage */
export function createRestoring(
  store: Store,
  storage: PlayStorage,
  tab: string,
  { loader, autoplay, saving, opening }: RestoringNeeds,
): Restoring {
  const { set, say, failed } = store;

  /** Whether there was anything to take up; what cannot be read here stays in the storage until the player replaces it. */
  const restore = async (): Promise<boolean> => {
    const text = storage.read();
    if (text === null) return false;
    const saved = readSavedPlay(text);
    const [record] = await Promise.all([saved && readRecord(JSON.stringify(saved.record)), loader.fetchPlay()]);
    if (!saved || !record) {
      const savedPlay = waitingPlayIn(text);
      set({ notice: { key: savedPlay ? "notice.restored_kept" : "notice.restored_broken" }, savedPlay });
      return false;
    }
    const play = replayOrShow(store, record);
    if (!play) {
      set({ savedPlay: waitingPlayIn(text) });
      return true;
    }
    const bare = currentPlayOf(play, record.notes);
    const alone = bare.humans.length === 1;
    const currentPlay = {
      ...bare,
      eyes: alone ? bare.eyes : null,
      openAll: saved.openAll,
      draft: alone ? saved.draft : null,
    };
    const screen = saved.screen === "result" && !isOver(play) ? "table" : saved.screen;
    set({
      currentPlay,
      screen,
      taken: false,
      savedPlay: null,
      replacing: null,
      heardFrom: logLengthOf(currentPlay),
    });
    if (screen === "table") autoplay.goOn();
    else autoplay.beginDraft();
    saving.save();
    return true;
  };

  /** What the address asks for, as far as the scenario has it; one sentence says what it has not. */
  const heed = (address: Address): void => {
    const { offered, notice } = store.state;
    const parties = offered?.scenario.parties.map(({ id }) => id) ?? [];
    const { preset, odd } = offered ? presetFor(address, offered.scenario.id, parties) : address;
    set({ preset });
    if (odd.length > 0 && !notice) say({ key: "notice.address", values: { what: unknownParameterWords(odd) } });
  };

  const open = async (address: Address = NO_ADDRESS): Promise<void> => {
    const text = asksForAPlay(address) ? storage.read() : null;
    const savedPlay = text === null ? null : waitingPlayIn(text);
    let restored = false;
    try {
      if (savedPlay) set({ savedPlay });
      else restored = await restore();
    } catch (problem) {
      failed(problem, () => void open(address));
      // What is saved may be whole: a play that is begun now would take its place.
      if (problem instanceof NotFetched) return;
    }
    if (!restored || store.state.screen === "stored") await opening.offerShipped();
    heed(address);
    // Fetched while the start is being read. A player whose browser cannot is told when it is asked for.
    await loader.fetchPlay().catch(() => {});
  };

  const takeOver = async (): Promise<void> => {
    try {
      if (await restore()) return;
      const { offered, notice, savedPlay } = store.state;
      set({ ...EMPTY_STATE, offered, notice, savedPlay });
      if (!offered) await opening.offerShipped();
    } catch (problem) {
      failed(problem, () => void takeOver());
    }
  };

  storage.onOther((text) => {
    if (!store.state.currentPlay || text === null || tabOfSavedPlay(text) === tab) return;
    autoplay.callOff();
    set({ taken: true });
  });

  return {
    open,
    takeOver,
    leave() {
      autoplay.callOff();
      const { offered, savedPlay } = store.state;
      if (!savedPlay) storage.clear();
      set({ ...EMPTY_STATE, offered, savedPlay });
      if (!offered) void opening.offerShipped();
    },
  };
}
