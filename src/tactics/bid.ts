import type { Terms } from "../scenario/types.ts";
import { firstWorthAtLeast } from "../table/party/candidates.ts";
import { crossesAny } from "../table/rules/called.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import { crossesRed, isOffTable, ownWorth } from "./appraise.ts";
import { bestOffer } from "./offer-search.ts";

/** Red lines that those whom the seat courts have called in refusals. */
function calledBy(view: View, courted: readonly number[]): Terms[] {
  const called: Terms[] = [];
  for (const party of courted) called.push(...(view.parties[party]?.redCalled ?? []));
  return called;
}

/** Place of the best candidate that crosses none of these; −1: there is none. */
function bestPlace({ rules }: View, { candidates: { packages } }: OwnSide, called: readonly Terms[]): number {
  let place = packages.length - 1;
  while (place >= 0 && crossesAny(rules, called, packages[place] as number)) place--;
  return place;
}

/** Of MiCRO: the package it has come down to, or the next above it that crosses none of these. */
function microOffer(view: View, own: OwnSide, called: readonly Terms[]): number {
  const { packages } = own.candidates;
  const from = Math.max(firstWorthAtLeast(own.candidates, own.target), own.microIndex);
  for (let place = from; place < packages.length; place++) {
    const pack = packages[place] as number;
    if (!crossesAny(view.rules, called, pack)) return pack;
  }
  return -1;
}

/**
 * The next offer of a machine: of all packages that it may offer, are worth its target and cross no red line that those have called
 * whom it courts, the one that suits them best ({@link bestOffer}; an iso-utility trade-off after Faratin, Sierra & Jennings 2002).
 * Where none is worth the target, the best there is. MiCRO always offers the very next one. −1: nothing it asks for is worth
 * its walk-away.
 */
export function nextOffer(view: View, own: OwnSide): number {
  const { candidates, target, walkAway, courted } = own;
  const called = calledBy(view, courted);
  const place = bestPlace(view, own, called);
  if (place < 0) return -1;
  const most = candidates.worths[place] as number;
  if (most < target && most < walkAway) return -1;
  if (most >= target && own.microIndex >= 0) return microOffer(view, own, called);
  const believed = view.estimates;
  return bestOffer(view, own, {
    target: Math.min(target, most),
    estimates: courted.map((party) => believed[party] ?? new Float64Array(view.rules.space.slots)),
    called,
    standing: view.parties[view.seat]?.standing ?? -1,
  });
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
