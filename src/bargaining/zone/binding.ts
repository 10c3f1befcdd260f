import { votersAmong } from "../../scenario/party-rules.ts";
import type { Scenario } from "../../scenario/types.ts";

/**
 * What it takes for a text to bind: the acceptance of every party that is needed, and enough weight in all. Members are parties by
 * index in the rule of a scenario, and voters by place in that of a {@link ZoneQuestion}.
 */
export interface BindingRule {
  /** Members without whom nothing binds. */
  readonly needs: readonly number[];
  /** Members with a vote, in file order. */
  readonly voters: readonly number[];
  /** By member. */
  readonly weights: readonly number[];
  /** Least sum of the weights of those who accept. */
  readonly atLeast: number;
}

/** Parties with a vote, by index, in file order: all but the mediator. */
export function votersOf(scenario: Scenario): number[] {
  return votersAmong(scenario.parties.map(({ role }) => role));
}

/** What binds at the table of a scenario; members are parties by index. */
export function bindingRuleOf(scenario: Scenario): BindingRule {
  const { needs, weights, atLeast } = scenario.protocol.binding;
  return { needs, voters: votersOf(scenario), weights, atLeast };
}

/**
 * Whether acceptance by these members binds. Weights are added in file order, so that the sum has the same last bit wherever it
 * is asked for.
 */
export function binds({ needs, voters, weights, atLeast }: BindingRule, accepts: (member: number) => boolean): boolean {
  for (const member of needs) if (!accepts(member)) return false;
  let weight = 0;
  for (const member of voters) if (accepts(member)) weight += weights[member] ?? 0;
  return weight >= atLeast;
}
