import { draw, PURPOSE, type RunSeed } from "../exact/chance.ts";
import type { Party, Scenario } from "./types.ts";

// A disposition is a type in the sense of Harsanyi (1967): which one a party has tonight is drawn, its own seat knows it, and
// the others know the list with its chances. Dispositions are named by their place in the list of their party; −1: the party's
// own numbers.

/** A party as it is tonight. The list of what it might have been stays in it. @param drawn −1: its own numbers */
export function partyDisposed(party: Party, drawn: number): Party {
  const disposition = party.dispositions[drawn];
  if (!disposition) return party;
  const { values, linkages, redLines, walkAway, tactic, holdsAtLeast } = disposition;
  const positions = party.positions.map((position, index) => ({
    ...position,
    holdsAtLeast: holdsAtLeast[index] ?? null,
  }));
  return { ...party, values, linkages, redLines, walkAway, tactic, positions };
}

/**
 * An ordinary scenario in which each party has the numbers of its disposition; the same scenario where all have their own.
 * @param drawn by party; −1, or left out: its own numbers
 */
export function withDispositions(scenario: Scenario, drawn: readonly number[]): Scenario {
  const parties = scenario.parties.map((party, index) => partyDisposed(party, drawn[index] ?? -1));
  return parties.every((party, index) => party === scenario.parties[index]) ? scenario : { ...scenario, parties };
}

function drawnFor({ dispositions }: Party, party: number, seed: RunSeed): number {
  if (dispositions.length === 0) return -1;
  const chance = draw(seed, PURPOSE.disposition, party, 0, 0);
  let sum = 0;
  const found = dispositions.findIndex((one) => {
    sum += one.chance;
    return chance < sum;
  });
  // The chances sum to 1 but for rounding.
  return found < 0 ? dispositions.findLastIndex((one) => one.chance > 0) : found;
}

/**
 * Which disposition each party has in a run: fixed by the seed and the party alone, so that naming one changes no other.
 * @param forced by party; −1, or left out: it is drawn
 * @returns by party; −1: it has none
 */
export function drawDispositions(scenario: Scenario, seed: RunSeed, forced: readonly number[] = []): number[] {
  return scenario.parties.map((party, index) => {
    const named = forced[index] ?? -1;
    return named >= 0 ? named : drawnFor(party, index, seed);
  });
}

/**
 * The place of a disposition in the list of a party.
 * @throws RangeError that says which there are
 */
export function dispositionIndex({ id: party, dispositions }: Party, id: string): number {
  const index = dispositions.findIndex((one) => one.id === id);
  if (index >= 0) return index;
  const there = dispositions.length === 0 ? "it has none" : `it has ${dispositions.map((one) => one.id).join(", ")}`;
  throw new RangeError(`${party} has no disposition "${id}"; ${there}`);
}
