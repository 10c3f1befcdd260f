import { optionsIn, packageOf } from "../../bargaining/space.ts";
import type { WhatIfChange } from "../../lab/futures/arms.ts";
import type { Key, Values } from "../../language/speaker.ts";
import type { Action } from "../../play/action.ts";
import { TACTIC_KINDS, USUAL_EXPONENT } from "../../scenario/codes.ts";
import type { LogLine } from "../../table/view/log.ts";
import type { View } from "../../table/view/view.ts";
import type { Presenter } from "../parts/presenter.tsx";
import { packageInIds } from "../parts/presenter.tsx";
import { answerWords, type Sentence, sentencesOf, standingBefore } from "../table/sentences.ts";

/** A decision that a party took at the table: a statement or an answer of its own. */
export interface Decision {
  readonly party: number;
  readonly turn: number;
  readonly round: number;
  /** Its line of the log. */
  readonly at: number;
  readonly says: "statement" | "answer";
}

/** Something else that the party could have done at a decision. */
export interface Alternative {
  readonly change: WhatIfChange;
  readonly k: Key;
  readonly v: Values;
}

/** The decisions of a party, in their order. Answers that were bound, or that an empty chair gave, were none. */
export function decisionsOf({ log }: View, party: number): Decision[] {
  return log.flatMap((line, at): Decision[] => {
    const { turn, round } = line;
    if (line.kind === "statement" && line.party === party) return [{ party, turn, round, at, says: "statement" }];
    if (line.kind !== "answers") return [];
    const own = line.answers.some((one) => one.party === party && !one.bound && !one.absent);
    return own ? [{ party, turn, round, at, says: "answer" }] : [];
  });
}

/** The decision that is asked about first: the last package that the party refused, else the last thing it did. */
export function firstDecision(view: View, decisions: readonly Decision[]): Decision | undefined {
  const refused = decisions.findLast(({ at, party, says }) => {
    const line = view.log[at];
    return (
      says === "answer" && line?.kind === "answers" && line.answers.some((one) => one.party === party && !one.accepts)
    );
  });
  return refused ?? decisions.at(-1);
}

/** What was decided at a decision, in words. */
export function decisionWords(presenter: Presenter, { at, party, says }: Decision): Sentence | null {
  const line = presenter.view.log[at];
  if (!line) return null;
  if (says === "statement") return sentencesOf(presenter, line, at)[0] ?? null;
  const answer = line.kind === "answers" ? line.answers.find((one) => one.party === party) : undefined;
  return answer ? answerWords(presenter, answer) : null;
}

/** An action in words. */
interface Named {
  readonly k: Key;
  readonly v: Values;
  readonly action: Action;
}

type Statement = LogLine & { readonly kind: "statement" };

/** The party's own package with the one change that a party that refused it would have accepted. */
function mendedPackage(presenter: Presenter, at: number, line: Statement, kind: "offer" | "text"): Named[] {
  const answers = presenter.view.log.slice(at + 1).find((one) => one.turn === line.turn && one.kind === "answers");
  if (line.package < 0 || answers?.kind !== "answers") return [];
  const { space } = presenter.view.rules;
  return answers.answers.flatMap(({ party, accepts, reasons }): Named[] => {
    const change = accepts ? null : reasons?.change;
    if (!change) return [];
    const options = optionsIn(space, line.package);
    options[change.issue] = change.option;
    const v = {
      issue: presenter.issue(change.issue),
      option: presenter.option(change.issue, change.option),
      party: presenter.name(party),
    };
    return [{ k: "what_if.mended", v, action: { kind, package: packageInIds(presenter, packageOf(space, options)) } }];
  });
}

function takeUps(presenter: Presenter, { at, party }: Decision, line: Statement): Named[] {
  return presenter.facts.parties.flatMap(({ index, id, role }): Named[] => {
    const stands = index !== party && standingBefore(presenter.view.log, at, index) >= 0;
    if (!stands || (line.says === "TAKE_UP" && line.of === index)) return [];
    const k = role === "mediator" ? "table.take_up.text" : "table.take_up";
    return [{ k, v: { party: presenter.name(index) }, action: { kind: "take_up", of: id } }];
  });
}

const PLAIN: readonly (Named & { readonly says: Statement["says"] })[] = [
  { says: "PASS", k: "table.pass", v: {}, action: { kind: "pass" } },
  { says: "ASK_TEXT", k: "table.ask_text", v: {}, action: { kind: "ask_text" } },
  { says: "WALK_OUT", k: "table.walk_out", v: {}, action: { kind: "walk_out" } },
];

function otherStatements(presenter: Presenter, decision: Decision, line: Statement): Named[] {
  const plain = PLAIN.filter(({ says }) => says !== line.says);
  if (presenter.party(decision.party).role === "mediator") {
    return [...mendedPackage(presenter, decision.at, line, "text"), ...plain.filter(({ says }) => says === "PASS")];
  }
  const open = plain.filter(({ says }) => says !== "ASK_TEXT" || presenter.view.rules.mediator >= 0);
  return [...mendedPackage(presenter, decision.at, line, "offer"), ...takeUps(presenter, decision, line), ...open];
}

function otherActions(presenter: Presenter, decision: Decision): Named[] {
  const line = presenter.view.log[decision.at];
  if (line?.kind === "statement") return otherStatements(presenter, decision, line);
  const own = line?.kind === "answers" ? line.answers.find(({ party }) => party === decision.party) : undefined;
  if (!own) return [];
  const accepts = !own.accepts;
  return [{ k: accepts ? "answer.accept" : "answer.refuse", v: {}, action: { kind: "answer", accepts } }];
}

/** What else the party could have done: the other answer, other statements, or another tactic from that turn on. */
export function alternativesAt(presenter: Presenter, decision: Decision): Alternative[] {
  const { id, role } = presenter.party(decision.party);
  const actions = otherActions(presenter, decision).map(
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
