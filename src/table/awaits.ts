import { unanswered } from "./binding.ts";
import type { TableState } from "./context.ts";
import type { ClerkEvent } from "./events.ts";
import type { TableModel } from "./model.ts";

/** What a table waits for: the clerk's next step, a party, the answers of several, or nothing any more. */
export type Awaited =
  | { readonly kind: "clerk"; readonly event: ClerkEvent }
  | { readonly kind: "statement"; readonly party: number }
  | { readonly kind: "reply"; readonly party: number }
  | { readonly kind: "answers"; readonly parties: readonly number[] }
  | { readonly kind: "over" };

const COUNT: Awaited = { kind: "clerk", event: { type: "COUNT" } };
const NEXT: Awaited = { kind: "clerk", event: { type: "NEXT" } };
const INTERVAL: Awaited = { kind: "clerk", event: { type: "INTERVAL" } };
const OVER: Awaited = { kind: "over" };

/** What is awaited in a state. The clerk's events follow from the state alone. */
export function awaited(model: TableModel, state: TableState): Awaited {
  const { context } = state;
  switch (state.floor) {
    case "summoned":
      return { kind: "clerk", event: { type: "RECONSIDER", party: context.mover } };
    case "turn":
      return { kind: "statement", party: context.mover };
    case "sounded":
      return { kind: "reply", party: context.soundedOf };
    case "answers":
      return { kind: "answers", parties: unanswered(model, context) };
    case "counted":
      return COUNT;
    case "closing":
      return NEXT;
    case "interval":
      return INTERVAL;
    case "final_call":
      return { kind: "clerk", event: { type: "RECONSIDER", party: -1 } };
    case "signed":
    case "broken":
    case "expired":
      return OVER;
  }
}
