import { slotIn } from "../../bargaining/slots.ts";
import { draw, PURPOSE } from "../../exact/chance.ts";
import { byIssue, byPairAndSlot, bySlot, type TableModel } from "../model.ts";
import { HEARD, seedOf, type TableContext } from "../state.ts";
import { type Closed, optionClosed, packageClosed, scheduledClosed } from "./closed.ts";
import { applyEffects } from "./effects.ts";

/**
 * Asides: what a party may do in its turn before its statement. All that the table knows of a kind of aside stands here: what
 * it says, when it is closed, what it changes, and what the log tells of it.
 */

export const ASIDE_TYPES = ["SOUND_OUT", "COMMIT", "PRESS"] as const;
export type AsideType = (typeof ASIDE_TYPES)[number];

interface AsideDetails extends Record<AsideType, object> {
  /** Asks another voter in private about an option (`package` −1), or about a package (`issue` and `option` −1). */
  SOUND_OUT: { readonly of: number; readonly issue: number; readonly option: number; readonly package: number };
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
    readonly package: number;
    readonly leaked: boolean;
    /** 0 where the reply is not for this seat, or has not come. */
    readonly reply: number;
  };
  COMMIT: { readonly kind: "commitment"; readonly party: number; readonly issue: number; readonly option: number };
  PRESS: { readonly kind: "press"; readonly party: number; readonly lever: number };
}

/** What the log tells of an aside. */
export type AsideLine<T extends AsideType = AsideType> = AsideLines[T];

/** What a reader of the log has learnt of an aside: its author and whom it was put to learn all of it, as does who may see all. */
interface Heard {
  readonly involved: boolean;
  readonly leaked: boolean;
  /** The reply to a sounding; 0: none has come. */
  readonly reply: number;
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
function hint(model: TableModel, draft: TableContext, hearer: number, asker: number, slot: number): void {
  const at = byPairAndSlot(model, hearer, asker, slot);
  if (hearer === draft.soundedOf) draft.halfOffered[at] = HEARD.asked;
  else if (draft.halfOffered[at] === HEARD.none) draft.halfOffered[at] = HEARD.leaked;
}

const SOUND_OUT: AsideRule<"SOUND_OUT"> = {
  about: "The party asked another (`of`) in private about an option or a package, and was answered (`word`)",
  asks: true,
  closed(model, context, event) {
    if (context.soundings >= soundingsATurn(model, event.party)) return "soundings_used";
    if (!model.voters.includes(event.of) || event.of === event.party || context.gone[event.of] === 1) {
      return "no_such_party";
    }
    if (event.package === -1) return optionClosed(model, context, event.issue, event.option);
    // Asked about a package, not about an option too: the record has room for one of them.
    if (event.issue !== -1 || event.option !== -1) return "no_such_option";
    return packageClosed(model, context, event.package);
  },
  /** The asked party, and everyone if it leaks, counts it as half an offer of the asker. */
  change(model, draft, event) {
    const { leak } = model.scenario.protocol;
    const chance = draw(seedOf(draft), PURPOSE.leak, event.party, draft.round, draft.soundings);
    draft.soundedLeak = event.party !== model.mediator && chance < leak ? 1 : 0;
    draft.soundings += 1;
    draft.soundedBy = event.party;
    draft.soundedOf = event.of;
    draft.soundedIssue = event.issue;
    draft.soundedOption = event.option;
    draft.soundedPackage = event.package;
    for (const slot of soundedSlots(model, event.issue, event.option, event.package)) {
      for (let hearer = 0; hearer < model.parties; hearer++) {
        if (hearer !== event.party && (hearer === event.of || draft.soundedLeak === 1)) {
          hint(model, draft, hearer, event.party, slot);
        }
      }
    }
  },
  tell({ party, of, issue, option, package: pack }, { involved, leaked, reply }) {
    if (!involved && !leaked) return null;
    return { kind: "sounding", party, of, issue, option, package: pack, leaked, reply: involved ? reply : 0 };
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
  /** The others know that the party can hardly come back from it. */
  change(model, draft, { party, issue, option }) {
    draft.commitments[byIssue(model, party, issue)] = option;
    draft.offered[bySlot(model, party, (model.space.firstSlot[issue] as number) + option)] = 1;
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
const ASIDES: { readonly [T in AsideType]: AsideRule<T> } = { SOUND_OUT, COMMIT, PRESS };

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

const TYPE_OF_LINE = { sounding: "SOUND_OUT", commitment: "COMMIT", press: "PRESS" } as const satisfies {
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
      const { party, of, issue, option, package: pack } = line;
      return { type: "SOUND_OUT", party, of, issue, option, package: pack, deed: -1 };
    }
    case "commitment":
      return { type: "COMMIT", party: line.party, issue: line.issue, option: line.option, deed: -1 };
    case "press":
      return null;
  }
}
