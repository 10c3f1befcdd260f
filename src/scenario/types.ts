/**
 * The types of a scenario: what a scenario file means once every default is filled in and every id is resolved. Lists instead
 * of maps, because worth is summed in file order and canonical JSON forgets the order of keys. Parties, issues, options,
 * positions, events and sources are named by their index in these lists.
 *
 * The types are inferred from the shapes of a stored scenario (stored/), where each field says what it is. Only the types are
 * imported: the start page knows scenarios and loads no Zod.
 */
import type * as z from "zod";
import type { storedGroundsShape, storedTermsShape, storedTextShape } from "./stored/parts.ts";
import type { storedScenarioShape } from "./stored/scenario.ts";

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value;

type Inferred<Shape extends z.ZodType> = DeepReadonly<z.infer<Shape>>;

export type Text = Inferred<typeof storedTextShape>;
export type Grounds = Inferred<typeof storedGroundsShape>;
export type Terms = Inferred<typeof storedTermsShape>;

export type Scenario = Inferred<typeof storedScenarioShape>;

export type Source = Scenario["sources"][number];
export type Fact = Source["facts"][number];
export type Issue = Scenario["issues"][number];
export type Option = Issue["options"][number];
export type Actor = Scenario["actors"][number];
export type Protocol = Scenario["protocol"];
export type ScenarioEvent = Scenario["events"][number];
export type Condition = ScenarioEvent["when"];
export type Effects = ScenarioEvent["effects"];
export type HistoryEntry = Scenario["history"][number];

export type Party = Scenario["parties"][number];
export type Mark = Party["mark"];
export type Interest = Party["interests"][number];
export type IssueValues = Party["values"][number];
export type Linkage = Party["linkages"][number];
export type RedLine = Party["redLines"][number];
export type WalkAway = Party["walkAway"];
export type Tactic = Party["tactic"];
export type Position = Party["positions"][number];
export type Move = Position["moves"][number];
export type ScheduledMove = Position["does"][number];
export type Lever = Party["levers"][number];

/** What rests on nothing that the file says: for values that it leaves out, and for parts made by a program. */
export const NO_GROUNDS: Grounds = { cite: [], why: null };

/** A worth in the scale of its scenario, on 0–100: as screens, charts and commands show every worth. */
export function shownWorth(worth: number, scale: number): number {
  return (worth * 100) / scale;
}

/** A text in this language; in English where there is none, else in whatever language comes first. */
export function textIn(text: Text, language: string): string {
  if (Object.hasOwn(text, language)) return text[language] ?? "";
  if (Object.hasOwn(text, "en")) return text.en ?? "";
  return Object.values(text)[0] ?? "";
}
