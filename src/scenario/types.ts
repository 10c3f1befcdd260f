/**
 * The checked scenario: what a scenario file means once every default is filled in and every id is resolved.
 * Lists instead of maps, because worth is summed in file order and canonical JSON forgets the order of keys.
 * Parties, issues, options, positions, events and sources are named by their index in these lists.
 */

/** A text in several languages: language tag → text. Never HTML. `en` is there unless the file has no English at all. */
export type Text = Readonly<Record<string, string>>;

/** Where something comes from: facts of sources by id (`munich-2016-02-12#9`), or the author's judgement in words. */
export interface Grounds {
  readonly cite: readonly string[];
  readonly why: Text | null;
}

/** For each named issue, which of its options will do. A package meets the terms when all named issues agree. */
export type Terms = readonly { readonly issue: number; readonly options: readonly number[] }[];

export interface Fact {
  readonly number: number;
  readonly text: Text;
}

export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly outlet: Text | null;
  /** ISO date, `2016-02-12`. */
  readonly date: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** The day its facts are of, when that is not the day it came out; ISO date. */
  readonly covers: string | null;
  readonly facts: readonly Fact[];
}

export interface Option {
  readonly id: string;
  readonly title: Text;
}

export interface Issue {
  readonly id: string;
  readonly title: Text;
  readonly note: Text | null;
  /** In their natural order. An integer issue has one option a step, its id the number. */
  readonly options: readonly Option[];
  readonly statusQuo: number;
  /** Set for an integer issue. */
  readonly integer: {
    readonly from: number;
    readonly to: number;
    readonly step: number;
    readonly unit: Text | null;
  } | null;
  readonly grounds: Grounds;
}

export interface Interest {
  readonly text: Text;
  /** The issues it stands behind. */
  readonly issues: readonly number[];
  readonly grounds: Grounds;
}

/** What one issue is worth to one party: worth of option o = weight · options[o] / scale. */
export interface IssueValues {
  readonly weight: number;
  readonly options: readonly number[];
  readonly grounds: Grounds;
}

export interface Linkage {
  readonly title: Text | null;
  readonly when: Terms;
  /** Added to the worth of a package that meets `when`, in the file's scale; may be negative. */
  readonly worth: number;
  readonly grounds: Grounds;
}

export interface RedLine {
  readonly title: Text | null;
  readonly when: Terms;
  readonly grounds: Grounds;
}

export interface WalkAway {
  /** Reservation value in round 1, in the file's scale. */
  readonly at: number;
  readonly driftPerRound: number;
  /** The BATNA in words. */
  readonly means: Text | null;
  readonly grounds: Grounds;
}

export const TACTIC_KINDS = ["boulware", "linear", "conceder", "tit_for_tat", "micro"] as const;
export type TacticKind = (typeof TACTIC_KINDS)[number];

/** The exponent of a tactic that names none: those of the time-dependent agents of Genius (Lin et al. 2014). */
export const USUAL_EXPONENT: Readonly<Record<TacticKind, number>> = {
  boulware: 0.2,
  linear: 1,
  conceder: 2,
  tit_for_tat: 1,
  micro: 1,
};

/** How the target falls. `exponent` e of 1 − τ^(1/e) is drawn anew in each run, evenly from [low, high]; time-based kinds only. */
export interface Tactic {
  readonly kind: TacticKind;
  readonly exponent: readonly [number, number];
}

/**
 * A condition: data, never code. `by: -1` is anyone (other than the owner, where there is one).
 * - `offered`: the standing offer of `by` meets the terms.
 * - `asked`: `by` has sounded the owner out about an option of the terms (owner: the party whose position this is).
 * - `committed`: `by` has committed itself in public to an option of the terms.
 * - `refused`: `by` has named one of these issues when it refused.
 * - `worth_offered`: some other party's standing offer is worth at least `worth` to the owner.
 * - `text`: the mediator's last text meets the terms (empty terms: there is a text).
 * - `text_asked`: `by` has asked for a text since the last one.
 * - `table` and `signed`: how the table ended; false while it sits.
 */
export type Condition =
  | { readonly kind: "always" }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "round_from"; readonly round: number }
  | { readonly kind: "offered"; readonly by: number; readonly terms: Terms }
  | { readonly kind: "asked"; readonly by: number; readonly owner: number; readonly terms: Terms }
  | { readonly kind: "committed"; readonly by: number; readonly terms: Terms }
  | { readonly kind: "refused"; readonly by: number; readonly issues: readonly number[] }
  | { readonly kind: "worth_offered"; readonly owner: number; readonly worth: number }
  | { readonly kind: "text"; readonly terms: Terms }
  | { readonly kind: "text_asked"; readonly by: number }
  | { readonly kind: "pressure_above"; readonly party: number; readonly level: number }
  | { readonly kind: "event"; readonly event: number }
  | { readonly kind: "walked_out"; readonly party: number }
  | { readonly kind: "table"; readonly outcome: "signed" | "broken" | "expired" }
  | { readonly kind: "signed"; readonly terms: Terms };

export interface Effects {
  /** Added to the pressure of a party, then cut to 0–1. */
  readonly pressure: readonly { readonly party: number; readonly by: number }[];
  /** Added to the walk-away of a party, in the file's scale. */
  readonly walkAway: readonly { readonly party: number; readonly by: number }[];
  /** Options that no package on the floor may hold from now on. */
  readonly removeOptions: readonly { readonly issue: number; readonly option: number }[];
  readonly releaseCommitments: readonly { readonly party: number; readonly issue: number }[];
  /** The party's next RECONSIDER moves it here. */
  readonly moves: readonly { readonly party: number; readonly to: number }[];
}

/** What a machine party does, once, while it holds a position: an aside, asking for a text, or walking out. */
export type ScheduledMove = (
  | { readonly kind: "sound_out"; readonly party: number; readonly issue: number; readonly option: number }
  | { readonly kind: "commit"; readonly issue: number; readonly option: number }
  | { readonly kind: "press"; readonly lever: number }
  | { readonly kind: "ask_text" }
  | { readonly kind: "walk_out" }
) & { readonly when: Condition; readonly grounds: Grounds };

export interface Move {
  readonly to: number;
  readonly when: Condition;
  readonly grounds: Grounds;
}

export interface Position {
  readonly id: string;
  readonly label: Text;
  /** What its own offers must meet. Answers are not bound by it. */
  readonly asks: Terms;
  /** It holds out for at least this worth; null: the walk-away alone. */
  readonly holdsAtLeast: number | null;
  readonly moves: readonly Move[];
  readonly does: readonly ScheduledMove[];
  readonly grounds: Grounds;
}

export interface Lever {
  readonly id: string;
  readonly title: Text;
  readonly on: number;
  readonly effects: Effects;
  /** What each use costs its owner's result, in the file's scale. */
  readonly cost: number;
  readonly uses: number;
  readonly grounds: Grounds;
}

export const MARK_SHAPES = ["circle", "square", "triangle", "diamond", "hexagon", "star"] as const;
export const MARK_COLOURS = ["blue", "red", "green", "violet", "orange", "teal", "brown", "grey"] as const;

export interface Mark {
  readonly colour: (typeof MARK_COLOURS)[number];
  readonly shape: (typeof MARK_SHAPES)[number];
  readonly letters: string;
}

export interface Party {
  readonly id: string;
  readonly name: Text;
  readonly delegate: Text | null;
  readonly role: "party" | "mediator";
  readonly mark: Mark;
  readonly interests: readonly Interest[];
  /** One entry for each issue, in the order of the issues. */
  readonly values: readonly IssueValues[];
  readonly linkages: readonly Linkage[];
  readonly redLines: readonly RedLine[];
  readonly walkAway: WalkAway;
  /** Worth never exceeds this; null: no cap. */
  readonly cap: number | null;
  /** A result at the fraction t of the rounds is worth discount^t of itself; 1: no discount. In (0, 1]. */
  readonly discount: number;
  readonly tactic: Tactic;
  /** The first is the opening position. */
  readonly positions: readonly Position[];
  readonly stakes: Readonly<Record<string, number>>;
  readonly audienceCost: number;
  readonly levers: readonly Lever[];
}

/** A force on the ground. Nothing at the table reads it; the aftermath will. */
export interface Actor {
  readonly id: string;
  readonly name: Text;
  readonly patron: number | null;
  readonly party: number | null;
  readonly influence: readonly [number, number];
  readonly grounds: Grounds;
}

export const PROTOCOL_KINDS = ["plenary", "single_text", "alternating"] as const;

export interface Protocol {
  readonly kind: (typeof PROTOCOL_KINDS)[number];
  readonly rounds: number;
  readonly roundIs: Text | null;
  /** Every party once, a mediator last. */
  readonly order: readonly number[];
  readonly binding: {
    /** Parties that must accept. */
    readonly needs: readonly number[];
    /** How much acceptance binds: the sum of the weights of those who accept. */
    readonly atLeast: number;
    /** By party; 1 each unless the file weighs them; 0 for a mediator. */
    readonly weights: readonly number[];
    readonly grounds: Grounds;
  };
  readonly mediator: { readonly party: number; readonly asks: number; readonly textFrom: number } | null;
  /** Probability that the table learns of a sounding, 0–1. */
  readonly leak: number;
}

export interface ScenarioEvent {
  readonly id: string;
  readonly news: Text;
  /** Happened in history (cites) or is made up for the simulation (why): they always look different. */
  readonly historical: boolean;
  readonly when: Condition;
  /** Probability, drawn once in each interval in which `when` holds until the event happens; 1: certain. */
  readonly chance: number;
  readonly effects: Effects;
  readonly grounds: Grounds;
}

export interface HistoryEntry {
  readonly table: "signed" | "broken" | "expired";
  /** Option index by issue; null where the table did not sign, or an issue was left open. */
  readonly terms: readonly (number | null)[];
  readonly aftermath: "held" | "frayed" | "collapsed" | "never_began" | null;
  readonly text: Text | null;
  readonly grounds: Grounds;
}

export interface Scenario {
  readonly parley: 1;
  readonly id: string;
  readonly title: Text;
  readonly summary: Text | null;
  /** Said before play: what the subject matter is. */
  readonly notice: Text | null;
  /** Minutes that a play is expected to take; null: not said. */
  readonly minutes: number | null;
  readonly place: Text | null;
  /** The day of the table, ISO date. */
  readonly when: string | null;
  /** What a party's best package is worth if its weights sum to it. Screens show worth · 100 / scale. */
  readonly scale: number;
  readonly sources: readonly Source[];
  readonly issues: readonly Issue[];
  readonly parties: readonly Party[];
  readonly actors: readonly Actor[];
  readonly protocol: Protocol;
  readonly events: readonly ScenarioEvent[];
  /** Kept as the file has it; read by the aftermath, later. */
  readonly aftermath: unknown;
  readonly questions: readonly Text[];
  readonly history: readonly HistoryEntry[];
}

/** A text in this language; in English where there is none, else in whatever language comes first. */
export function textIn(text: Text, language: string): string {
  if (Object.hasOwn(text, language)) return text[language] ?? "";
  if (Object.hasOwn(text, "en")) return text.en ?? "";
  return Object.values(text)[0] ?? "";
}
