import { meets } from "../../bargaining/space.ts";
import type { RedLine, Terms } from "../../scenario/types.ts";
import type { PartyModel, TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";

/** A party's combinations that it has called red lines in refusals, in the order of its file. */
export function redLinesCalled(model: TableModel, { redCalled }: TableContext, party: number): Terms[] {
  const first = model.firstRedLine[party] as number;
  const { redLines } = (model.partyModels[party] as PartyModel).party;
  const called: Terms[] = [];
  for (let line = 0; line < redLines.length; line++) {
    if (redCalled[first + line] === 1) called.push((redLines[line] as RedLine).when);
  }
  return called;
}

/** Whether a package crosses one of these lines. */
export function crossesAny({ space }: Pick<TableModel, "space">, called: readonly Terms[], pack: number): boolean {
  for (const terms of called) if (meets(space, terms, pack)) return true;
  return false;
}
