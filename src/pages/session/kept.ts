import type { PlayRecord } from "../../play/record.ts";
import type { Text } from "../../scenario/types.ts";
import type { Screen, Sitting } from "./state.ts";

/** A play under way as it is kept between reloads: its record, and what the screen adds to it. */
export interface KeptPlay {
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
export function keptText(tab: string, screen: Screen, sitting: Sitting, record: PlayRecord): string {
  const { eyes, humans, openAll, draft } = sitting;
  const kept: KeptPlay = { tab, screen, eyes, humans, openAll, draft, record };
  return JSON.stringify(kept);
}

/** Which tab wrote a kept text; null where that cannot be told. */
export function tabOf(text: string): string | null {
  const found = /^\{"tab":"([^"]*)"/.exec(text);
  return found?.[1] ?? null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What can be said of a kept play without playing it again. */
export interface KeptSummary {
  readonly title: Text;
  /** Names of the parties that people play. */
  readonly seats: readonly Text[];
  /** The record, to be saved. */
  readonly record: string;
}

function isText(value: unknown): value is Text {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

/** null where the text is no play that was kept. */
export function summaryOf(text: string): KeptSummary | null {
  const kept = readKept(text);
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
export function readKept(
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
