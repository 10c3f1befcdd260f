import { optionsIn, packageOf } from "../../bargaining/space.ts";
import type { Change } from "../../lab/what-if.ts";
import type { Key, Values } from "../../language/speak.ts";
import type { Action } from "../../play/action.ts";
import { TACTIC_KINDS, USUAL_EXPONENT } from "../../scenario/types.ts";
import type { Told } from "../../table/log.ts";
import type { View } from "../../table/view.ts";
import type { Desk } from "../desk.tsx";
import { idsOf } from "../table/packages.ts";
import { answerWords, type Sentence, sentencesOf, standingBefore } from "../table/told.ts";

/** A decision that a party took at the table: a statement or an answer of its own. */
export interface Moment {
  readonly party: number;
  readonly turn: number;
  readonly round: number;
  /** Its line of the record. */
  readonly at: number;
  readonly says: "statement" | "answer";
}

/** Something else that the party could have done at a moment. */
export interface Alternative {
  readonly change: Change;
  readonly k: Key;
  readonly v: Values;
}

/** The decisions of a party, in their order. Answers that were bound, or that an empty chair gave, were none. */
export function momentsOf({ log }: View, party: number): Moment[] {
  return log.flatMap((told, at): Moment[] => {
    const { turn, round } = told;
    if (told.kind === "statement" && told.party === party) return [{ party, turn, round, at, says: "statement" }];
    if (told.kind !== "answers") return [];
    const own = told.answers.some((one) => one.party === party && !one.bound && !one.absent);
    return own ? [{ party, turn, round, at, says: "answer" }] : [];
  });
}

/** The decision that is asked about first: the last package that the party refused, else the last thing it did. */
export function firstMoment(view: View, moments: readonly Moment[]): Moment | undefined {
  const refused = moments.findLast(({ at, party, says }) => {
    const told = view.log[at];
    return (
      says === "answer" && told?.kind === "answers" && told.answers.some((one) => one.party === party && !one.accepts)
    );
  });
  return refused ?? moments.at(-1);
}

/** What was decided at a moment, in words. */
export function momentWords(desk: Desk, { at, party, says }: Moment): Sentence | null {
  const told = desk.view.log[at];
  if (!told) return null;
  if (says === "statement") return sentencesOf(desk, told, at)[0] ?? null;
  const answer = told.kind === "answers" ? told.answers.find((one) => one.party === party) : undefined;
  return answer ? answerWords(desk, answer) : null;
}

/** An action in words. */
interface Named {
  readonly k: Key;
  readonly v: Values;
  readonly action: Action;
}

type Statement = Told & { readonly kind: "statement" };

/** The party's own package with the one change that whoever refused it would have accepted. */
function mended(desk: Desk, at: number, told: Statement, kind: "offer" | "text"): Named[] {
  const answers = desk.view.log.slice(at + 1).find((one) => one.turn === told.turn && one.kind === "answers");
  if (told.package < 0 || answers?.kind !== "answers") return [];
  const { space } = desk.view.rules;
  return answers.answers.flatMap(({ party, accepts, reasons }): Named[] => {
    const change = accepts ? null : reasons?.change;
    if (!change) return [];
    const options = optionsIn(space, told.package);
    options[change.issue] = change.option;
    const v = {
      issue: desk.issue(change.issue),
      option: desk.option(change.issue, change.option),
      party: desk.name(party),
    };
    return [{ k: "what_if.mended", v, action: { kind, package: idsOf(desk, packageOf(space, options)) } }];
  });
}

function takeUps(desk: Desk, { at, party }: Moment, told: Statement): Named[] {
  return desk.facts.parties.flatMap(({ index, id, role }): Named[] => {
    const stands = index !== party && standingBefore(desk.view.log, at, index) >= 0;
    if (!stands || (told.says === "TAKE_UP" && told.of === index)) return [];
    const k = role === "mediator" ? "table.take_up.text" : "table.take_up";
    return [{ k, v: { party: desk.name(index) }, action: { kind: "take_up", of: id } }];
  });
}

const PLAIN: readonly (Named & { readonly says: Statement["says"] })[] = [
  { says: "PASS", k: "table.pass", v: {}, action: { kind: "pass" } },
  { says: "ASK_TEXT", k: "table.ask_text", v: {}, action: { kind: "ask_text" } },
  { says: "WALK_OUT", k: "table.walk_out", v: {}, action: { kind: "walk_out" } },
];

function otherStatements(desk: Desk, moment: Moment, told: Statement): Named[] {
  const plain = PLAIN.filter(({ says }) => says !== told.says);
  if (desk.party(moment.party).role === "mediator") {
    return [...mended(desk, moment.at, told, "text"), ...plain.filter(({ says }) => says === "PASS")];
  }
  const open = plain.filter(({ says }) => says !== "ASK_TEXT" || desk.view.rules.mediator >= 0);
  return [...mended(desk, moment.at, told, "offer"), ...takeUps(desk, moment, told), ...open];
}

function otherActions(desk: Desk, moment: Moment): Named[] {
  const told = desk.view.log[moment.at];
  if (told?.kind === "statement") return otherStatements(desk, moment, told);
  const own = told?.kind === "answers" ? told.answers.find(({ party }) => party === moment.party) : undefined;
  if (!own) return [];
  const accepts = !own.accepts;
  return [{ k: accepts ? "answer.accept" : "answer.refuse", v: {}, action: { kind: "answer", accepts } }];
}

/** What else the party could have done: the other answer, other statements, or another tactic from that turn on. */
export function alternativesAt(desk: Desk, moment: Moment): Alternative[] {
  const { id, role } = desk.party(moment.party);
  const actions = otherActions(desk, moment).map(
    ({ k, v, action }): Alternative => ({ k, v, change: { kind: "action", party: id, action } }),
  );
  if (role === "mediator") return actions;
  const tactics = TACTIC_KINDS.map((kind): Alternative => {
    const exponent = USUAL_EXPONENT[kind];
    const tactic = { kind, exponent: [exponent, exponent] } as const;
    return { k: `what_if.tactic.${kind}`, v: {}, change: { kind: "tactic", party: id, tactic } };
  });
  return [...actions, ...tactics];
}
