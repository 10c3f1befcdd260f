import { slotIn } from "../../bargaining/slots.ts";
import { optionIn, type Space } from "../../bargaining/space.ts";
import { pow } from "../../exact/math.ts";
import type { Party, Protocol } from "../../scenario/types.ts";
import { byIssue, type PartyModel, type TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";

/** The commitments of one party, by issue. */
export function commitmentsOf(model: TableModel, context: TableContext, party: number): number[] {
  return context.commitments.slice(byIssue(model, party, 0), byIssue(model, party + 1, 0));
}

/**
 * Whether a package breaks the public commitment on an issue.
 * @param commitments committed option by issue, −1: free
 * @param first where the party's commitments begin in the list
 */
export function breaksCommitment(
  space: Space,
  commitments: readonly number[],
  first: number,
  issue: number,
  pack: number,
): boolean {
  const option = commitments[first + issue] as number;
  return option >= 0 && optionIn(space, pack, issue) !== option;
}

/**
 * Worth of a package to a side while it is committed: its utility less the audience cost of every own commitment it breaks, in
 * the scenario's scale.
 * @param commitments committed option by issue, −1: free
 * @param first where the side's commitments begin in the list
 */
export function committedWorth(
  space: Space,
  { worth, party }: PartyModel,
  commitments: readonly number[],
  first: number,
  pack: number,
): number {
  const utility = worth[pack] as number;
  if (party.audienceCost === 0) return utility;
  let broken = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) {
    if (breaksCommitment(space, commitments, first, issue, pack)) broken++;
  }
  return utility - party.audienceCost * broken;
}

/** Worth of a package to a party as the table stands now ({@link committedWorth}). */
export function worthNow(model: TableModel, context: TableContext, party: number, pack: number): number {
  const side = model.partyModels[party] as PartyModel;
  return committedWorth(model.space, side, context.commitments, byIssue(model, party, 0), pack);
}

/** Whether a package holds an option that an event has taken off the table. */
export function isRemoved(space: Space, removed: readonly number[], pack: number): boolean {
  for (let issue = 0; issue < space.sizes.length; issue++) {
    if (removed[slotIn(space, pack, issue)] === 1) return true;
  }
  return false;
}

/** Elapsed fraction of the rounds, 0 in the first and 1 in the last (a table of one round is at its end). */
export function elapsed({ rounds }: Protocol, round: number): number {
  return rounds > 1 ? (round - 1) / (rounds - 1) : 1;
}

/**
 * What an end of the table is worth to a party, in the scenario's scale: what it has got by then, discounted by the rounds that
 * it took, less what its levers cost.
 * @param gross worth of the signed package or, without one, the walk-away
 * @param spent what its levers have cost
 */
export function netWorth(party: Party, protocol: Protocol, round: number, gross: number, spent: number): number {
  return gross * pow(party.discount, elapsed(protocol, round)) - spent;
}

/** What the table's result is worth to a party: of the signed package or, without one, of its walk-away now ({@link netWorth}). */
export function resultWorth(model: TableModel, context: TableContext, party: number): number {
  const gross =
    context.signed >= 0 ? worthNow(model, context, party, context.signed) : (context.walkAway[party] as number);
  const side = model.partyModels[party] as PartyModel;
  return netWorth(side.party, model.scenario.protocol, context.round, gross, context.spent[party] as number);
}
