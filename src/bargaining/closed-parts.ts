import type { Acceptance } from "./acceptance.ts";
import { Entangled } from "./cases.ts";
import { inOrderOfChange, openingAt } from "./closed.ts";
import { factorsOf } from "./factors.ts";
import { frontierStates } from "./frontier.ts";
import { optionsOfState } from "./points.ts";
import type { Change, ClosedZone, Opening } from "./types.ts";
import { type BindingSet, witnesses } from "./zone-parts.ts";

const downOf = ({ changes }: Opening): number =>
  changes.reduce((sum, change) => sum + (change.kind === "walk_away" ? change.from - change.to : 0), 0);
const linesOf = ({ changes }: Opening): number => changes.filter(({ kind }) => kind === "red_line").length;

/** The one that ranks lowest; the first of equals. */
function least(openings: readonly Opening[], rank: (opening: Opening) => number): Opening | null {
  let best: Opening | null = null;
  for (const opening of openings) if (!best || rank(opening) < rank(best)) best = opening;
  return best;
}

/** Openings at every package of the frontier of a set's voters, within their red lines or leaving them aside. */
function openingsOf(acceptance: Acceptance, set: BindingSet, within: boolean, limit: number): Opening[] | null {
  const factors = within ? set.factors : factorsOf(acceptance.scenario, set.factors.parties);
  try {
    const { states, error } = frontierStates(factors, { limit });
    if (error > 0) return null;
    return Array.from({ length: states.length }, (_, at) =>
      openingAt(acceptance, optionsOfState(factors, states, at), set.voters),
    ).filter(({ changes }) => changes.length > 0);
  } catch (problem) {
    if (problem instanceof Entangled) return null;
    throw problem;
  }
}

const keyOf = (change: Change): string =>
  change.kind === "walk_away" ? `${change.party}` : `${change.party}/${change.redLine}`;

/**
 * Why the zone is closed: the smallest change of each kind that opens it, walk-aways from the frontier within the red lines, red lines
 * one by one. No set binds where votes do not suffice: nothing opens such a zone.
 */
export function closedByParts(acceptance: Acceptance, sets: readonly BindingSet[], limit: number): ClosedZone {
  const { scenario, redLines, voters } = acceptance;
  let complete = true;
  const singles = new Map<string, Opening>();
  const offer = (opening: Opening): void => {
    const [change, ...more] = opening.changes;
    if (!change || more.length > 0) return;
    const known = singles.get(keyOf(change));
    if (!known || downOf(opening) < downOf(known)) singles.set(keyOf(change), opening);
  };
  const lowered: Opening[] = [];
  for (const set of sets) {
    const openings = openingsOf(acceptance, set, true, limit);
    if (!openings) complete = false;
    for (const opening of openings ?? []) {
      offer(opening);
      lowered.push(opening);
    }
    for (const voter of set.voters) {
      for (const line of redLines[voter] ?? []) {
        const others = set.voters.flatMap((one) => redLines[one] ?? []).filter((one) => one !== line);
        const parties = set.voters.map((one) => voters[one] as number);
        const found = witnesses(factorsOf(scenario, parties, others), set.floors, limit);
        if (!found) complete = false;
        for (const options of found ?? []) offer(openingAt(acceptance, options, set.voters));
      }
    }
  }
  const single = inOrderOfChange([...singles.values()]);
  if (single.length > 0) return { single, jointWalkAways: null, jointRedLines: null, mixed: null, complete };
  const jointWalkAways = least(lowered, downOf);
  // Which red lines to give up is asked at the frontier only: the fewest there need not be the fewest anywhere.
  const linesAside = sets.some((set) => set.voters.some((voter) => (redLines[voter] ?? []).length > 0));
  const freed = linesAside ? sets.flatMap((set) => openingsOf(acceptance, set, false, limit) ?? []) : [];
  const jointRedLines = least(
    freed.filter((opening) => downOf(opening) === 0),
    linesOf,
  );
  const mixed =
    jointWalkAways || jointRedLines
      ? null
      : least(freed, (opening) => linesOf(opening) * scenario.scale * 1e3 + downOf(opening));
  return { single, jointWalkAways, jointRedLines, mixed, complete: complete && !linesAside };
}
