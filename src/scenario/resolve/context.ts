import type { Findings, Path } from "../findings.ts";
import { instead, quote } from "../suggest.ts";
import type { Ids, Names } from "./names.ts";

/** What every part of the resolution needs. */
export interface Context {
  readonly names: Names;
  readonly findings: Findings;
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
interface Kind {
  readonly code: string;
  readonly one: string;
  readonly heading: string;
}

export const PARTY: Kind = { code: "unknown-party", one: "party", heading: "Parties" };
export const ISSUE: Kind = { code: "unknown-issue", one: "issue", heading: "Issues" };
export const EVENT: Kind = { code: "unknown-event", one: "event", heading: "Events" };
export const POSITION: Kind = { code: "unknown-position", one: "position", heading: "Positions" };
export const LEVER: Kind = { code: "unknown-lever", one: "lever", heading: "Levers" };

/**
 * The index of what an id names; −1 after an error was reported. A scenario with an error is never handed out, so
 * that the −1 goes nowhere.
 * @param atKey the id is the last key of the path
 */
export function lookUp(context: Context, ids: Ids, id: string, kind: Kind, path: Path, atKey = false): number {
  const index = ids.indexOf(id);
  if (index >= 0) return index;
  const message = `There is no ${kind.one} ${quote(id)}. ${instead(id, ids.list, kind.heading)}`;
  if (atKey) context.findings.errorAtKey(kind.code, path, message);
  else context.findings.error(kind.code, path, message);
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
