import { LIMITS } from "../limits.ts";

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

export interface SourceName {
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

function map(value: unknown): Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

function keys(value: unknown): Ids {
  return new Ids(Object.keys(map(value)));
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
  const { options, from, to, step = 1 } = map(issue);
  if (options !== undefined) return Object.keys(map(options)).length > 0 ? keys(options) : null;
  const numbers = integerOptions(from, to, step);
  return numbers && new Ids(numbers);
}

function sourceName(source: unknown): SourceName {
  const { facts, date, covers } = map(source);
  const day = [covers, date].find((value) => typeof value === "string");
  return { facts: new Set(Object.keys(map(facts))), day: (day as string | undefined) ?? null };
}

/**
 * Collects names from a file whose shape nobody has checked: a party with a broken mark is still a party, and whoever
 * names it is right to.
 */
export function namesOf(file: unknown): Names {
  const { issues, parties, events, sources } = map(file);
  const seats = Object.values(map(parties)).map(map);
  const eventIds = Array.isArray(events) ? events.map((event) => String(map(event).id ?? "")) : [];
  return {
    issues: keys(issues),
    // What is too much is told elsewhere; here it must not cost anything.
    options: Object.values(map(issues)).slice(0, LIMITS.issues).map(optionNames),
    parties: keys(parties),
    // Whoever is given another role than a vote is probably meant to have none, however it is spelt.
    mediators: seats.map(({ role = "party" }) => role !== "party"),
    positions: seats.map(({ positions }) => {
      const own = keys(positions);
      return own.list.length > 0 ? own : new Ids([OPEN]);
    }),
    levers: seats.map(({ levers }) => keys(levers)),
    events: new Ids(eventIds),
    sources: new Map(Object.entries(map(sources)).map(([id, source]) => [id, sourceName(source)])),
  };
}

/** The one position of a party that has none in the file. */
export const OPEN = "open";
