import { at, byteAt, numberAt } from "../../exact/at.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import { InducedWidthExceeded } from "../decompose/elimination.ts";
import { eachPackageBlock } from "../decompose/enumeration.ts";
import { factorsOf } from "../decompose/factors.ts";
import { frontierStates } from "../decompose/frontier.ts";
import { optionsOfState, pointAt } from "../decompose/points.ts";
import { optionsIn, optionsMeet, spaceOfScenario } from "../space.ts";
import type { ClosedZone, Opening, OpeningChange } from "../types.ts";
import { binds } from "./binding.ts";
import { type CoalitionFactors, witnesses } from "./by-parts.ts";
import { cheapestCoalition } from "./coalitions.ts";
import type { ZoneQuestion } from "./question.ts";

/** A red line given up counts as more than any walk-away brought down. */
const RED_LINE_COST = 0x8_0000_0000_0000;

/** What these voters would have to give up to accept the package: red lines that it crosses, a walk-away above it. */
function openingAt(
  { scenario, voters, reservations, redLines }: ZoneQuestion,
  options: readonly number[],
  won: readonly number[],
): Opening {
  const point = pointAt(scenario, options);
  const changes = won.flatMap((voter): OpeningChange[] => {
    const party = at(voters, voter);
    const from = at(reservations, voter);
    const to = at(point.utilities, party);
    const lines = [...(redLines[voter] ?? []).entries()].filter(([, { when }]) => optionsMeet(when, options));
    return [
      ...(to < from - equalWithin(scenario.scale) ? [{ kind: "walk_away" as const, party, from, to }] : []),
      ...lines.map(([redLine]) => ({ kind: "red_line" as const, party, redLine })),
    ];
  });
  return { changes, point };
}

/** The cheapest of the packages that it is offered: who must be won over there. Of equals the first. */
class CheapestOpening {
  #found: { cost: number; pack: number; won: readonly number[] } = { cost: Infinity, pack: -1, won: [] };
  readonly #question: ZoneQuestion;
  constructor(question: ZoneQuestion) {
    this.#question = question;
  }
  offer(pack: number, costs: readonly number[]): void {
    const coalition = cheapestCoalition(this.#question.binding, costs, this.#found.cost);
    if (coalition) this.#found = { ...coalition, pack };
  }
  opening(optionsOf: (pack: number) => number[]): Opening | null {
    const { pack, won } = this.#found;
    return pack < 0 ? null : openingAt(this.#question, optionsOf(pack), won);
  }
}

/** Walk-aways by how little they come down, then red lines in file order. */
function sortedOpenings(openings: readonly Opening[]): Opening[] {
  const down = ({ changes: [change] }: Opening): number =>
    change?.kind === "walk_away" ? change.from - change.to : Infinity;
  return [...openings].sort((a, b) => {
    const [x, y] = [at(a.changes, 0), at(b.changes, 0)];
    if (x.kind !== y.kind) return x.kind === "walk_away" ? -1 : 1;
    if (x.kind === "walk_away") return down(a) - down(b) || x.party - y.party;
    return x.party - y.party || x.redLine - (y.kind === "red_line" ? y.redLine : 0);
  });
}

/** Calls back for every package with how short each voter is (units, 0: enough) and how many red lines it would cross. */
function eachShortfall(
  { factors, floors, redLines }: ZoneQuestion,
  visit: (pack: number, short: Float64Array, crossed: Uint8Array) => void,
): void {
  const short = new Float64Array(floors.length);
  const crosses = new Uint8Array(floors.length);
  eachPackageBlock(
    factors,
    ({ first, length, worths, crossed }) => {
      const columns = floors.map((floor, voter) => ({
        voter,
        floor,
        worth: at(worths, voter),
        lines: at(crossed, voter),
      }));
      for (let i = 0; i < length; i++) {
        for (const { voter, floor, worth, lines } of columns) {
          const missing = floor - numberAt(worth, i);
          // Measured from the reservation value itself, of which the floor falls short by what counts as equal.
          short[voter] = missing > 0 ? missing + factors.units.equal : 0;
          crosses[voter] = byteAt(lines, i);
        }
        visit(first + i, short, crosses);
      }
      return undefined;
    },
    redLines.map((list) => list.map(({ when }) => when)),
  );
}

/** Why the zone is empty, by looking at every package. Of packages that would do equally well, the lowest. */
export function whyClosedByListing(question: ZoneQuestion): ClosedZone {
  const { scenario, binding, redLines } = question;
  const space = spaceOfScenario(scenario);
  const optionsOf = (pack: number): number[] => optionsIn(space, pack);
  const voters = [...redLines.keys()];
  const least = voters.map(() => Infinity);
  const leastAt = voters.map(() => -1);
  const lineAt = redLines.map((list) => list.map(() => -1));
  // By what may be given up: the cheapest package so far, and what it costs to win each voter over at the one looked at.
  const walkAways = new CheapestOpening(question);
  const lines = new CheapestOpening(question);
  const mixed = new CheapestOpening(question);
  const inWalkAways = voters.map(() => 0);
  const inLines = voters.map(() => 0);
  const inBoth = voters.map(() => 0);

  eachShortfall(question, (pack, short, crossed) => {
    const accepts = (voter: number): boolean => short[voter] === 0 && crossed[voter] === 0;
    for (const voter of voters) {
      if (accepts(voter)) continue;
      const missing = numberAt(short, voter);
      const cheaper = crossed[voter] === 0 && missing < (least[voter] ?? Infinity);
      if (!cheaper && !(crossed[voter] === 1 && missing === 0)) continue;
      if (!binds(binding, (one) => one === voter || accepts(one))) continue;
      if (cheaper) {
        least[voter] = missing;
        leastAt[voter] = pack;
      } else {
        const options = optionsOf(pack);
        const line = at(redLines, voter).findIndex(({ when }) => optionsMeet(when, options));
        const found = at(lineAt, voter);
        if (found[line] === -1) found[line] = pack;
      }
    }
    for (const voter of voters) {
      const missing = numberAt(short, voter);
      const crosses = byteAt(crossed, voter);
      inWalkAways[voter] = crosses === 0 ? missing : Infinity;
      inLines[voter] = missing === 0 ? crosses : Infinity;
      inBoth[voter] = crosses * RED_LINE_COST + missing;
    }
    walkAways.offer(pack, inWalkAways);
    lines.offer(pack, inLines);
    mixed.offer(pack, inBoth);
  });

  const single = voters.flatMap((voter) =>
    [at(leastAt, voter), ...at(lineAt, voter)]
      .filter((pack) => pack >= 0)
      .map((pack) => openingAt(question, optionsOf(pack), [voter])),
  );
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
function openingsOf(question: ZoneQuestion, set: CoalitionFactors, within: boolean, limit: number): Opening[] | null {
  const factors = within ? set.factors : factorsOf(question.scenario, set.factors.parties);
  try {
    const { states, error } = frontierStates(factors, { limit });
    if (error > 0) return null;
    return Array.from({ length: states.length }, (_, at) =>
      openingAt(question, optionsOfState(factors, states, at), set.voters),
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
export function whyClosedByParts(question: ZoneQuestion, sets: readonly CoalitionFactors[], limit: number): ClosedZone {
  const { scenario, redLines, voters } = question;
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
    const openings = openingsOf(question, set, true, limit);
    if (!openings) complete = false;
    for (const opening of openings ?? []) {
      offer(opening);
      lowered.push(opening);
    }
    for (const voter of set.voters) {
      for (const line of redLines[voter] ?? []) {
        const others = set.voters.flatMap((one) => redLines[one] ?? []).filter((one) => one !== line);
        const parties = set.voters.map((one) => at(voters, one));
        const found = witnesses(factorsOf(scenario, parties, others), set.floors, limit);
        if (!found) complete = false;
        for (const options of found ?? []) offer(openingAt(question, options, set.voters));
      }
    }
  }
  const single = sortedOpenings([...singles.values()]);
  if (single.length > 0) return { single, jointWalkAways: null, jointRedLines: null, mixed: null, complete };
  const jointWalkAways = leastBy(lowered, walkAwayReduction);
  // Which red lines to give up is asked at the frontier only: the fewest there need not be the fewest anywhere.
  const linesAside = sets.some((set) => set.voters.some((voter) => (redLines[voter] ?? []).length > 0));
  const freed = linesAside ? sets.flatMap((set) => openingsOf(question, set, false, limit) ?? []) : [];
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
