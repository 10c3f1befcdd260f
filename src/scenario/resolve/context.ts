import { plainMapOf } from "../../exact/json.ts";
import type { PartyRole } from "../codes.ts";
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
  /** By party. A role that the format does not know is probably meant to have no vote, however it is spelt. */
  readonly roles: readonly PartyRole[];
  /** By party. */
  readonly positions: readonly Ids[];
  readonly levers: readonly Ids[];
  readonly events: Ids;
  readonly sources: ReadonlyMap<string, SourceName>;
}

function idsOf(value: unknown): Ids {
  return new Ids(Object.keys(plainMapOf(value)));
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The numbers of an integer issue as option ids; null where its bounds make no list. */
export function integerOptions(from: unknown, to: unknown, step: unknown): string[] | null {
  if (!isWhole(from) || !isWhole(to) || !isWhole(step)) return null;
  const count = Math.floor((to - from) / step) + 1;
  if (step < 1 || count < 1 || count > LIMITS.optionsOfAnIssue) return null;
  return Array.from({ length: count }, (_, index) => String(from + index * step));
}

function optionNames(issue: unknown): Ids | null {
  const { options, from, to, step = 1 } = plainMapOf(issue);
  if (options !== undefined) return Object.keys(plainMapOf(options)).length > 0 ? idsOf(options) : null;
  const numbers = integerOptions(from, to, step);
  return numbers && new Ids(numbers);
}

function sourceName(source: unknown): SourceName {
  const { facts, date, covers } = plainMapOf(source);
  const day = [covers, date].find((value) => typeof value === "string");
  return { facts: new Set(Object.keys(plainMapOf(facts))), day: day ?? null };
}

/**
 * Collects names from a file as it was written, whatever its shape: a party with a broken mark is still a party, and what names
 * it is right to.
 */
export function namesOf(file: unknown): Names {
  const { issues, parties, events, sources } = plainMapOf(file);
  const seats = Object.values(plainMapOf(parties)).map(plainMapOf);
  const eventIds = Array.isArray(events) ? events.map((event) => String(plainMapOf(event).id ?? "")) : [];
  return {
    issues: idsOf(issues),
    // What is too much is told elsewhere; here it must not cost anything.
    options: Object.values(plainMapOf(issues)).slice(0, LIMITS.issues).map(optionNames),
    parties: idsOf(parties),
    roles: seats.map(({ role = "party" }) => (role === "party" ? "party" : "mediator")),
    positions: seats.map(({ positions }) => {
      const own = idsOf(positions);
      return own.list.length > 0 ? own : new Ids([OPEN_POSITION]);
    }),
    levers: seats.map(({ levers }) => idsOf(levers)),
    events: new Ids(eventIds),
    sources: new Map(Object.entries(plainMapOf(sources)).map(([id, source]) => [id, sourceName(source)])),
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
