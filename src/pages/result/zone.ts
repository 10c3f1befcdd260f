import { zoneOf } from "../../bargaining/zone.ts";
import type { View } from "../../table/view.ts";
import { isOffTable } from "../../tactics/believe.ts";

/** Worths closer than this are equal: the last bits of a sum are nobody's gain. */
const EQUAL = 1e-9;

/**
 * The zone of possible agreement as it was at the end: packages that enough parties would rather have signed than had no deal, by
 * the walk-aways of that moment. Needs a view with all sides open.
 */
export function zoneAtTheEnd(view: View): number[] {
  const { space, voters, protocol } = view.rules;
  const { needs, atLeast, weights } = protocol.binding;
  return zoneOf({
    size: space.size,
    worths: view.sides.map(({ mandate }) => mandate.worth),
    reds: view.sides.map(({ mandate }) => mandate.red),
    reservations: view.sides.map(({ walkAway }) => walkAway - EQUAL),
    binds: (accepts) =>
      needs.every(accepts) &&
      voters.reduce((sum, party) => sum + (accepts(party) ? (weights[party] ?? 0) : 0), 0) >= atLeast,
  }).filter((pack) => !isOffTable(view, pack));
}

/** Packages that would have been worth more than the signed one to some voter, and less to none. */
export function betterForAll(view: View): number[] {
  const { voters, space } = view.rules;
  const worths = voters.flatMap((party) => view.sides[party]?.mandate.worth ?? []);
  const found: number[] = [];
  for (let pack = 0; pack < space.size; pack++) {
    const gains = worths.map((worth) => (worth[pack] as number) - (worth[view.signed] as number));
    if (gains.every((gain) => gain >= -EQUAL) && gains.some((gain) => gain > EQUAL) && !isOffTable(view, pack))
      found.push(pack);
  }
  return found;
}

/** Voters that put their name to a text worth less to them than no deal, by index. */
export function signedBelow(view: View): number[] {
  const last = view.log.findLast((told) => told.kind === "answers" && told.signed);
  if (last?.kind !== "answers") return [];
  const signers = [last.by, ...last.answers.flatMap(({ party, accepts }) => (accepts ? [party] : []))];
  return signers.filter((party) => {
    const side = view.sides[party];
    return (
      side && view.rules.voters.includes(party) && (side.mandate.worth[view.signed] as number) < side.walkAway - EQUAL
    );
  });
}
