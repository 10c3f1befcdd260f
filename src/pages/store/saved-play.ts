import type { Play } from "../../play/play.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Text } from "../../scenario/types.ts";
import { playEngine } from "./fetching.ts";
import type { PlayStorage, SaveReach } from "./storage.ts";
import type { OpenPlay, SavedPlaySummary, Screen, Store } from "./store.ts";

/** A play under way as it is kept between reloads: its record, and what the screen adds to it. */
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

/** As text, to be kept. */
function savedPlayText(tab: string, screen: Screen, openPlay: OpenPlay, record: PlayRecord): string {
  const { eyes, humans, openAll, draft } = openPlay;
  const kept: SavedPlay = { tab, screen, eyes, humans, openAll, draft, record };
  return JSON.stringify(kept);
}

/** Which tab wrote a kept text; null where that cannot be told. */
export function tabOfSavedPlay(text: string): string | null {
  const found = /^\{"tab":"([^"]*)"/.exec(text);
  return found?.[1] ?? null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is Text {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

/** null where the text is no play that was kept. */
export function savedPlaySummary(text: string): SavedPlaySummary | null {
  const kept = readSavedPlay(text);
  if (!kept) return null;
  const record = JSON.parse(kept.record) as { readonly acts?: readonly unknown[] };
  const act = Array.isArray(record.acts) ? record.acts[0] : null;
  if (!isObject(act) || !isObject(act.scenario) || !isText(act.scenario.title)) return null;
  const { parties, title } = act.scenario;
  const seats = isObject(act.seats) ? act.seats : {};
  const names = (Array.isArray(parties) ? parties : []).flatMap((party: unknown) => {
    if (!isObject(party) || typeof party.id !== "string" || !isText(party.name)) return [];
    const seat = seats[party.id];
    return isObject(seat) && seat.by === "human" ? [party.name] : [];
  });
  return { title, seats: names, record: kept.record };
}

/** What the screen had added, as far as it makes sense; the record inside still has to be read by `loadRecord`. */
export function readSavedPlay(
  text: string,
): { record: string; screen: Screen; eyes: string | null; openAll: boolean; draft: number | null } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(json) || !isObject(json.record)) return null;
  const { screen, eyes, draft } = json;
  return {
    record: JSON.stringify(json.record),
    screen: screen === "mandate" || screen === "result" ? screen : "table",
    eyes: typeof eyes === "string" ? eyes : null,
    openAll: json.openAll === true,
    draft: typeof draft === "number" ? draft : null,
  };
}

/** Keeps the play under way, and says where that is not possible. */
export interface Saving {
  save(): void;
  /** The record of the play under way, as a file's text; of none: empty. */
  recordText(): string;
}

/** @param tab names this tab among others that share the same keep */
export function createSaving(store: Store, keep: PlayStorage, tab: string): Saving {
  let last: { readonly play: Play; readonly kept: SaveReach } | null = null;
  return {
    save() {
      const { openPlay, screen, taken } = store.state;
      if (!openPlay || taken) return;
      const { play, notes } = openPlay;
      const kept = keep.write(savedPlayText(tab, screen, openPlay, playEngine().recordOf(play, notes)));
      // Once a play: whoever has read it and closed it need not close it again after every action.
      const told = last?.play === play && last.kept === kept;
      last = { play, kept };
      if (told || kept === "everywhere") return;
      store.say({ key: kept === "in this tab" ? "notice.storage.tab" : "notice.storage" });
    },
    recordText() {
      const { openPlay } = store.state;
      return openPlay ? `${JSON.stringify(playEngine().recordOf(openPlay.play, openPlay.notes))}\n` : "";
    },
  };
}
