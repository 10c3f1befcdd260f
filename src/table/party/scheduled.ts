import { packageOf } from "../../bargaining/space.ts";
import type { ScheduledMove } from "../../scenario/types.ts";
import type { PartyEvent, TableEvent } from "../events.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { holds } from "../rules/holds.ts";
import { closedBecause } from "../rules/legality.ts";
import type { TableContext, TableState } from "../state.ts";

/**
 * The event that carries out an entry of `does:`.
 * @param draft the package of a non-paper
 */
export function scheduledEvent(
  move: ScheduledMove,
  party: number,
  position: number,
  index: number,
  draft: number,
): PartyEvent {
  switch (move.kind) {
    case "sound_out":
      return {
        type: "SOUND_OUT",
        party,
        of: move.party,
        issue: move.issue,
        option: move.option,
        givenIssue: move.given?.issue ?? -1,
        givenOption: move.given?.option ?? -1,
        package: -1,
        deed: index,
      };
    case "non_paper":
      return { type: "NON_PAPER", party, package: draft, to: [...move.to], deed: index };
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

/** Some package that can still be signed; −1: an issue has no option left. */
function openPackage({ space }: TableModel, { removed }: TableContext): number {
  const options = space.sizes.map((size, issue) => {
    const first = space.firstSlot[issue] as number;
    return removed.slice(first, first + size).indexOf(0);
  });
  return options.includes(-1) ? -1 : packageOf(space, options);
}

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
    // What the mediator would write is its tactic's to say; whether it may show anything at all does not hang on it.
    const draft = move.kind === "non_paper" ? openPackage(model, context) : -1;
    const event = scheduledEvent(move, party, position, index, draft);
    if (closedBecause(model, state, event) === null) due.push({ move, index });
  }
  return due;
}
