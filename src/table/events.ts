/**
 * What can be sent to a table. The first three groups are done by parties and stand in the record; the clerk's events follow
 * from the state alone. `position` is the position under which the party speaks, `deed` the entry of `does:` that a machine
 * carries out (−1: none); `named` and `red` are what a refusal says in public.
 */
export type Statement =
  | { readonly type: "OFFER"; readonly party: number; readonly package: number; readonly position: number }
  | { readonly type: "TAKE_UP"; readonly party: number; readonly of: number; readonly position: number }
  | { readonly type: "TEXT"; readonly party: number; readonly package: number; readonly position: number }
  | { readonly type: "ASK_TEXT"; readonly party: number; readonly position: number; readonly deed: number }
  | { readonly type: "PASS"; readonly party: number; readonly position: number }
  | { readonly type: "WALK_OUT"; readonly party: number; readonly position: number; readonly deed: number };

export type Aside =
  | {
      readonly type: "SOUND_OUT";
      readonly party: number;
      readonly of: number;
      /** The option asked about; −1 with a package. */
      readonly issue: number;
      readonly option: number;
      /** The package asked about; −1 with an option. */
      readonly package: number;
      readonly deed: number;
    }
  | {
      readonly type: "COMMIT";
      readonly party: number;
      readonly issue: number;
      readonly option: number;
      readonly deed: number;
    }
  | { readonly type: "PRESS"; readonly party: number; readonly lever: number; readonly deed: number };

export type Response =
  | { readonly type: "REPLY"; readonly party: number; readonly word: number }
  | {
      readonly type: "ANSWER";
      readonly party: number;
      readonly accepts: boolean;
      readonly named: readonly number[];
      readonly red: readonly number[];
    };

export type PartyEvent = Statement | Aside | Response;

/** `party: -1` calls every party at once. */
export type ClerkEvent =
  | { readonly type: "RECONSIDER"; readonly party: number }
  | { readonly type: "COUNT" }
  | { readonly type: "NEXT" }
  | { readonly type: "INTERVAL" };

export type TableEvent = PartyEvent | ClerkEvent;

export const EVENT_TYPES = [
  "OFFER",
  "TAKE_UP",
  "TEXT",
  "ASK_TEXT",
  "PASS",
  "WALK_OUT",
  "SOUND_OUT",
  "COMMIT",
  "PRESS",
  "REPLY",
  "ANSWER",
  "RECONSIDER",
  "COUNT",
  "NEXT",
  "INTERVAL",
] as const satisfies readonly TableEvent["type"][];
