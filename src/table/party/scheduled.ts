import type { ScheduledMove } from "../../scenario/types.ts";
import type { PartyEvent, TableEvent } from "../events.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { holds } from "../rules/holds.ts";
import { closedBecause } from "../rules/legality.ts";
import type { TableState } from "../state.ts";

/** The event that carries out an entry of `does:`. */
export function scheduledEvent(deed: ScheduledMove, party: number, position: number, index: number): PartyEvent {
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
const NO_EVENT: TableEvent = { type: "NEXT" };

/** Entries of `does:` of the party's position that are due: not done yet, their condition holds, the rules allow them now. */
export function dueMoves(
  model: TableModel,
  state: TableState,
  party: number,
): { deed: ScheduledMove; index: number }[] {
  const { context } = state;
  if (state.floor !== "turn" || context.mover !== party) return [];
  const mandate = model.partyModels[party] as PartyModel;
  const position = state.positions[party] as number;
  const first = (model.firstScheduled[party] as number) + (mandate.firstScheduled[position] as number);
  const due: { deed: ScheduledMove; index: number }[] = [];
  const does = mandate.positions[position]?.does ?? [];
  for (let offset = 0; offset < does.length; offset++) {
    const deed = does[offset] as ScheduledMove;
    const index = first + offset;
    if (context.deedsDone[index] === 1 || !holds(model, context, NO_EVENT, deed.when, party)) continue;
    if (closedBecause(model, state, scheduledEvent(deed, party, position, index)) === null) due.push({ deed, index });
  }
  return due;
}
