import type { TableState } from "./context.ts";
import type { TableEvent } from "./events.ts";

/** Runs one table. Live and batch are the same to whoever holds one. */
export interface Runner {
  /** The state now. A batch runner hands out its private context: read it before the next event, never keep or change it. */
  readonly state: TableState;
  /** Sends an event. One that no transition takes changes nothing. */
  send(event: TableEvent): void;
}
