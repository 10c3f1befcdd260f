import { slotIn } from "../../bargaining/slots.ts";
import { optionIn, type Space } from "../../bargaining/space.ts";
import { pow } from "../../exact/math.ts";
import type { PartyModel, TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";

/** How many of a party's own public commitments a package breaks. */
export function commitmentsBroken(space: Space, commitments: readonly number[], pack: number): number {
  let broken = 0;
  for (let issue = 0; issue < commitments.length; issue++) {
    const option = commitments[issue] as number;
    if (option >= 0 && optionIn(space, pack, issue) !== option) broken++;
  }
  return broken;
}

/** The commitments of one party, by issue. */
export function commitmentsOf(model: TableModel, context: TableContext, party: number): number[] {
  return context.commitments.slice(party * model.issues, (party + 1) * model.issues);
}

/** Worth of a package to a party now: its utility less the audience cost of every own commitment it breaks. */
export function worthNow(model: TableModel, context: TableContext, party: number, pack: number): number {
  const { worth, party: side } = model.partyModels[party] as PartyModel;
  const utility = worth[pack] as number;
  if (side.audienceCost === 0) return utility;
  let broken = 0;
  for (let issue = 0; issue < model.issues; issue++) {
    const option = context.commitments[party * model.issues + issue] as number;
    if (option >= 0 && optionIn(model.space, pack, issue) !== option) broken++;
  }
  return utility - side.audienceCost * broken;
}

/** Whether a package holds an option that an event has taken off the table. */
export function isRemoved(space: Space, removed: readonly number[], pack: number): boolean {
  for (let issue = 0; issue < space.sizes.length; issue++) {
    if (removed[slotIn(space, pack, issue)] === 1) return true;
  }
  return false;
}

/** Elapsed fraction of the rounds, 0 in the first and 1 in the last (a table of one round is at its end). */
export function elapsed(model: TableModel, round: number): number {
  const { rounds } = model.scenario.protocol;
  return rounds > 1 ? (round - 1) / (rounds - 1) : 1;
}

/**
 * What the table's result is worth to a party: the signed package or, without one, its walk-away now; either is discounted
 * by the rounds that it took, and what its levers cost comes off.
 */
export function resultWorth(model: TableModel, context: TableContext, party: number): number {
  const gross =
    context.signed >= 0 ? worthNow(model, context, party, context.signed) : (context.walkAway[party] as number);
  const discount = pow((model.partyModels[party] as PartyModel).party.discount, elapsed(model, context.round));
  return gross * discount - (context.spent[party] as number);
}
