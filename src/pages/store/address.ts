import { LANGUAGES } from "../../language/languages.ts";
import { SPEEDS } from "./pace.ts";

/** What the address of the page asks for, as far as it makes sense; null: not asked for. */
export interface Preset {
  /** Id of a scenario that comes with the site. */
  readonly scenario: string | null;
  /** Id of a party; {@link WATCH_SEAT}: none, the machines play. */
  readonly seat: string | null;
  /** Further parties played by people at this screen, by id. */
  readonly others: readonly string[];
  readonly seed: string | null;
  /** An onlooker sees every side from the beginning. */
  readonly openAll: boolean;
}

/** One `key=value` of the address that is not known here. */
export interface UnknownParameter {
  readonly key: string;
  readonly value: string;
}

export interface Address {
  readonly preset: Preset;
  readonly odd: readonly UnknownParameter[];
}

/** In the address: no seat is taken. */
export const WATCH_SEAT = "watch";

/** As in a record: longer ones are no seeds. */
export const SEED_LIMIT = 100;

/** Nothing is asked for. */
export const NO_ADDRESS: Address = {
  preset: { scenario: null, seat: null, others: [], seed: null, openAll: false },
  odd: [],
};

/** Keys that describe a play; the others describe the screen and stay in the address once a play has begun. */
const OF_A_PLAY = ["scenario", "seat", "others", "seed", "open"] as const;

/** Keys that describe the screen, with the values that they may have. */
const OF_THE_SCREEN: Readonly<Record<string, readonly string[]>> = {
  lang: LANGUAGES,
  canvas: ["on", "off"],
  pace: SPEEDS,
};

function listOf(text: string | null): string[] {
  return (text ?? "").split(",").filter((one) => one !== "");
}

/**
 * Reads the part of an address from `?` on. Keys that Parley does not have are left alone: mail programs and
 * learning platforms add their own.
 */
export function readAddress(search: string): Address {
  const asked = new URLSearchParams(search);
  const odd: UnknownParameter[] = [];
  for (const [key, known] of Object.entries(OF_THE_SCREEN)) {
    const value = asked.get(key);
    if (value !== null && !known.includes(value)) odd.push({ key, value });
  }
  const open = asked.get("open");
  if (open !== null && open !== "all") odd.push({ key: "open", value: open });
  const seed = asked.get("seed")?.trim() || null;
  const fits = seed === null || seed.length <= SEED_LIMIT;
  if (!fits) odd.push({ key: "seed", value: `${seed.slice(0, 20)}…` });
  const preset = {
    scenario: asked.get("scenario"),
    seat: asked.get("seat"),
    others: listOf(asked.get("others")),
    seed: fits ? seed : null,
    openAll: open === "all",
  };
  return { preset, odd };
}

/** Whether an address asks for a certain play. */
export function asksForAPlay({ preset: { scenario, seat, others, seed, openAll } }: Address): boolean {
  return scenario !== null || seat !== null || others.length > 0 || seed !== null || openAll;
}

/**
 * What is left of an address at a scenario with these parties.
 * @param scenario the id of the scenario that is offered
 */
export function presetFor({ preset, odd }: Address, scenario: string, parties: readonly string[]): Address {
  const strange: UnknownParameter[] = [];
  if (preset.scenario !== null && preset.scenario !== scenario) {
    strange.push({ key: "scenario", value: preset.scenario });
  }
  const seats = preset.seat === null || preset.seat === WATCH_SEAT || parties.includes(preset.seat);
  if (!seats) strange.push({ key: "seat", value: preset.seat ?? "" });
  for (const other of preset.others) if (!parties.includes(other)) strange.push({ key: "others", value: other });
  return {
    preset: {
      ...preset,
      scenario: strange[0]?.key === "scenario" ? null : preset.scenario,
      seat: seats ? preset.seat : null,
      others: preset.others.filter((other) => parties.includes(other) && other !== preset.seat),
    },
    odd: [...odd, ...strange],
  };
}

/** `seat=france, pace=warp`. */
export function unknownParameterWords(odd: readonly UnknownParameter[]): string {
  return odd.map(({ key, value }) => `${key}=${value.slice(0, 40)}`).join(", ");
}

/** The address without what describes a play: once one has begun, a reload goes on with it. */
export function withoutPlay(address: string): string {
  const url = new URL(address);
  for (const key of OF_A_PLAY) url.searchParams.delete(key);
  return url.href;
}

/** The address with another language, where it asks for one: what was chosen last is meant. */
export function withLanguage(address: string, lang: string): string {
  const url = new URL(address);
  if (url.searchParams.has("lang")) url.searchParams.set("lang", lang);
  return url.href;
}

/**
 * A link that sets up the start as it is now. What the address says of canvas and pace goes along.
 * @param address of the page now
 */
export function linkTo(address: string, preset: Preset, lang: string | null): string {
  const now = new URL(address);
  const link = new URL(now.origin === "null" ? now.href : now.origin + now.pathname);
  const put = (key: string, value: string | null): void => {
    if (value !== null && value !== "") link.searchParams.set(key, value);
  };
  put("scenario", preset.scenario);
  put("seat", preset.seat);
  // A comma may stand in an address as it is; encoded, it cannot be read aloud.
  put("others", preset.others.join(",") || null);
  put("seed", preset.seed);
  put("open", preset.openAll ? "all" : null);
  put("lang", lang);
  for (const key of ["canvas", "pace"]) put(key, now.searchParams.get(key));
  return link.href.replaceAll("%2C", ",");
}
