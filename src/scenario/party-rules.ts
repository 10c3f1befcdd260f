import type { PartyRole } from "./codes.ts";

// Who may sit at a table, and in what order. Asked of a file (resolve/) and of a stored scenario (stored/), each of which says
// in its own words what is wrong.

/** A negotiation needs this many parties with a vote. */
export const FEWEST_VOTERS = 2;

function indexesOf(roles: readonly PartyRole[], role: PartyRole): number[] {
  return roles.flatMap((one, party) => (one === role ? [party] : []));
}

/** Parties with a vote, by index. */
export function votersAmong(roles: readonly PartyRole[]): number[] {
  return indexesOf(roles, "party");
}

/** The mediator, null where there is none, and those beyond it: a table has one at most. */
export function mediatorAmong(roles: readonly PartyRole[]): { mediator: number | null; surplus: number[] } {
  const [mediator = null, ...surplus] = indexesOf(roles, "mediator");
  return { mediator, surplus };
}

/** How an order of speaking differs from one that names every party once. */
interface OrderFaults {
  /** Places of the order at which a party stands that stood before. */
  readonly repeated: readonly number[];
  /** Parties that it leaves out. */
  readonly missing: readonly number[];
}

/** @param order parties by index; −1 for one that does not exist, which is no fault of the order */
export function orderFaults(order: readonly number[], parties: number): OrderFaults {
  return {
    repeated: order.flatMap((party, place) => (party >= 0 && order.indexOf(party) < place ? [place] : [])),
    missing: Array.from({ length: parties }, (_, party) => party).filter((party) => !order.includes(party)),
  };
}
