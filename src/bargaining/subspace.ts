import type { Factors } from "./factors.ts";
import { eachBlock } from "./listing.ts";
import { merged } from "./skyline.ts";
import { snapped } from "./snap.ts";
import { joined, type States, statesOf } from "./states.ts";

/** The factors with only these options of one issue. */
export function restricted(factors: Factors, issue: number, options: readonly number[]): Factors {
  return { ...factors, allowed: factors.allowed.with(issue, options) };
}

/** The factors of some issues alone; ties that name others must not be among them. Numbers of packages count within these issues. */
function part(factors: Factors, issues: readonly number[]): Factors {
  const at = new Map(issues.map((issue, place) => [issue, place]));
  const pick = <T>(list: readonly T[]): T[] => issues.map((issue) => list[issue] as T);
  return {
    ...factors,
    sizes: pick(factors.sizes),
    allowed: pick(factors.allowed),
    worths: pick(factors.worths),
    digits: pick(factors.digits),
    base: factors.base.map(() => 0),
    caps: factors.caps.map(() => Infinity),
    ties: factors.ties.flatMap((tie) =>
      tie.issues.every((issue) => at.has(issue))
        ? [{ ...tie, issues: tie.issues.map((issue) => at.get(issue) as number) }]
        : [],
    ),
  };
}

/**
 * Every sum of worths that these issues can add, once, with the number of ways to make it. Caps left aside, and no package numbers.
 * @returns null when they make more than `most` packages
 */
export function sumsOf(factors: Factors, issues: readonly number[], most: number): States | null {
  const some = part(factors, issues);
  if (some.sizes.reduce((product, size) => product * size, 1) > most) return null;
  const parties = factors.parties.length;
  const empty = statesOf(0, parties, 0, false);
  const lists: States[] = [empty];
  eachBlock(some, ({ length, worths, forbidden }) => {
    const kept: number[] = [];
    for (let i = 0; i < length; i++) if (forbidden[i] === 0) kept.push(i);
    const states = statesOf(kept.length, parties, 0, false);
    for (const [at, place] of kept.entries()) {
      for (let p = 0; p < parties; p++)
        (states.worths[p] as Float64Array)[at] = (worths[p] as Float64Array)[place] as number;
    }
    states.counts.fill(1);
    lists.push(states);
    return undefined;
  });
  return merged(snapped(joined(lists)));
}
