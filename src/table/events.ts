import { ASIDE_TYPES, type Aside, type AsideType } from "./rules/asides.ts";

export const STATEMENT_TYPES = ["OFFER", "TAKE_UP", "TEXT", "ASK_TEXT", "PASS", "WALK_OUT"] as const;
type StatementType = (typeof STATEMENT_TYPES)[number];

interface StatementDetails extends Record<StatementType, object> {
  OFFER: { readonly package: number };
  /** `of`: whose standing offer is taken up. */
  TAKE_UP: { readonly of: number };
  TEXT: { readonly package: number };
  /** `deed`: the entry of `does:` that a machine carries out; −1: none. */
  ASK_TEXT: { readonly deed: number };
  PASS: object;
  WALK_OUT: { readonly deed: number };
}

/** What a party says in its turn, which ends it. `position`: the one under which it speaks. */
export type Statement = {
  [T in StatementType]: {
    readonly type: T;
    readonly party: number;
    readonly position: number;
  } & StatementDetails[T];
}[StatementType];

/** Whether an event is a statement: only those are made under a position. */
export function isStatement(event: TableEvent): event is Statement {
  return "position" in event;
}

/** Whether an event is an aside: it may carry out an entry of `does:`, but is made under no position. */
export function isAside(event: TableEvent): event is Aside {
  return "deed" in event && !isStatement(event);
}

/** What a party owes to others: the reply to a sounding, the answer to what is on the floor. */
export type Response =
  | { readonly type: "REPLY"; readonly party: number; readonly word: number }
  | {
      readonly type: "ANSWER";
      readonly party: number;
      readonly accepts: boolean;
      /** Issues that a refusal names in public. */
      readonly named: readonly number[];
      /** Own red lines that a refusal calls in public. */
      readonly red: readonly number[];
    };

/** What parties do; it stands in the record. */
export type PartyEvent = Statement | Aside | Response;

/** What the clerk does: it follows from the state alone. `party: −1` calls every party at once. */
export type ClerkEvent =
  | { readonly type: "RECONSIDER"; readonly party: number }
  | { readonly type: "COUNT" }
  | { readonly type: "NEXT" }
  | { readonly type: "INTERVAL" };

/** All that can be sent to a table. */
export type TableEvent = PartyEvent | ClerkEvent;

export const EVENT_TYPES = [
  ...STATEMENT_TYPES,
  ...ASIDE_TYPES,
  "REPLY",
  "ANSWER",
  "RECONSIDER",
  "COUNT",
  "NEXT",
  "INTERVAL",
] as const satisfies readonly TableEvent["type"][];

/** The name of a type of event in recipes, records and rows. */
export function nameOfType<T extends TableEvent["type"]>(type: T): Lowercase<T> {
  return type.toLowerCase() as Lowercase<T>;
}

/** Something for each type of aside, under the name of the type. */
export function byAsideName<V>(of: (type: AsideType) => V): Record<Lowercase<AsideType>, V> {
  const entries = ASIDE_TYPES.map((type) => [nameOfType(type), of(type)] as const);
  return Object.fromEntries(entries) as Record<Lowercase<AsideType>, V>;
}
