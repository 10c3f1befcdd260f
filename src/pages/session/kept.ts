import type { PlayRecord } from "../../play/record.ts";
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
