import type { RedLine, Scenario } from "../scenario/types.ts";
import { type Factors, factorsOf } from "./decompose/factors.ts";
import { inUnits } from "./utility.ts";

/** Who accepts what, and whose acceptance binds. Lists are by voter. */
export interface Acceptance {
  readonly scenario: Scenario;
  /** Parties with a vote, by index. */
  readonly voters: readonly number[];
  /** Reservation value of each, in the scenario's scale. */
  readonly reservations: readonly number[];
  /** Units from which a voter accepts: its reservation value, less what counts as equal. */
  readonly floors: readonly number[];
  readonly redLines: readonly (readonly RedLine[])[];
  /** 1 for voters without whom nothing binds. */
  readonly needed: readonly number[];
  readonly weights: readonly number[];
  readonly atLeast: number;
  /** Worths of the voters, red lines left aside. */
  readonly factors: Factors;
}

/** Reservation value of a party in a round: its walk-away with the drift of the intervals so far, in the scenario's scale. */
export function reservationIn(scenario: Scenario, party: number, round: number): number {
  const walkAway = scenario.parties[party]?.walkAway;
  return walkAway ? walkAway.at + walkAway.driftPerRound * (round - 1) : 0;
}

/** Acceptance at the table of a scenario in a round. @throws RangeError when nobody has a vote */
export function acceptanceOf(scenario: Scenario, round: number): Acceptance {
  const voters = [...scenario.parties.keys()].filter((party) => scenario.parties[party]?.role === "party");
  if (voters.length === 0) {
    throw new RangeError("No party has a vote, so nothing can be signed. Give at least one party the role `party`.");
  }
  const { needs, weights, atLeast } = scenario.protocol.binding;
  const factors = factorsOf(scenario, voters);
  const reservations = voters.map((party) => reservationIn(scenario, party, round));
  return {
    scenario,
    voters,
    reservations,
    floors: reservations.map((worth) => inUnits(factors.units, worth) - factors.units.equal),
    redLines: voters.map((party) => scenario.parties[party]?.redLines ?? []),
    needed: voters.map((party) => (needs.includes(party) ? 1 : 0)),
    weights: voters.map((party) => weights[party] ?? 0),
    atLeast,
    factors,
  };
}

/** Weights are added in file order, as at the table, so that the bits are the same. */
export function binds({ needed, weights, atLeast }: Acceptance, accepts: (voter: number) => boolean): boolean {
  let weight = 0;
  for (let voter = 0; voter < needed.length; voter++) {
    if (accepts(voter)) weight += weights[voter] as number;
    else if (needed[voter] === 1) return false;
  }
  return weight >= atLeast;
}

/** Sets of more voters than this are weighed greedily, not all of them. */
const MOST_WEIGHED_VOTERS = 14;

/** Who must be won over, at what cost. */
export interface Coalition {
  readonly cost: number;
  /** Voters with a cost that are won over. */
  readonly won: readonly number[];
}

/**
 * The cheapest way to make a package bind when it costs so much to win each voter over (0: accepts anyway; Infinity: cannot be won).
 * null when there is none, or none below `below`. With more than 14 voters of several weights a good one, not surely the cheapest.
 */
export function cheapestCoalition(
  { needed, weights, atLeast }: Acceptance,
  costs: readonly number[],
  below = Infinity,
): Coalition | null {
  let cost = 0;
  let weight = 0;
  const won: number[] = [];
  const open: number[] = [];
  for (const [voter, price] of costs.entries()) {
    if (needed[voter] === 1 || price === 0) {
      cost += price;
      if (!(cost < below)) return null;
      weight += weights[voter] as number;
      if (price > 0) won.push(voter);
    } else if (price < Infinity && (weights[voter] as number) > 0) open.push(voter);
  }
  if (weight >= atLeast) return { cost, won };
  const alike = open.every((voter) => weights[voter] === weights[open[0] as number]);
  if (alike || open.length > MOST_WEIGHED_VOTERS) {
    const perWeight = (voter: number): number => (costs[voter] as number) / (weights[voter] as number);
    open.sort((a, b) => perWeight(a) - perWeight(b) || a - b);
    for (const voter of open) {
      if (weight >= atLeast) break;
      weight += weights[voter] as number;
      cost += costs[voter] as number;
      won.push(voter);
    }
    return weight >= atLeast && cost < below ? { cost, won } : null;
  }
  let best: Coalition | null = null;
  const choose = (at: number, sum: number, price: number, chosen: readonly number[]): void => {
    if (!(price < (best?.cost ?? below))) return;
    if (sum >= atLeast) best = { cost: price, won: chosen };
    else if (at < open.length) {
      const voter = open[at] as number;
      choose(at + 1, sum + (weights[voter] as number), price + (costs[voter] as number), [...chosen, voter]);
      choose(at + 1, sum, price, chosen);
    }
  };
  choose(0, weight, cost, won);
  return best;
}

/** More sets than this are not gone through one by one. */
const MOST_COALITIONS = 64;

/**
 * The smallest sets of voters whose acceptance binds, as voters rising: those of which nobody can be left out. null when there are more
 * than 64, or too many voters to find them.
 */
export function minimalWinningCoalitions(acceptance: Acceptance): number[][] | null {
  const { needed, weights, atLeast } = acceptance;
  const must = [...needed.keys()].filter((voter) => needed[voter] === 1);
  const others = [...needed.keys()].filter((voter) => needed[voter] === 0 && (weights[voter] as number) > 0);
  const weigh = (voters: readonly number[]): number =>
    voters.reduce((sum, voter) => sum + (weights[voter] as number), 0);
  if (weigh([...must, ...others].sort((a, b) => a - b)) < atLeast) return [];
  const sets: number[][] = [];
  let looked = 0;
  // Heaviest first, so that a set that binds only with its last voter can spare nobody.
  others.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  const choose = (at: number, set: readonly number[]): void => {
    if (looked++ > 100_000 || sets.length > MOST_COALITIONS) return;
    if (binds(acceptance, (voter) => set.includes(voter))) {
      sets.push([...set].sort((a, b) => a - b));
      return;
    }
    if (!binds(acceptance, (voter) => set.includes(voter) || others.indexOf(voter) >= at)) return;
    choose(at + 1, [...set, others[at] as number]);
    choose(at + 1, set);
  };
  choose(0, must);
  return looked > 100_000 || sets.length > MOST_COALITIONS ? null : sets;
}
