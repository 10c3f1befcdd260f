import { zoneQuestion } from "../bargaining/zone/question.ts";
import { zonePackages } from "../bargaining/zone.ts";
import { at, numberAt } from "../exact/at.ts";
import { equalWithin } from "../exact/tolerance.ts";
import type { RedLine, Scenario } from "../scenario/types.ts";
import type { TableModel } from "../table/model.ts";
import { isRemoved } from "../table/rules/worth.ts";

/** How a table ended, as far as what it could have signed depends on it. Plain data, so that a page can hand it to its worker. */
export interface TableEnd {
  /** Walk-away of each party at the end, in the scenario's scale: drift, events and levers have moved it. */
  readonly walkAways: readonly number[];
  /** 1 for every slot whose option an event has taken off the table. */
  readonly removed: readonly number[];
  /** The signed package; −1: none. */
  readonly signed: number;
}

/**
 * The scenario as the table left it: walk-aways where they had come to, and what an event had taken off the table out of reach
 * (as red lines behind each party's own).
 */
export function scenarioAtEnd(scenario: Scenario, { walkAways, removed }: TableEnd): Scenario {
  let slot = 0;
  const lines = scenario.issues.flatMap(({ options }, issue) =>
    options.flatMap((_, option): RedLine[] =>
      removed[slot++] === 1
        ? [{ title: null, when: [{ issue, options: [option] }], grounds: { cite: [], why: null } }]
        : [],
    ),
  );
  const parties = scenario.parties.map((party, index) => ({
    ...party,
    walkAway: { ...party.walkAway, at: walkAways[index] ?? party.walkAway.at, driftPerRound: 0 },
    redLines: [...party.redLines, ...lines],
  }));
  return { ...scenario, parties };
}

/**
 * The zone of possible agreement as it was at the end, as rising package numbers: what enough parties would rather have signed
 * than had no deal, by the walk-aways of that moment and of what was still on the table. Commitments do not count: what breaking
 * them costs is the price of the play, not of the package. Looks at every package: up to a second for the largest table.
 */
export function zoneAtEnd(model: TableModel, { walkAways, removed }: TableEnd): number[] {
  return zonePackages(zoneQuestion(model.scenario, walkAways)).filter((pack) => !isRemoved(model.space, removed, pack));
}

/**
 * The packages still on the table that would have been worth more than the signed one to some voter, and less to none, as rising
 * package numbers; none where nothing was signed. Red lines are left aside. Looks at every package, as {@link zoneAtEnd} does.
 */
export function betterForAll(model: TableModel, { signed, removed }: TableEnd): number[] {
  if (signed < 0) return [];
  const equal = equalWithin(model.scenario.scale);
  const worths = model.voters.map((party) => at(model.partyModels, party).worth);
  const found: number[] = [];
  for (let pack = 0; pack < model.space.size; pack++) {
    let most = 0;
    let least = 0;
    for (const worth of worths) {
      const gain = numberAt(worth, pack) - numberAt(worth, signed);
      if (gain > most) most = gain;
      if (gain < least) least = gain;
    }
    if (least >= -equal && most > equal && !isRemoved(model.space, removed, pack)) found.push(pack);
  }
  return found;
}
