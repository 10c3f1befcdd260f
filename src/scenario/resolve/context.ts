import type { Diagnostics, Path } from "../diagnostics.ts";
import { LIMITS } from "../limits.ts";
import { didYouMean, quote } from "../suggest.ts";

/** The ids of one list, each with its index. */
export class Ids {
  readonly list: readonly string[];
  readonly #index: ReadonlyMap<string, number>;

  constructor(list: readonly string[]) {
    this.list = list;
    this.#index = new Map(list.map((id, index) => [id, index]));
  }

  /** −1: there is none of this name. */
  indexOf(id: string): number {
    return this.#index.get(id) ?? -1;
  }
}

interface SourceName {
  readonly facts: ReadonlySet<string>;
  /** The day its facts are of; null: not said. */
  readonly day: string | null;
}

/** Everything that a reference of the file may name. */
export interface Names {
  readonly issues: Ids;
  /** By issue; null where the issue is too broken to know. */
  readonly options: readonly (Ids | null)[];
  readonly parties: Ids;
  readonly mediators: readonly boolean[];
  /** By party. */
  readonly positions: readonly Ids[];
  readonly levers: readonly Ids[];
  readonly events: Ids;
  readonly sources: ReadonlyMap<string, SourceName>;
}

type Entries = Readonly<Record<string, unknown>>;

function asMap(value: unknown): Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

function idsOf(value: unknown): Ids {
  return new Ids(Object.keys(asMap(value)));
}

/** The numbers of an integer issue as option ids; null where its bounds make no list. */
export function integerOptions(from: unknown, to: unknown, step: unknown): string[] | null {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || !Number.isSafeInteger(step)) return null;
  const [low, high, by] = [from as number, to as number, step as number];
  const count = Math.floor((high - low) / by) + 1;
  if (by < 1 || count < 1 || count > LIMITS.optionsOfAnIssue) return null;
  return Array.from({ length: count }, (_, index) => String(low + index * by));
}

function optionNames(issue: unknown): Ids | null {
  const { options, from, to, step = 1 } = asMap(issue);
  if (options !== undefined) return Object.keys(asMap(options)).length > 0 ? idsOf(options) : null;
  const numbers = integerOptions(from, to, step);
  return numbers && new Ids(numbers);
}

function sourceName(source: unknown): SourceName {
  const { facts, date, covers } = asMap(source);
  const day = [covers, date].find((value) => typeof value === "string");
  return { facts: new Set(Object.keys(asMap(facts))), day: (day as string | undefined) ?? null };
}

/**
 * Collects names from a file whose shape nobody has checked: a party with a broken mark is still a party, and whoever
 * names it is right to.
 */
export function namesOf(file: unknown): Names {
  const { issues, parties, events, sources } = asMap(file);
  const seats = Object.values(asMap(parties)).map(asMap);
  const eventIds = Array.isArray(events) ? events.map((event) => String(asMap(event).id ?? "")) : [];
  return {
    issues: idsOf(issues),
    // What is too much is told elsewhere; here it must not cost anything.
    options: Object.values(asMap(issues)).slice(0, LIMITS.issues).map(optionNames),
    parties: idsOf(parties),
    // Whoever is given another role than a vote is probably meant to have none, however it is spelt.
    mediators: seats.map(({ role = "party" }) => role !== "party"),
    positions: seats.map(({ positions }) => {
      const own = idsOf(positions);
      return own.list.length > 0 ? own : new Ids([OPEN_POSITION]);
    }),
    levers: seats.map(({ levers }) => idsOf(levers)),
    events: new Ids(eventIds),
    sources: new Map(Object.entries(asMap(sources)).map(([id, source]) => [id, sourceName(source)])),
  };
}

/** The one position of a party that has none in the file. */
export const OPEN_POSITION = "open";

/** What every part of the resolution needs. */
export interface Context {
  readonly names: Names;
  readonly diagnostics: Diagnostics;
  /** Languages of the title: those that every other text should have. */
  readonly languages: readonly string[];
  /** The day of the table. */
  readonly when: string | null;
  readonly scale: number;
  readonly rounds: number;
  /** Option indexes that terms may still hold. */
  readonly budget: { terms: number };
}

/** What a reference may point at, in words. */
interface ReferenceKind {
  readonly code: string;
  readonly one: string;
  readonly heading: string;
}

const PARTY: ReferenceKind = { code: "unknown-party", one: "party", heading: "Parties" };
export const ISSUE: ReferenceKind = { code: "unknown-issue", one: "issue", heading: "Issues" };
export const EVENT: ReferenceKind = { code: "unknown-event", one: "event", heading: "Events" };
export const POSITION: ReferenceKind = { code: "unknown-position", one: "position", heading: "Positions" };
export const LEVER: ReferenceKind = { code: "unknown-lever", one: "lever", heading: "Levers" };

/**
 * The index of what an id names; −1 after an error was reported. A scenario with an error is never handed out, so
 * that the −1 goes nowhere.
 * @param atKey the id is the last key of the path
 */
export function lookUp(context: Context, ids: Ids, id: string, kind: ReferenceKind, path: Path, atKey = false): number {
  const index = ids.indexOf(id);
  if (index >= 0) return index;
  const message = `There is no ${kind.one} ${quote(id)}. ${didYouMean(id, ids.list, kind.heading)}`;
  if (atKey) context.diagnostics.errorAtKey(kind.code, path, message);
  else context.diagnostics.error(kind.code, path, message);
  return -1;
}

/** A party by id; −1 also for nothing at all, whose absence was reported with the shape. */
export function partyAt(context: Context, id: string | undefined, path: Path): number {
  return id === undefined ? -1 : lookUp(context, context.names.parties, id, PARTY, path);
}

/** A party by id, or −1 for `anyone`, which is also the default. */
export function partyOrAnyone(context: Context, id: string | undefined, path: Path): number {
  return id === "anyone" ? -1 : partyAt(context, id, path);
}

/** A party named by the key at the end of the path. */
export function partyKey(context: Context, id: string, path: Path): number {
  return lookUp(context, context.names.parties, id, PARTY, path, true);
}
