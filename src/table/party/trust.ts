import { optionIn } from "../../bargaining/space.ts";
import type { TableEvent } from "../events.ts";
import { byIssue, byPair, type PartyModel, type TableModel } from "../model.ts";
import { type Aside, leaks } from "../rules/asides.ts";
import { isPutAgain, packagePut } from "../rules/holds.ts";
import { closedBecause } from "../rules/legality.ts";
import { breaksCommitment, isStep, worthNow } from "../rules/worth.ts";
import { ANSWER, GIVEN_WORD, REPLY, type TableContext, type TableState } from "../state.ts";

/**
 * Trust: 0–1 from one party to another. It moves by the rules of this file alone, the same for machines, people and scripts;
 * what moves a party's trust is public, or is its own.
 */

/** Why trust changes, the good before the bad. */
export type TrustReason =
  | "step"
  | "answered"
  | "kept"
  | "step_back"
  | "belied"
  | "commitment_broken"
  | "leak"
  | "lever";

/** One change of the trust of a party in another. */
export interface TrustChange {
  readonly from: number;
  readonly of: number;
  /** What is added; trust stays within 0–1. */
  readonly by: number;
  readonly why: TrustReason;
}

/** By how much trust changes. Of a leak: for who was asked, and for the others, who hear of it. */
const CHANGE = {
  step: 0.04,
  answered: 0.08,
  stepBack: -0.06,
  kept: 0.1,
  belied: -0.2,
  commitmentBroken: -0.15,
  leak: -0.1,
  leakHeard: -0.05,
  lever: -0.15,
} as const;

/** What an event does to trust, and which given words and commitments it settles for good. */
interface Judgement {
  readonly changes: TrustChange[];
  /** Where settled words begin in the list of given words. */
  readonly settled: number[];
  /** Places of broken commitments, by party and issue. */
  readonly broken: number[];
}

/** A party stands for a package, or refuses it. `names`: whether its refusal names an issue. */
interface Stand {
  readonly party: number;
  readonly package: number;
  readonly accepts: boolean;
  names(issue: number): boolean;
}

function everyOther(model: TableModel, { gone }: TableContext, party: number): number[] {
  return model.partyModels.flatMap(({ index }) => (index === party || gone[index] === 1 ? [] : [index]));
}

/** What an offer of a party gives each of the others, against its standing one. */
function judgeStep(model: TableModel, context: TableContext, of: number, pack: number, { changes }: Judgement): void {
  const before = context.standing[of] as number;
  if (before < 0) return;
  for (const from of everyOther(model, context, of)) {
    const gain = worthNow(model, context, from, pack) - worthNow(model, context, from, before);
    if (!isStep(model, gain)) continue;
    if (gain < 0) changes.push({ from, of, by: CHANGE.stepBack, why: "step_back" });
    else if ((context.steppedAt[from] as number) > (context.offeredAt[of] as number)) {
      changes.push({ from, of, by: CHANGE.answered, why: "answered" });
    } else changes.push({ from, of, by: CHANGE.step, why: "step" });
  }
}

/** Whether a given word speaks of a package: of that very one, or of an option in it, with its condition. */
function speaksOf({ space }: TableModel, words: readonly number[], at: number, pack: number): boolean {
  const of = (field: Exclude<keyof typeof GIVEN_WORD, "length">): number => words[at + GIVEN_WORD[field]] as number;
  if (of("package") >= 0) return of("package") === pack;
  if (optionIn(space, pack, of("issue")) !== of("option")) return false;
  return of("givenIssue") < 0 || optionIn(space, pack, of("givenIssue")) === of("givenOption");
}

/** Which of its words a party keeps or belies: a refusal tells of an option only when it names the issue. */
function judgeWords(model: TableModel, context: TableContext, stand: Stand, judgement: Judgement): void {
  const { givenWords: words, gone } = context;
  for (let at = 0; at < words.length; at += GIVEN_WORD.length) {
    if (words[at + GIVEN_WORD.by] !== stand.party || words[at + GIVEN_WORD.settled] === 1) continue;
    if (!speaksOf(model, words, at, stand.package)) continue;
    const issue = words[at + GIVEN_WORD.issue] as number;
    if (!stand.accepts && issue >= 0 && !stand.names(issue)) continue;
    judgement.settled.push(at);
    const from = words[at + GIVEN_WORD.to] as number;
    if (gone[from] === 1) continue;
    const kept = (words[at + GIVEN_WORD.word] === REPLY.would_sign) === stand.accepts;
    judgement.changes.push({
      from,
      of: stand.party,
      by: kept ? CHANGE.kept : CHANGE.belied,
      why: kept ? "kept" : "belied",
    });
  }
}

/** Which of its commitments a party breaks by standing for a package. */
function judgeCommitments(model: TableModel, context: TableContext, stand: Stand, judgement: Judgement): void {
  if (!stand.accepts) return;
  const { party: of } = stand;
  const first = byIssue(model, of, 0);
  for (let issue = 0; issue < model.issues; issue++) {
    if (!breaksCommitment(model.space, context.commitments, first, issue, stand.package)) continue;
    if (context.broken[first + issue] === 1) continue;
    judgement.broken.push(first + issue);
    for (const from of everyOther(model, context, of)) {
      judgement.changes.push({ from, of, by: CHANGE.commitmentBroken, why: "commitment_broken" });
    }
  }
}

function judgeStand(model: TableModel, context: TableContext, stand: Stand, judgement: Judgement): void {
  judgeWords(model, context, stand, judgement);
  judgeCommitments(model, context, stand, judgement);
}

function judgeOffer(model: TableModel, context: TableContext, party: number, pack: number, found: Judgement): void {
  judgeStep(model, context, party, pack, found);
  judgeStand(model, context, { party, package: pack, accepts: true, names: () => false }, found);
}

/** Answers are judged when they are opened: as long as they are sealed, nobody knows them. */
function judgeAnswers(model: TableModel, context: TableContext, found: Judgement): void {
  const { answers, floorPackage, floorBy, gone, sealedNames } = context;
  for (const party of model.voters) {
    if (party === floorBy || gone[party] === 1) continue;
    const accepts = answers[party] === ANSWER.accepts;
    const names = (issue: number): boolean => sealedNames[byIssue(model, party, issue)] === 1;
    judgeStand(model, context, { party, package: floorPackage, accepts, names }, found);
  }
}

function judgeLeak(model: TableModel, context: TableContext, event: Aside<"SOUND_OUT">, { changes }: Judgement): void {
  if (!leaks(model, context, event.party)) return;
  for (const from of everyOther(model, context, event.party)) {
    const by = from === event.of ? CHANGE.leak : CHANGE.leakHeard;
    changes.push({ from, of: event.party, by, why: "leak" });
  }
}

function judgeLever(model: TableModel, context: TableContext, event: Aside<"PRESS">, { changes }: Judgement): void {
  const { party: of } = event;
  const on = (model.partyModels[of] as PartyModel).party.levers[event.lever]?.on ?? -1;
  if (on >= 0 && on !== of && context.gone[on] === 0) changes.push({ from: on, of, by: CHANGE.lever, why: "lever" });
}

function judge(model: TableModel, context: TableContext, event: TableEvent): Judgement {
  const found: Judgement = { changes: [], settled: [], broken: [] };
  switch (event.type) {
    case "OFFER":
    case "TAKE_UP":
    case "TEXT":
      judgeOffer(model, context, event.party, packagePut(context.standing, event), found);
      break;
    case "COUNT":
      judgeAnswers(model, context, found);
      break;
    case "SOUND_OUT":
      judgeLeak(model, context, event, found);
      break;
    case "PRESS":
      judgeLever(model, context, event, found);
      break;
  }
  return found;
}

/** By party: how far a party trusts each, 0–1; itself wholly. */
export function trustOf(model: TableModel, { trust }: TableContext, party: number): readonly number[] {
  return trust.slice(byPair(model, party, 0), byPair(model, party + 1, 0));
}

/** Changes trust by an event that is being taken. It must come before all else that the event changes. */
export function changeTrust(model: TableModel, draft: TableContext, event: TableEvent): void {
  const { changes, settled, broken } = judge(model, draft, event);
  for (const { from, of, by } of changes) {
    const at = byPair(model, from, of);
    draft.trust[at] = Math.min(1, Math.max(0, (draft.trust[at] as number) + by));
  }
  for (const at of settled) draft.givenWords[at + GIVEN_WORD.settled] = 1;
  for (const at of broken) draft.broken[at] = 1;
}

function isTaken(model: TableModel, state: TableState, event: TableEvent): boolean {
  if (event.type === "COUNT") return state.floor === "counted";
  if (!("party" in event) || event.type === "RECONSIDER") return false;
  return !isPutAgain(state.context.standing, event) && closedBecause(model, state, event) === null;
}

/**
 * What an event does to the trust between parties; nothing when the table does not take it.
 * @param state before the event
 */
export function trustChanges(model: TableModel, state: TableState, event: TableEvent): readonly TrustChange[] {
  return isTaken(model, state, event) ? judge(model, state.context, event).changes : [];
}

/**
 * Notes a reply that can be kept or belied: that a package, or an option, would be signed, or never. A newer one to the same
 * question takes the place of the older.
 */
export function noteGivenWord(draft: TableContext, by: number, word: number): void {
  if (word !== REPLY.would_sign && word !== REPLY.never) return;
  const { givenWords: words, soundedBy: to, soundedIssue, soundedOption, soundedPackage } = draft;
  const about = [soundedIssue, soundedOption, draft.soundedGivenIssue, draft.soundedGivenOption, soundedPackage];
  for (let at = 0; at < words.length; at += GIVEN_WORD.length) {
    const same = about.every((one, field) => words[at + GIVEN_WORD.issue + field] === one);
    if (same && words[at + GIVEN_WORD.to] === to && words[at + GIVEN_WORD.by] === by) {
      words[at + GIVEN_WORD.settled] = 1;
    }
  }
  words.push(to, by, word, ...about, 0);
}
