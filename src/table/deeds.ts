import type { Deed } from "../scenario/types.ts";
import type { TableState } from "./context.ts";
import type { PartyEvent, TableEvent } from "./events.ts";
import { holds } from "./holds.ts";
import { closedBecause } from "./legality.ts";
import type { Mandate, TableModel } from "./model.ts";

/** The event that carries out an entry of `does:`. */
export function deedEvent(deed: Deed, party: number, position: number, index: number): PartyEvent {
  switch (deed.kind) {
    case "sound_out":
      return {
        type: "SOUND_OUT",
        party,
        of: deed.party,
        issue: deed.issue,
        option: deed.option,
        package: -1,
        deed: index,
      };
    case "commit":
      return { type: "COMMIT", party, issue: deed.issue, option: deed.option, deed: index };
    case "press":
      return { type: "PRESS", party, lever: deed.lever, deed: index };
    case "ask_text":
      return { type: "ASK_TEXT", party, position, deed: index };
    case "walk_out":
      return { type: "WALK_OUT", party, position, deed: index };
  }
}

/** The conditions of a file look at the table, never at an event. */
const NOTHING: TableEvent = { type: "NEXT" };

/** Entries of `does:` of the party's position that are due: not done yet, their condition holds, the rules allow them now. */
export function dueDeeds(model: TableModel, state: TableState, party: number): { deed: Deed; index: number }[] {
  const { context } = state;
  if (state.floor !== "turn" || context.mover !== party) return [];
  const mandate = model.mandates[party] as Mandate;
  const position = state.positions[party] as number;
  const first = (model.firstDeed[party] as number) + (mandate.firstDeed[position] as number);
  const due: { deed: Deed; index: number }[] = [];
  const does = mandate.positions[position]?.does ?? [];
  for (let offset = 0; offset < does.length; offset++) {
    const deed = does[offset] as Deed;
    const index = first + offset;
    if (context.deedsDone[index] === 1 || !holds(model, context, NOTHING, deed.when, party)) continue;
    if (closedBecause(model, state, deedEvent(deed, party, position, index)) === null) due.push({ deed, index });
  }
  return due;
}
