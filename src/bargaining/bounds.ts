import type { Factors, Tie } from "./factors.ts";

/** The least and the most that some part of a package can add, in units by party. */
export interface Bounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** What the options of an issue can add. */
export function boundsOfIssue({ worths, allowed }: Factors, issue: number): Bounds {
  const options = allowed[issue] ?? [];
  const columns = worths[issue] ?? [];
  const extreme = (pick: (a: number, b: number) => number, from: number): number[] =>
    columns.map((column) => options.reduce((value, option) => pick(value, column[option] as number), from));
  return { low: extreme(Math.min, Infinity), high: extreme(Math.max, -Infinity) };
}

/** What a tie can add: its worth or nothing. */
export function boundsOfTie({ parties }: Factors, { worths }: Tie): Bounds {
  const all = worths ?? parties.map(() => 0);
  return { low: all.map((worth) => Math.min(0, worth)), high: all.map((worth) => Math.max(0, worth)) };
}

/** Bounds of two parts together. */
export function plus(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low.map((value, p) => value + (b.low[p] as number)),
    high: a.high.map((value, p) => value + (b.high[p] as number)),
  };
}

/** Bounds of what is left when a part is taken out. */
export function minus(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low.map((value, p) => value - (b.low[p] as number)),
    high: a.high.map((value, p) => value - (b.high[p] as number)),
  };
}

export function nothing({ parties }: Factors): Bounds {
  return { low: parties.map(() => 0), high: parties.map(() => 0) };
}

/** What a whole package can be worth, before caps. */
export function boundsOfAll(factors: Factors): Bounds {
  let all: Bounds = { low: factors.base, high: factors.base };
  for (let issue = 0; issue < factors.sizes.length; issue++) all = plus(all, boundsOfIssue(factors, issue));
  for (const tie of factors.ties) all = plus(all, boundsOfTie(factors, tie));
  return all;
}
