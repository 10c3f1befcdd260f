import type { View } from "../../../table/view/view.ts";
import type { Other } from "./other.ts";

/**
 * How likely a package binds that the seat itself accepts: over all ways in which the others may answer, each answering by itself.
 * @param signs how likely one of them accepts it, 0–1
 */
export function chanceToBind(view: View, others: readonly Other[], signs: (other: Other) => number): number {
  const { needs, weights, atLeast } = view.rules.protocol.binding;
  if (needs.some((party) => party !== view.seat && !others.some((other) => other.party === party))) return 0;
  const walk = (place: number, weight: number): number => {
    const other = others[place];
    if (!other) return weight >= atLeast ? 1 : 0;
    const chance = signs(other);
    const yes = chance > 0 ? chance * walk(place + 1, weight + (weights[other.party] ?? 0)) : 0;
    const refusable = chance < 1 && !needs.includes(other.party);
    return refusable ? yes + (1 - chance) * walk(place + 1, weight) : yes;
  };
  return walk(0, weights[view.seat] ?? 0);
}
