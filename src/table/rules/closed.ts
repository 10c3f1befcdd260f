import { isPackage } from "../../bargaining/space.ts";
import type { TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";
import { isRemoved } from "./worth.ts";

/** Why an action is closed; the words of the screens and of error messages hang on these. */
export type Closed =
  | "table_closed"
  | "not_your_turn"
  | "reply_awaited"
  | "answers_awaited"
  | "no_answer_awaited"
  | "no_reply_awaited"
  | "not_a_package"
  | "option_removed"
  | "mediator_puts_texts"
  | "only_the_mediator"
  | "no_such_party"
  | "own_offer"
  | "nothing_to_take_up"
  | "no_mediator"
  | "already_asked"
  | "mediator_stays"
  | "text_not_due"
  | "asides_used"
  | "soundings_used"
  | "mediator_commits_nothing"
  | "no_such_option"
  | "already_committed"
  | "no_such_lever"
  | "lever_used_up"
  | "bad_position"
  | "bad_reply"
  | "bad_names"
  | "bad_deed";

/** Whether a number names a party of the table. */
export function isParty(model: TableModel, party: number): boolean {
  return Number.isInteger(party) && party >= 0 && party < model.parties;
}

/** Why a package cannot be spoken of. */
export function packageClosed(model: TableModel, context: TableContext, pack: number): Closed | null {
  if (!isPackage(model.space, pack)) return "not_a_package";
  return isRemoved(model.space, context.removed, pack) ? "option_removed" : null;
}

/** Why an option cannot be spoken of. */
export function optionClosed(model: TableModel, context: TableContext, issue: number, option: number): Closed | null {
  const size = model.space.sizes[issue];
  if (size === undefined || !Number.isInteger(option) || option < 0 || option >= size) return "no_such_option";
  return context.removed[(model.space.firstSlot[issue] as number) + option] === 1 ? "option_removed" : null;
}

/** Why a party cannot carry out an entry of `does:` (−1: none). It carries out its own only; they count through over all parties. */
export function scheduledClosed(model: TableModel, party: number, deed: number): Closed | null {
  if (deed === -1) return null;
  const first = model.firstScheduled[party] as number;
  const end = model.firstScheduled[party + 1] ?? model.scheduledMoves;
  return Number.isInteger(deed) && deed >= first && deed < end ? null : "bad_deed";
}
