import { binds } from "../../bargaining/zone/binding.ts";
import type { TableModel } from "../model.ts";
import { ANSWER, type TableContext } from "../state.ts";

/**
 * Whether a party is bound to a package without being asked: it put it on the floor, or it is its own standing offer. An empty
 * chair is bound to nothing.
 */
export function isBoundTo({ gone, standing }: TableContext, party: number, pack: number, mover: number): boolean {
  return gone[party] === 0 && (party === mover || standing[party] === pack);
}

/** Whether what is on the floor is bound by the answers so far; its mover accepts it. */
export function isBound(model: TableModel, context: TableContext): boolean {
  return binds(model.binding, (party) => context.answers[party] === ANSWER.accepts);
}

/** Whether an agreement is still possible once this party has left too. */
export function couldBindWithout(model: TableModel, context: TableContext, leaver: number): boolean {
  return binds(model.binding, (party) => party !== leaver && context.gone[party] === 0);
}

/** Whether a party still owes an answer to what is on the floor. */
export function owesAnswer(model: TableModel, context: TableContext, party: number): boolean {
  return context.answers[party] === ANSWER.none && context.gone[party] === 0 && model.voters.includes(party);
}

/** How many parties still owe an answer. */
export function unansweredCount(model: TableModel, context: TableContext): number {
  let count = 0;
  for (const party of model.voters) if (owesAnswer(model, context, party)) count++;
  return count;
}

/** Parties that still owe an answer. */
export function unanswered(model: TableModel, context: TableContext): number[] {
  const owing: number[] = [];
  for (const party of model.voters) if (owesAnswer(model, context, party)) owing.push(party);
  return owing;
}
