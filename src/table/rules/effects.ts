import type { Effects } from "../../scenario/types.ts";
import { byIssue, type TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";

function within01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** What an event of the file, or a lever, does to the table. */
export function applyEffects(model: TableModel, draft: TableContext, effects: Effects): void {
  for (const { party, by } of effects.pressure) {
    draft.pressure[party] = within01((draft.pressure[party] as number) + by);
  }
  for (const { party, by } of effects.walkAway) draft.walkAway[party] = (draft.walkAway[party] as number) + by;
  for (const { issue, option } of effects.removeOptions) {
    draft.removed[(model.space.firstSlot[issue] as number) + option] = 1;
  }
  for (const { party, issue } of effects.releaseCommitments) draft.commitments[byIssue(model, party, issue)] = -1;
  for (const { party, to } of effects.moves) draft.forced[party] = to;
}
