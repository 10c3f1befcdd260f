import type { PartyEvent } from "../../table/events.ts";
import type { View } from "../../table/view/view.ts";
import { crossesRed, ownWorth } from "../../tactics/appraise.ts";
import { offerToTakeUp } from "../../tactics/bid.ts";
import { answerEvent } from "../../tactics/decide.ts";

/**
 * What the seat does after the step that a forecast is asked about. `instructions`: it goes on as its capital would have it.
 * `hold`: it keeps its standing offer on the table, refuses and passes over all that is worth less to it, to the end, and accepts
 * or takes up what is worth as much.
 */
export type Afterwards = "hold" | "instructions";

/**
 * Holds to the seat's standing offer. Null where it has none to hold to, or is asked for something else than a statement or an
 * answer: then it does as its instructions say.
 */
export function holdTo(view: View): PartyEvent | null {
  const { own, seat, onFloor } = view;
  const standing = view.parties[seat]?.standing ?? -1;
  if (!own || standing < 0) return null;
  const held = ownWorth(view, own, standing);
  if (own.answer && onFloor) {
    const accepts = !crossesRed(own, onFloor.package) && ownWorth(view, own, onFloor.package) >= held;
    // What its instructions would have named is named; where they would accept, there is nothing to name.
    return answerEvent(seat, accepts ? { accepts, named: [], red: [] } : { ...own.answer, accepts });
  }
  if (view.floor !== "turn" || view.mover !== seat) return null;
  const of = offerToTakeUp(view, own, held);
  return of >= 0
    ? { type: "TAKE_UP", party: seat, of, position: own.position }
    : { type: "PASS", party: seat, position: own.position };
}
