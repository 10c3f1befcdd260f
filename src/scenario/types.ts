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

/** What a stored shape holds once it is read: nothing in it changes. */
export type Inferred<Shape extends z.ZodType> = DeepReadonly<z.infer<Shape>>;

/** A text in several languages: language tag → text. Never HTML. `en` is there unless the file has no English at all. */
export type Text = Inferred<typeof storedTextShape>;
/** Where something comes from: facts of sources by id (`munich-2016-02-12#9`), or the author's judgement in words. */
export type Grounds = Inferred<typeof storedGroundsShape>;
/** For each named issue, which of its options will do. A package meets the terms when all named issues agree. */
export type Terms = Inferred<typeof storedTermsShape>;

/** One negotiation: parties, issues, values, protocol, events, history, sources. */
export type Scenario = Inferred<typeof storedScenarioShape>;

/** What was written about the negotiation, and where. */
export type Source = Scenario["sources"][number];
/** What a source says, in own words, by number. */
export type Fact = Source["facts"][number];
/** A matter to settle, with its options in their natural order. */
export type Issue = Scenario["issues"][number];
/** One way to settle an issue. */
export type Option = Issue["options"][number];
/** A force on the ground. */
export type Actor = Scenario["actors"][number];
/** How the table works: order, rounds, what binds. */
export type Protocol = Scenario["protocol"];
/** What happens on a round or under a condition, at most once. */
export type ScenarioEvent = Scenario["events"][number];
/** A condition: data, never code. `by: -1` is anyone (other than the owner, where there is one). */
export type Condition = ScenarioEvent["when"];
/** What an event or a lever changes. */
export type Effects = ScenarioEvent["effects"];
/** What happened in reality. */
export type HistoryEntry = Scenario["history"][number];

/** Who negotiates; a mediator is a party without a vote. */
export type Party = Scenario["parties"][number];
/** How a party is drawn: colour, shape and letters. */
export type Mark = Party["mark"];
/** Why a party wants what it wants. */
export type Interest = Party["interests"][number];
/** What one issue is worth to one party: worth of option o = weight · options[o] / scale. */
export type IssueValues = Party["values"][number];
/** A combination of options that is worth more or less than its parts. */
export type Linkage = Party["linkages"][number];
/** What a party refuses whatever it gets for it. */
export type RedLine = Party["redLines"][number];
/** What no deal is worth to a party, and means. */
export type WalkAway = Party["walkAway"];
/** How the target of a machine falls. */
export type Tactic = Party["tactic"];
/** A position of a party's statechart: what it asks for, and what makes it move on. */
export type Position = Party["positions"][number];
/** A way from one position to another. */
export type Move = Position["moves"][number];
/** What a machine party does, once, while it holds a position: an aside, asking for a text, or walking out. */
export type ScheduledMove = Position["does"][number];
/** What a party can press others with. */
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
