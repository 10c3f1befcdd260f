import { slotRows, sumOverRow, sumOverSlots } from "../bargaining/slots.ts";
import type { Space } from "../bargaining/space.ts";
import { type Candidates, firstWorthAtLeast } from "../table/party/candidates.ts";
import type { Estimate } from "../table/party/estimate.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import { crossesRed, isOffTable, ownWorth } from "./appraise.ts";

/** How many packages next to the target a machine looks through for the one that suits the others best. */
export const WINDOW = 64;

function presentOf(view: View, among: readonly number[]): number[] {
  const there: number[] = [];
  for (const party of among) if (party !== view.seat && view.parties[party]?.gone === false) there.push(party);
  return there;
}

/** Those whom an offer should suit: parties that must accept, else all other voters; none that has left. */
function courted(view: View): number[] {
  const needed = presentOf(view, view.rules.protocol.binding.needs);
  return needed.length > 0 ? needed : presentOf(view, view.rules.voters);
}

/** The least that any of these estimates gives the package at a place; stops early, with what it has, below `enough`. */
function leastEstimate(
  space: Space,
  { packages }: Candidates,
  rows: Uint16Array | null,
  estimates: readonly Estimate[],
  place: number,
  enough: number,
): number {
  let least = Infinity;
  for (let i = 0; i < estimates.length; i++) {
    const estimate = estimates[i] as Estimate;
    const sum = rows
      ? sumOverRow(rows, space.sizes.length, place, estimate)
      : sumOverSlots(space, packages[place] as number, estimate);
    if (sum < least) least = sum;
    if (least < enough) break;
  }
  return least;
}

/**
 * The next offer of a machine: of the {@link WINDOW} packages of lowest own worth at or above the target that meet what its
 * position asks, the one with the largest minimum estimate over those whom it courts, then the larger own worth, then the
 * lower index (an iso-utility trade-off after Faratin, Sierra & Jennings 2002). MiCRO always offers the very next one.
 * −1: nothing it asks for is worth its walk-away.
 */
export function nextOffer(view: View, own: OwnSide): number {
  const { candidates, target, walkAway } = own;
  const end = candidates.packages.length;
  if (end === 0) return -1;
  const start = firstWorthAtLeast(candidates, target);
  if (start === end)
    return (candidates.worths[end - 1] as number) >= walkAway ? (candidates.packages[end - 1] as number) : -1;
  if (own.microIndex >= 0) return candidates.packages[Math.max(start, own.microIndex)] as number;
  const { space } = view.rules;
  const rows = slotRows(space, candidates.packages);
  const believed = view.estimates;
  const estimates = courted(view).map((party) => believed[party] ?? new Float64Array(space.slots));
  let best = -1;
  let bestEstimate = -1;
  let bestWorth = -Infinity;
  const last = Math.min(end, start + WINDOW);
  for (let at = start; at < last; at++) {
    const estimate = leastEstimate(space, candidates, rows, estimates, at, bestEstimate);
    if (estimate < bestEstimate) continue;
    const pack = candidates.packages[at] as number;
    const worth = candidates.worths[at] as number;
    const better = estimate > bestEstimate || (estimate === bestEstimate && worth > bestWorth);
    if (better || (estimate === bestEstimate && worth === bestWorth && pack < best)) {
      best = pack;
      bestEstimate = estimate;
      bestWorth = worth;
    }
  }
  return best;
}

/**
 * Whose standing offer to take up: the best that is worth at least the own next offer (AC_next of Baarslag, Hindriks & Jonker
 * 2013), crosses no red line and is not below the walk-away. −1: of none.
 * @param bar worth of the own next offer
 */
export function offerToTakeUp(view: View, own: OwnSide, bar: number): number {
  let best = -1;
  let bestWorth = -Infinity;
  const mine = view.parties[view.seat]?.standing;
  for (const { index, standing } of view.parties) {
    if (
      index === view.seat ||
      standing < 0 ||
      standing === mine ||
      crossesRed(own, standing) ||
      isOffTable(view, standing)
    )
      continue;
    const worth = ownWorth(view, own, standing);
    if (worth >= bar && worth >= own.walkAway && worth > bestWorth) {
      best = index;
      bestWorth = worth;
    }
  }
  return best;
}
