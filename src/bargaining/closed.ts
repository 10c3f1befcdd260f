import type { Scenario } from "../scenario/types.ts";
import { type Acceptance, cheapest } from "./acceptance.ts";
import { pointAt } from "./points.ts";
import { optionsIn, optionsMeet, spaceOfScenario } from "./space.ts";
import type { Change, ClosedZone, Opening } from "./types.ts";
import { bindsWith, eachShortfall } from "./zone-list.ts";

/** A red line given up counts as more than any walk-away brought down. */
const LINE = 0x8_0000_0000_0000;

/** What these voters would have to give up to accept the package: red lines that it crosses, a walk-away above it. */
export function openingAt(
  { scenario, voters, reservations, redLines }: Acceptance,
  options: readonly number[],
  won: readonly number[],
): Opening {
  const point = pointAt(scenario, options);
  const changes = won.flatMap((voter): Change[] => {
    const party = voters[voter] as number;
    const from = reservations[voter] as number;
    const to = point.utilities[party] as number;
    const lines = [...(redLines[voter] ?? []).entries()].filter(([, { when }]) => optionsMeet(when, options));
    return [
      ...(to < from - scenario.scale * 1e-9 ? [{ kind: "walk_away" as const, party, from, to }] : []),
      ...lines.map(([redLine]) => ({ kind: "red_line" as const, party, redLine })),
    ];
  });
  return { changes, point };
}

interface Found {
  cost: number;
  pack: number;
  won: readonly number[];
}

class Cheapest {
  found: Found = { cost: Infinity, pack: -1, won: [] };
  readonly #acceptance: Acceptance;
  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
  }
  offer(pack: number, costs: readonly number[]): void {
    const bargain = cheapest(this.#acceptance, costs, this.found.cost);
    if (bargain) this.found = { ...bargain, pack };
  }
  opening(optionsOf: (pack: number) => number[]): Opening | null {
    const { pack, won } = this.found;
    return pack < 0 ? null : openingAt(this.#acceptance, optionsOf(pack), won);
  }
}

/** Walk-aways by how little they come down, then red lines in file order. */
export function inOrderOfChange(openings: readonly Opening[]): Opening[] {
  const down = ({ changes: [change] }: Opening): number =>
    change?.kind === "walk_away" ? change.from - change.to : Infinity;
  return [...openings].sort((a, b) => {
    const [x, y] = [a.changes[0] as Change, b.changes[0] as Change];
    if (x.kind !== y.kind) return x.kind === "walk_away" ? -1 : 1;
    if (x.kind === "walk_away") return down(a) - down(b) || x.party - y.party;
    return x.party - y.party || x.redLine - (y.kind === "red_line" ? y.redLine : 0);
  });
}

/** Why the zone is empty, by looking at every package. Of packages that would do equally well, the lowest. */
export function closedByList(acceptance: Acceptance): ClosedZone {
  const scenario: Scenario = acceptance.scenario;
  const { redLines } = acceptance;
  const space = spaceOfScenario(scenario);
  const optionsOf = (pack: number): number[] => optionsIn(space, pack);
  const voters = redLines.length;
  const least = new Float64Array(voters).fill(Infinity);
  const leastAt = new Array<number>(voters).fill(-1);
  const lineAt = redLines.map((list) => new Array<number>(list.length).fill(-1));
  const [walkAways, lines, mixed] = [new Cheapest(acceptance), new Cheapest(acceptance), new Cheapest(acceptance)];
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
      costs[voter] = (crossed[voter] as number) * LINE + (short[voter] as number);
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
    single: inOrderOfChange(single),
    jointWalkAways,
    jointRedLines,
    mixed: joint && !jointWalkAways && !jointRedLines ? mixed.opening(optionsOf) : null,
    complete: true,
  };
}
