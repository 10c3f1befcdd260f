import { equalWithin } from "../exact/tolerance.ts";
import type { Scenario } from "../scenario/types.ts";
import { type Acceptance, cheapestCoalition } from "./acceptance.ts";
import { InducedWidthExceeded } from "./decompose/elimination.ts";
import { factorsOf } from "./decompose/factors.ts";
import { frontierStates } from "./decompose/frontier.ts";
import { optionsOfState, pointAt } from "./decompose/points.ts";
import { type CoalitionFactors, witnesses } from "./decompose/zone-by-parts.ts";
import { optionsIn, optionsMeet, spaceOfScenario } from "./space.ts";
import type { ClosedZone, Opening, OpeningChange } from "./types.ts";
import { bindsWith, eachShortfall } from "./zone.ts";

/** A red line given up counts as more than any walk-away brought down. */
const RED_LINE_COST = 0x8_0000_0000_0000;

/** What these voters would have to give up to accept the package: red lines that it crosses, a walk-away above it. */
function openingAt(
  { scenario, voters, reservations, redLines }: Acceptance,
  options: readonly number[],
  won: readonly number[],
): Opening {
  const point = pointAt(scenario, options);
  const changes = won.flatMap((voter): OpeningChange[] => {
    const party = voters[voter] as number;
    const from = reservations[voter] as number;
    const to = point.utilities[party] as number;
    const lines = [...(redLines[voter] ?? []).entries()].filter(([, { when }]) => optionsMeet(when, options));
    return [
      ...(to < from - equalWithin(scenario.scale) ? [{ kind: "walk_away" as const, party, from, to }] : []),
      ...lines.map(([redLine]) => ({ kind: "red_line" as const, party, redLine })),
    ];
  });
  return { changes, point };
}

interface CheapestFound {
  cost: number;
  pack: number;
  won: readonly number[];
}

class CheapestOpening {
  found: CheapestFound = { cost: Infinity, pack: -1, won: [] };
  readonly #acceptance: Acceptance;
  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
  }
  offer(pack: number, costs: readonly number[]): void {
    const bargain = cheapestCoalition(this.#acceptance, costs, this.found.cost);
    if (bargain) this.found = { ...bargain, pack };
  }
  opening(optionsOf: (pack: number) => number[]): Opening | null {
    const { pack, won } = this.found;
    return pack < 0 ? null : openingAt(this.#acceptance, optionsOf(pack), won);
  }
}

/** Walk-aways by how little they come down, then red lines in file order. */
function sortedOpenings(openings: readonly Opening[]): Opening[] {
  const down = ({ changes: [change] }: Opening): number =>
    change?.kind === "walk_away" ? change.from - change.to : Infinity;
  return [...openings].sort((a, b) => {
    const [x, y] = [a.changes[0] as OpeningChange, b.changes[0] as OpeningChange];
    if (x.kind !== y.kind) return x.kind === "walk_away" ? -1 : 1;
    if (x.kind === "walk_away") return down(a) - down(b) || x.party - y.party;
    return x.party - y.party || x.redLine - (y.kind === "red_line" ? y.redLine : 0);
  });
}

/** Why the zone is empty, by looking at every package. Of packages that would do equally well, the lowest. */
export function whyClosedByListing(acceptance: Acceptance): ClosedZone {
  const scenario: Scenario = acceptance.scenario;
  const { redLines } = acceptance;
  const space = spaceOfScenario(scenario);
  const optionsOf = (pack: number): number[] => optionsIn(space, pack);
  const voters = redLines.length;
  const least = new Float64Array(voters).fill(Infinity);
  const leastAt = new Array<number>(voters).fill(-1);
  const lineAt = redLines.map((list) => new Array<number>(list.length).fill(-1));
  const [walkAways, lines, mixed] = [
    new CheapestOpening(acceptance),
    new CheapestOpening(acceptance),
    new CheapestOpening(acceptance),
  ];
  const costs = new Array<number>(voters).fill(0);

  eachShortfall(acceptance, (pack, short, crossed) => {
    const accepts = (voter: number): boolean => short[voter] === 0 && crossed[voter] === 0;
    for (let voter = 0; voter < voters; voter++) {
      if (accepts(voter)) continue;
      const cheaper = crossed[voter] === 0 && (short[voter] as number) < (least[voter] as number);
      if (!cheaper && !(crossed[voter] === 1 && short[voter] === 0)) continue;
      if (!bindsWith(acceptance, accepts, voter)) continue;
      if (cheaper) {
        least[voter] = short[voter] as number;
        leastAt[voter] = pack;
      } else {
        const options = optionsOf(pack);
        const line = (redLines[voter] ?? []).findIndex(({ when }) => optionsMeet(when, options));
        const at = lineAt[voter] as number[];
        if (at[line] === -1) at[line] = pack;
      }
    }
    for (let voter = 0; voter < voters; voter++)
      costs[voter] = crossed[voter] === 0 ? (short[voter] as number) : Infinity;
    walkAways.offer(pack, costs);
    for (let voter = 0; voter < voters; voter++)
      costs[voter] = short[voter] === 0 ? (crossed[voter] as number) : Infinity;
    lines.offer(pack, costs);
    for (let voter = 0; voter < voters; voter++)
      costs[voter] = (crossed[voter] as number) * RED_LINE_COST + (short[voter] as number);
    mixed.offer(pack, costs);
  });

  const single: Opening[] = [];
  for (let voter = 0; voter < voters; voter++) {
    for (const pack of [leastAt[voter] as number, ...(lineAt[voter] as number[])]) {
      if (pack >= 0) single.push(openingAt(acceptance, optionsOf(pack), [voter]));
    }
  }
  const joint = single.length === 0;
  const jointWalkAways = joint ? walkAways.opening(optionsOf) : null;
  const jointRedLines = joint ? lines.opening(optionsOf) : null;
  return {
    single: sortedOpenings(single),
    jointWalkAways,
    jointRedLines,
    mixed: joint && !jointWalkAways && !jointRedLines ? mixed.opening(optionsOf) : null,
    complete: true,
  };
}

const walkAwayReduction = ({ changes }: Opening): number =>
  changes.reduce((sum, change) => sum + (change.kind === "walk_away" ? change.from - change.to : 0), 0);
const redLineCount = ({ changes }: Opening): number => changes.filter(({ kind }) => kind === "red_line").length;

/** The one that ranks lowest; the first of equals. */
function leastBy(openings: readonly Opening[], rank: (opening: Opening) => number): Opening | null {
  let best: Opening | null = null;
  for (const opening of openings) if (!best || rank(opening) < rank(best)) best = opening;
  return best;
}

/** Openings at every package of the frontier of a set's voters, within their red lines or leaving them aside. */
function openingsOf(acceptance: Acceptance, set: CoalitionFactors, within: boolean, limit: number): Opening[] | null {
  const factors = within ? set.factors : factorsOf(acceptance.scenario, set.factors.parties);
  try {
    const { states, error } = frontierStates(factors, { limit });
    if (error > 0) return null;
    return Array.from({ length: states.length }, (_, at) =>
      openingAt(acceptance, optionsOfState(factors, states, at), set.voters),
    ).filter(({ changes }) => changes.length > 0);
  } catch (problem) {
    if (problem instanceof InducedWidthExceeded) return null;
    throw problem;
  }
}

const keyOf = (change: OpeningChange): string =>
  change.kind === "walk_away" ? `${change.party}` : `${change.party}/${change.redLine}`;

/**
 * Why the zone is closed: the smallest change of each kind that opens it, walk-aways from the frontier within the red lines, red lines
 * one by one. No set binds where votes do not suffice: nothing opens such a zone.
 */
export function whyClosedByParts(acceptance: Acceptance, sets: readonly CoalitionFactors[], limit: number): ClosedZone {
  const { scenario, redLines, voters } = acceptance;
  let complete = true;
  const singles = new Map<string, Opening>();
  const offer = (opening: Opening): void => {
    const [change, ...more] = opening.changes;
    if (!change || more.length > 0) return;
    const known = singles.get(keyOf(change));
    if (!known || walkAwayReduction(opening) < walkAwayReduction(known)) singles.set(keyOf(change), opening);
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
  const single = sortedOpenings([...singles.values()]);
  if (single.length > 0) return { single, jointWalkAways: null, jointRedLines: null, mixed: null, complete };
  const jointWalkAways = leastBy(lowered, walkAwayReduction);
  // Which red lines to give up is asked at the frontier only: the fewest there need not be the fewest anywhere.
  const linesAside = sets.some((set) => set.voters.some((voter) => (redLines[voter] ?? []).length > 0));
  const freed = linesAside ? sets.flatMap((set) => openingsOf(acceptance, set, false, limit) ?? []) : [];
  const jointRedLines = leastBy(
    freed.filter((opening) => walkAwayReduction(opening) === 0),
    redLineCount,
  );
  const mixed =
    jointWalkAways || jointRedLines
      ? null
      : leastBy(freed, (opening) => redLineCount(opening) * scenario.scale * 1e3 + walkAwayReduction(opening));
  return { single, jointWalkAways, jointRedLines, mixed, complete: complete && !linesAside };
}
