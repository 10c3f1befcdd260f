import { at } from "../../exact/at.ts";
import type { RedLine, Scenario } from "../../scenario/types.ts";
import { type Factors, factorsOf } from "../decompose/factors.ts";
import { inUnits } from "../utility.ts";
import { type BindingRule, bindingRuleOf } from "./binding.ts";

/** What decides whether a package could be signed: who accepts what, and whose acceptance binds. Lists are by voter. */
export interface ZoneQuestion {
  readonly scenario: Scenario;
  /** Parties with a vote, by index. */
  readonly voters: readonly number[];
  /** Worth below which each would rather have no deal, in the scenario's scale. */
  readonly reservations: readonly number[];
  /** Units from which a voter accepts: its reservation value, less what counts as equal. */
  readonly floors: readonly number[];
  /** A voter accepts nothing that crosses one of its own. */
  readonly redLines: readonly (readonly RedLine[])[];
  /** Its members are voters by place. */
  readonly binding: BindingRule;
  /** Worths of the voters, red lines left aside. */
  readonly factors: Factors;
}

/**
 * Reservation value of a party in a round, in the scenario's scale: its walk-away with the drift of the intervals so far. The one
 * formula for it outside of a play; a play adds the drift round by round (recipe `drift`), because events and levers move the
 * walk-away in between.
 */
export function reservationIn({ parties }: Scenario, party: number, round: number): number {
  const { walkAway } = at(parties, party);
  return walkAway.at + walkAway.driftPerRound * (round - 1);
}

/** {@link reservationIn} of every party, by index. */
export function reservationsIn(scenario: Scenario, round: number): number[] {
  return scenario.parties.map((_, party) => reservationIn(scenario, party, round));
}

/**
 * Asks what a table could sign.
 * @param walkAways worth of no deal by party, in the scenario's scale: of a round ({@link reservationsIn}), or as a play left them
 * @param holdsAtLeast by party: what its position holds out for, where that is more than its walk-away; null: nothing
 * @throws RangeError when no party has a vote
 */
export function zoneQuestion(
  scenario: Scenario,
  walkAways: readonly number[],
  holdsAtLeast: readonly (number | null)[] = [],
): ZoneQuestion {
  const { voters, needs, weights, atLeast } = bindingRuleOf(scenario);
  if (voters.length === 0) {
    throw new RangeError("No party has a vote, so nothing can be signed. Give at least one party the role `party`.");
  }
  const factors = factorsOf(scenario, voters);
  const reservations = voters.map((party) => Math.max(at(walkAways, party), holdsAtLeast[party] ?? -Infinity));
  return {
    scenario,
    voters,
    reservations,
    floors: reservations.map((worth) => inUnits(factors.units, worth) - factors.units.equal),
    redLines: voters.map((party) => at(scenario.parties, party).redLines),
    binding: {
      needs: [...voters.keys()].filter((voter) => needs.includes(at(voters, voter))),
      voters: [...voters.keys()],
      weights: voters.map((party) => weights[party] ?? 0),
      atLeast,
    },
    factors,
  };
}
