import { at } from "../../exact/at.ts";
import { type BindingRule, binds } from "./binding.ts";

/** Sets of more voters than this are weighed greedily, not all of them. */
const MOST_WEIGHED_VOTERS = 14;

/** Which members must be won over, at what cost. */
interface Coalition {
  readonly cost: number;
  /** Members with a cost that are won over. */
  readonly won: readonly number[];
}

/**
 * The cheapest way to make a package bind when it costs so much to win each member over (0: accepts anyway; Infinity: cannot be
 * won). null when there is none, or none below `below`. With more than 14 voters of several weights a good one, not surely the
 * cheapest.
 */
export function cheapestCoalition(
  { needs, weights, atLeast }: BindingRule,
  costs: readonly number[],
  below = Infinity,
): Coalition | null {
  let cost = 0;
  let weight = 0;
  const won: number[] = [];
  const open: { member: number; weight: number; price: number }[] = [];
  for (let member = 0; member < costs.length; member++) {
    const price = costs[member] ?? 0;
    const own = weights[member] ?? 0;
    if (price === 0 || needs.includes(member)) {
      cost += price;
      if (!(cost < below)) return null;
      weight += own;
      if (price > 0) won.push(member);
    } else if (price < Infinity && own > 0) open.push({ member, weight: own, price });
  }
  if (weight >= atLeast) return { cost, won };
  const alike = open.every((one) => one.weight === open[0]?.weight);
  if (alike || open.length > MOST_WEIGHED_VOTERS) {
    open.sort((a, b) => a.price / a.weight - b.price / b.weight || a.member - b.member);
    for (const one of open) {
      if (weight >= atLeast) break;
      weight += one.weight;
      cost += one.price;
      won.push(one.member);
    }
    return weight >= atLeast && cost < below ? { cost, won } : null;
  }
  let best: Coalition | null = null;
  const choose = (from: number, sum: number, price: number, chosen: readonly number[]): void => {
    if (!(price < (best?.cost ?? below))) return;
    const next = open[from];
    if (sum >= atLeast) best = { cost: price, won: chosen };
    else if (next) {
      choose(from + 1, sum + next.weight, price + next.price, [...chosen, next.member]);
      choose(from + 1, sum, price, chosen);
    }
  };
  choose(0, weight, cost, won);
  return best;
}

/** More sets than this are not gone through one by one. */
const MOST_COALITIONS = 64;
/** More steps than this are not taken in search of them. */
const MOST_STEPS = 100_000;

/**
 * The smallest sets of members whose acceptance binds, each rising: those of which no member can be left out. null when there are
 * more than 64, or too many voters to find them.
 */
export function minimalWinningCoalitions(rule: BindingRule): number[][] | null {
  const { needs, voters, weights } = rule;
  const weightOf = (member: number): number => at(weights, member);
  const others = voters.filter((member) => !needs.includes(member) && weightOf(member) > 0);
  if (!binds(rule, (member) => needs.includes(member) || others.includes(member))) return [];
  const sets: number[][] = [];
  let looked = 0;
  // Heaviest first, so that a set that binds only with its last member can spare none.
  others.sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  const choose = (from: number, set: readonly number[]): void => {
    if (looked++ > MOST_STEPS || sets.length > MOST_COALITIONS) return;
    if (binds(rule, (member) => set.includes(member))) {
      sets.push([...set].sort((a, b) => a - b));
      return;
    }
    if (!binds(rule, (member) => set.includes(member) || others.indexOf(member) >= from)) return;
    choose(from + 1, [...set, at(others, from)]);
    choose(from + 1, set);
  };
  choose(0, needs);
  return looked > MOST_STEPS || sets.length > MOST_COALITIONS ? null : sets;
}
