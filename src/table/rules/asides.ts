import { slotIn } from "../../bargaining/slots.ts";
import { draw, PURPOSE } from "../../exact/chance.ts";
import { byIssue, byPairAndSlot, type TableModel } from "../model.ts";
import { HEARD, seedOf, type TableContext } from "../state.ts";
import { type Closed, optionClosed, packageClosed, scheduledClosed } from "./closed.ts";
import { applyEffects } from "./effects.ts";

/**
 * Asides: what a party may do in its turn before its statement. All that the table knows of a kind of aside stands here: what
 * it says, when it is closed, what it changes, and what the log tells of it.
 */

export const ASIDE_TYPES = ["SOUND_OUT", "NON_PAPER", "COMMIT", "PRESS"] as const;
export type AsideType = (typeof ASIDE_TYPES)[number];

interface AsideDetails extends Record<AsideType, object> {
  /**
   * Asks another voter in private about an option (`package` −1), with or without a condition (`givenIssue` −1: none), or about
   * a package (the issues and options −1).
   */
  SOUND_OUT: {
    readonly of: number;
    readonly issue: number;
    readonly option: number;
    readonly givenIssue: number;
    readonly givenOption: number;
    readonly package: number;
  };
  /** The mediator shows a package to some voters, without a vote, to hear what they would say. */
  NON_PAPER: { readonly package: number; readonly to: readonly number[] };
  /** Commits the party in public to an option. */
  COMMIT: { readonly issue: number; readonly option: number };
  /** Presses a lever of the party's own. */
  PRESS: { readonly lever: number };
}

/** An aside of this type. `deed`: the entry of `does:` that a machine carries out; −1: none. */
export type Aside<T extends AsideType = AsideType> = {
  [One in T]: { readonly type: One; readonly party: number; readonly deed: number } & AsideDetails[One];
}[T];

interface AsideLines extends Record<AsideType, object> {
  SOUND_OUT: {
    readonly kind: "sounding";
    readonly party: number;
    readonly of: number;
    readonly issue: number;
    readonly option: number;
    /** The condition of a question about an option; −1: none. */
    readonly givenIssue: number;
    readonly givenOption: number;
    readonly package: number;
    readonly leaked: boolean;
    /** 0 where the reply is not for this seat, or has not come. */
    readonly reply: number;
  };
  NON_PAPER: {
    readonly kind: "non_paper";
    readonly party: number;
    readonly package: number;
    readonly to: readonly number[];
    /** Of each of those; 0 where the reply is not for this seat, or has not come. */
    readonly replies: readonly number[];
  };
  COMMIT: { readonly kind: "commitment"; readonly party: number; readonly issue: number; readonly option: number };
  PRESS: { readonly kind: "press"; readonly party: number; readonly lever: number };
}

/** What the log tells of an aside. */
export type AsideLine<T extends AsideType = AsideType> = AsideLines[T];

/** What a reader of the log has learnt of an aside: its author and whom it was put to learn of it, as does who may see all. */
interface Heard {
  readonly involved: boolean;
  readonly leaked: boolean;
  /** The reply of a party; 0: none has come, or it is not for this reader. */
  replyOf(party: number): number;
}

interface AsideRule<T extends AsideType> {
  /** What it is, in a sentence, for the codebooks of transcripts. */
  readonly about: string;
  /** Asks a question, so that a reply is awaited; the others leave the turn as it is. */
  readonly asks?: true;
  /** Why it is closed to a party whose turn it is, apart from what holds of all asides. */
  closed(model: TableModel, context: TableContext, event: Aside<T>): Closed | null;
  /** What it changes, apart from what all asides change. */
  change(model: TableModel, draft: TableContext, event: Aside<T>): void;
  /** What a reader of the log is told of it; null: nothing. */
  tell(event: Aside<T>, heard: Heard): AsideLine<T> | null;
}

/** Soundings that a party may make in one turn: a mediator two. */
function soundingsATurn(model: TableModel, party: number): number {
  return party === model.mediator ? 2 : 1;
}

/** The slots that a sounding is about. */
export function soundedSlots({ space }: TableModel, issue: number, option: number, pack: number): number[] {
  return pack >= 0
    ? space.sizes.map((_, of) => slotIn(space, pack, of))
    : [(space.firstSlot[issue] as number) + option];
}

/** A hearer counts an option that was asked about as half an offer of the asker. */
function hint(model: TableModel, draft: TableContext, hearer: number, asker: number, slot: number, as: number): void {
  const at = byPairAndSlot(model, hearer, asker, slot);
  if (as === HEARD.asked || draft.halfOffered[at] === HEARD.none) draft.halfOffered[at] = as;
}

/** Whether a party may be asked what it would say: a voter who is still there, and not the asker. */
function mayBeAsked(model: TableModel, context: TableContext, asker: number, of: number): boolean {
  return model.voters.includes(of) && of !== asker && context.gone[of] === 0;
}

/** Whether the table will learn of a sounding that is made now; a mediator's never leaks. */
export function leaks(model: TableModel, context: TableContext, asker: number): boolean {
  if (asker === model.mediator) return false;
  const chance = draw(seedOf(context), PURPOSE.leak, asker, context.round, context.soundings);
  return chance < model.scenario.protocol.leak;
}

/** Notes who has put which question, and that it is one of the soundings of the turn. */
function ask(
  draft: TableContext,
  question: Pick<Aside<"SOUND_OUT">, "party" | "issue" | "option" | "givenIssue" | "givenOption" | "package">,
): void {
  draft.soundings += 1;
  draft.soundedBy = question.party;
  draft.soundedIssue = question.issue;
  draft.soundedOption = question.option;
  draft.soundedGivenIssue = question.givenIssue;
  draft.soundedGivenOption = question.givenOption;
  draft.soundedPackage = question.package;
  draft.shownTo.fill(0);
}

/** Why the condition of a question about an option is none; null: it is one, or there is none. */
function conditionClosed(
  model: TableModel,
  context: TableContext,
  { issue, givenIssue, givenOption }: Aside<"SOUND_OUT">,
): Closed | null {
  if (givenIssue === -1 && givenOption === -1) return null;
  return givenIssue === issue ? "no_such_option" : optionClosed(model, context, givenIssue, givenOption);
}

const SOUND_OUT: AsideRule<"SOUND_OUT"> = {
  about: "The party asked another (`of`) in private about an option or a package, and was answered (`word`)",
  asks: true,
  closed(model, context, event) {
    if (context.soundings >= soundingsATurn(model, event.party)) return "soundings_used";
    if (!mayBeAsked(model, context, event.party, event.of)) return "no_such_party";
    const { issue, option, givenIssue, givenOption } = event;
    if (event.package === -1) {
      return optionClosed(model, context, issue, option) ?? conditionClosed(model, context, event);
    }
    // Asked about a package, not about an option too: the record has room for one of them.
    if (issue !== -1 || option !== -1 || givenIssue !== -1 || givenOption !== -1) return "no_such_option";
    return packageClosed(model, context, event.package);
  },
  /** The asked party, and everyone if it leaks, counts it as half an offer of the asker. */
  change(model, draft, event) {
    draft.soundedLeak = leaks(model, draft, event.party) ? 1 : 0;
    ask(draft, event);
    draft.soundedOf = event.of;
    const slots = soundedSlots(model, event.issue, event.option, event.package);
    if (event.givenIssue >= 0) slots.push(...soundedSlots(model, event.givenIssue, event.givenOption, -1));
    for (const slot of slots) {
      for (let hearer = 0; hearer < model.parties; hearer++) {
        if (hearer === event.of) hint(model, draft, hearer, event.party, slot, HEARD.asked);
        else if (hearer !== event.party && draft.soundedLeak === 1) {
          hint(model, draft, hearer, event.party, slot, HEARD.leaked);
        }
      }
    }
  },
  tell(event, { involved, leaked, replyOf }) {
    if (!involved && !leaked) return null;
    const { party, of, issue, option, givenIssue, givenOption, package: pack } = event;
    const reply = involved ? replyOf(of) : 0;
    return { kind: "sounding", party, of, issue, option, givenIssue, givenOption, package: pack, leaked, reply };
  },
};

/** The party that owes the next reply to a non-paper, in party order; −1: none does. */
export function nextShown({ shownTo, soundedOf }: TableContext): number {
  return shownTo.indexOf(1, soundedOf + 1);
}

const NON_PAPER: AsideRule<"NON_PAPER"> = {
  about: "The mediator showed a package to some, without a vote, and heard what each would say (`word`, `of`)",
  asks: true,
  closed(model, context, event) {
    if (event.party !== model.mediator) return "only_the_mediator";
    if (context.soundings >= soundingsATurn(model, event.party)) return "soundings_used";
    const { to } = event;
    const all = to.every((of, at) => mayBeAsked(model, context, event.party, of) && to.indexOf(of) === at);
    return to.length > 0 && all ? packageClosed(model, context, event.package) : "no_such_party";
  },
  change(model, draft, event) {
    draft.soundedLeak = 0;
    ask(draft, { ...event, issue: -1, option: -1, givenIssue: -1, givenOption: -1 });
    for (const of of event.to) {
      draft.shownTo[of] = 1;
      for (const slot of soundedSlots(model, -1, -1, event.package)) {
        hint(model, draft, of, event.party, slot, HEARD.asked);
      }
    }
    draft.soundedOf = draft.shownTo.indexOf(1);
  },
  tell({ party, package: pack, to }, { involved, replyOf }) {
    return involved ? { kind: "non_paper", party, package: pack, to: [...to], replies: to.map(replyOf) } : null;
  },
};

const COMMIT: AsideRule<"COMMIT"> = {
  about: "The party committed itself in public to an option",
  closed(model, context, { party, issue, option }) {
    if (party === model.mediator) return "mediator_commits_nothing";
    const closed = optionClosed(model, context, issue, option);
    if (closed) return closed;
    return (context.commitments[byIssue(model, party, issue)] as number) >= 0 ? "already_committed" : null;
  },
  /** One that was lifted and is made anew can be broken anew. */
  change(model, draft, { party, issue, option }) {
    draft.commitments[byIssue(model, party, issue)] = option;
    draft.broken[byIssue(model, party, issue)] = 0;
  },
  tell: ({ party, issue, option }) => ({ kind: "commitment", party, issue, option }),
};

const PRESS: AsideRule<"PRESS"> = {
  about: "The party used a lever (`detail`)",
  closed(model, context, event) {
    const lever = model.partyModels[event.party]?.party.levers[event.lever];
    if (!lever) return "no_such_lever";
    const used = context.leverUses[(model.firstLever[event.party] as number) + event.lever] as number;
    return used >= lever.uses ? "lever_used_up" : null;
  },
  change(model, draft, event) {
    const lever = model.partyModels[event.party]?.party.levers[event.lever];
    if (!lever) return;
    const at = (model.firstLever[event.party] as number) + event.lever;
    draft.leverUses[at] = (draft.leverUses[at] as number) + 1;
    draft.spent[event.party] = (draft.spent[event.party] as number) + lever.cost;
    applyEffects(model, draft, lever.effects);
  },
  tell: ({ party, lever }) => ({ kind: "press", party, lever }),
};

/** The rules of each kind of aside. */
const ASIDES: { readonly [T in AsideType]: AsideRule<T> } = { SOUND_OUT, NON_PAPER, COMMIT, PRESS };

/** Whether a reply is awaited after an aside of this type. */
export function asksForReply(type: AsideType): boolean {
  return ASIDES[type].asks === true;
}

/** Asides that a party may use in one turn. */
const ASIDES_A_TURN = 2;

/** Why an aside is closed to the party whose turn it is. */
export function asideClosed<T extends AsideType>(
  model: TableModel,
  context: TableContext,
  event: Aside<T>,
): Closed | null {
  if (context.asides >= ASIDES_A_TURN) return "asides_used";
  return scheduledClosed(model, event.party, event.deed) ?? ASIDES[event.type].closed(model, context, event);
}

/** Changes what the table remembers by an aside. */
export function changeByAside<T extends AsideType>(model: TableModel, draft: TableContext, event: Aside<T>): void {
  if (event.deed >= 0) draft.deedsDone[event.deed] = 1;
  ASIDES[event.type].change(model, draft, event);
  draft.asides += 1;
}

/** The line of the log that tells a reader of an aside; null: this reader learns nothing of it. */
export function asideLine<T extends AsideType>(event: Aside<T>, heard: Heard): AsideLine<T> | null {
  return ASIDES[event.type].tell(event, heard);
}

/** What an aside of this type is, in a sentence. */
export function aboutAside(type: AsideType): string {
  return ASIDES[type].about;
}

const TYPE_OF_LINE = {
  sounding: "SOUND_OUT",
  non_paper: "NON_PAPER",
  commitment: "COMMIT",
  press: "PRESS",
} as const satisfies {
  readonly [Kind in AsideLine["kind"]]: AsideType;
};

/** Whether a line of the log tells of an aside. */
export function isAsideLine(line: { readonly kind: string }): line is AsideLine {
  return Object.hasOwn(TYPE_OF_LINE, line.kind);
}

/** The type of aside that a line of the log tells of. */
export function typeOfAsideLine({ kind }: AsideLine): AsideType {
  return TYPE_OF_LINE[kind];
}

/**
 * The aside that a line of the log tells of, for a seat that works out again what the table remembers; null: what the table
 * remembers of it shows in the seat's view itself.
 */
export function recalledAside(line: AsideLine): Aside | null {
  switch (line.kind) {
    case "sounding": {
      const { party, of, issue, option, givenIssue, givenOption, package: pack } = line;
      return { type: "SOUND_OUT", party, of, issue, option, givenIssue, givenOption, package: pack, deed: -1 };
    }
    case "non_paper":
      return { type: "NON_PAPER", party: line.party, package: line.package, to: line.to, deed: -1 };
    case "commitment":
      return { type: "COMMIT", party: line.party, issue: line.issue, option: line.option, deed: -1 };
    case "press":
      return null;
  }
}
