import type { Desk } from "../desk.tsx";

/** Who is bound by a package without being asked, and who must still answer it, by index; the seat itself is neither. */
export interface Answering {
  readonly bound: readonly number[];
  readonly left: readonly number[];
}

/** What taking up a package would ask of the others: whoever stands for it already is bound, empty chairs are not asked. */
export function answering({ view }: Desk, pack: number): Answering {
  const others = view.rules.voters.filter((party) => party !== view.seat && !view.parties[party]?.gone);
  const stands = (party: number): boolean => view.parties[party]?.standing === pack;
  return { bound: others.filter(stands), left: others.filter((party) => !stands(party)) };
}

/** How many have asked the mediator for a text since its last, of how many it takes; null at a table without one. */
export function textAsks({ view }: Desk): { asked: number; needed: number; from: number } | null {
  const { mediator } = view.rules.protocol;
  if (!mediator) return null;
  const asked = view.parties.filter(({ askedText }) => askedText).length;
  return { asked, needed: mediator.asks, from: mediator.textFrom };
}
