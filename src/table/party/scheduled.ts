import type { ScheduledMove } from "../../scenario/types.ts";
import type { PartyEvent, TableEvent } from "../events.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { holds } from "../rules/holds.ts";
import { closedBecause } from "../rules/legality.ts";
import type { TableState } from "../state.ts";

/** The event that carries out an entry of `does:`. */
export function scheduledEvent(move: ScheduledMove, party: number, position: number, index: number): PartyEvent {
  switch (move.kind) {
    case "sound_out":
      return {
        type: "SOUND_OUT",
        party,
        of: move.party,
        issue: move.issue,
        option: move.option,
        package: -1,
        deed: index,
      };
    case "commit":
      return { type: "COMMIT", party, issue: move.issue, option: move.option, deed: index };
    case "press":
      return { type: "PRESS", party, lever: move.lever, deed: index };
    case "ask_text":
      return { type: "ASK_TEXT", party, position, deed: index };
    case "walk_out":
      return { type: "WALK_OUT", party, position, deed: index };
  }
}

/** An entry of `does:` that is due. */
export interface DueMove {
  readonly move: ScheduledMove;
  /** Its number among those of all positions of all parties. */
  readonly index: number;
}

/** The conditions of a file look at the table, never at an event. */
const NO_EVENT: TableEvent = { type: "NEXT" };

/** Entries of `does:` of the party's position that are due: not done yet, their condition holds, the rules allow them now. */
export function dueMoves(model: TableModel, state: TableState, party: number): DueMove[] {
  const { context } = state;
  if (state.floor !== "turn" || context.mover !== party) return [];
  const side = model.partyModels[party] as PartyModel;
  const position = state.positions[party] as number;
  const first = (model.firstScheduled[party] as number) + (side.firstScheduled[position] as number);
  const due: DueMove[] = [];
  const does = side.positions[position]?.does ?? [];
  for (let offset = 0; offset < does.length; offset++) {
    const move = does[offset] as ScheduledMove;
    const index = first + offset;
    if (context.deedsDone[index] === 1 || !holds(model, context, NO_EVENT, move.when, party)) continue;
    if (closedBecause(model, state, scheduledEvent(move, party, position, index)) === null) due.push({ move, index });
  }
  return due;
}
