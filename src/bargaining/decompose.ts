import { type Bounds, boundsOfAll, boundsOfIssue, boundsOfTie, minus, nothing, plus } from "./bounds.ts";
import type { Factors, Tie } from "./factors.ts";
import { type Knot, knotsOf } from "./order.ts";
import { type States, shifted, statesOf } from "./states.ts";
import { type Keeping, type Kept, pruned, summed, united } from "./sums.ts";

/** Cases kept apart at once; more means that the ties hold everything together, and only a list of all packages would do. */
const MOST_CASES = 20_000;

/** The ties hold too many issues together for the space to be taken apart. */
export class Entangled extends Error {}

function bigCounts({ allowed }: Factors): boolean {
  return allowed.reduce((size, options) => size * options.length, 1) > Number.MAX_SAFE_INTEGER;
}

function unit(factors: Factors, big: boolean): States {
  const one = statesOf(1, factors.parties.length, factors.limbs, big);
  one.counts[0] = 1;
  return big ? { ...one, bigCounts: [1n] } : one;
}

/** Each of these options as a state. */
function statesOfOptions(factors: Factors, issue: number, options: readonly number[], big: boolean): States {
  const states = statesOf(options.length, factors.parties.length, factors.limbs, big);
  const { limb, stride } = factors.digits[issue] as Factors["digits"][number];
  for (const [at, option] of options.entries()) {
    for (const [p, column] of (factors.worths[issue] ?? []).entries()) {
      (states.worths[p] as Float64Array)[at] = column[option] as number;
    }
    (states.numbers[limb] as Float64Array)[at] = option * stride;
    states.counts[at] = 1;
  }
  return big ? { ...states, bigCounts: options.map(() => 1n) } : states;
}

/** Options of an issue that every tie treats alike, by the ties (of those that name the issue) which they meet. */
function classesOf(
  factors: Factors,
  issue: number,
  ties: readonly Tie[],
): Map<string, { met: Set<Tie>; options: number[] }> {
  const naming = ties.flatMap((tie) => {
    const at = tie.issues.indexOf(issue);
    return at < 0 ? [] : [{ tie, mask: tie.masks[at] as Uint8Array }];
  });
  const classes = new Map<string, { met: Set<Tie>; options: number[] }>();
  for (const option of factors.allowed[issue] ?? []) {
    const met = naming.filter(({ mask }) => mask[option] === 1).map(({ tie }) => tie);
    const key = met.map((tie) => ties.indexOf(tie)).join();
    const known = classes.get(key);
    if (known) known.options.push(option);
    else classes.set(key, { met: new Set(met), options: [option] });
  }
  return classes;
}

/** A case: the ties begun and not yet finished that every issue so far has met, with the states in which it is so. */
interface Case {
  readonly alive: readonly Tie[];
  readonly lists: Kept[];
}

/**
 * The states of one group of issues: one issue after the other, with a list of states for each set of ties that may still come to hold
 * (variable elimination over frontiers: Dechter 1999; Rollón & Larrosa 2006 for several goals).
 */
function statesOfKnot(factors: Factors, knot: Knot, all: Bounds, keeping: Keeping, big: boolean): Kept {
  let done = nothing(factors);
  let cases = new Map<string, Case>([["", { alive: [], lists: [{ states: unit(factors, big), error: 0 }] }]]);
  const left = new Set(knot.issues);
  for (const issue of knot.issues) {
    const own = boundsOfIssue(factors, issue);
    const classes = [...classesOf(factors, issue, knot.ties).values()].map(({ met, options }) => {
      const states = pruned(statesOfOptions(factors, issue, options, big), minus(all, own), keeping);
      return { met, kept: { states, error: 0 } };
    });
    left.delete(issue);
    const finished = knot.ties.filter(({ issues }) => issues.includes(issue) && issues.every((one) => !left.has(one)));
    const begun = knot.ties.filter(
      ({ issues }) => issues.includes(issue) && issues.every((one) => one === issue || left.has(one)),
    );
    const before = minus(all, plus(done, own));
    done = plus(done, own);
    for (const tie of finished) done = plus(done, boundsOfTie(factors, tie));
    const rest = minus(all, done);
    const next = new Map<string, Case>();
    for (const { alive, lists } of cases.values()) {
      for (const { met, kept } of classes) {
        const meets = (tie: Tie): boolean => met.has(tie) || !tie.issues.includes(issue);
        const still = [...alive.filter(meets), ...begun.filter((tie) => met.has(tie))];
        const holding = still.filter((tie) => finished.includes(tie));
        if (holding.some(({ worths }) => worths === null)) continue;
        const open = still.filter((tie) => !finished.includes(tie));
        const key = open
          .map((tie) => knot.ties.indexOf(tie))
          .sort((a, b) => a - b)
          .join();
        const more = factors.parties.map((_, p) => holding.reduce((sum, { worths }) => sum + (worths?.[p] ?? 0), 0));
        const sum = summed(lists[0] as Kept, kept, before, keeping);
        const entry = next.get(key) ?? { alive: open, lists: [] };
        entry.lists.push({ states: shifted(sum.states, more), error: sum.error });
        next.set(key, entry);
        if (next.size > MOST_CASES) throw new Entangled("the ties hold too many issues together");
      }
    }
    cases = new Map();
    for (const [key, { alive, lists }] of next) cases.set(key, { alive, lists: [united(lists, rest, keeping)] });
  }
  const [last] = cases.values();
  return last?.lists[0] ?? { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
}

/**
 * The states of whole packages that are on the frontier, and some that are equal to one within the equality. The frontier of a sum
 * comes from the frontiers of its parts, so no list of packages is made.
 * @throws Entangled when ties hold too many issues together
 */
export function decomposed(factors: Factors, asked: Keeping): Kept {
  const all = boundsOfAll(factors);
  // A part cut down below the least it can add would leave the others short: a cap below every package waits for the end.
  const caps = asked.caps.map((cap, p) => Math.max(cap, all.low[p] as number));
  const keeping = { ...asked, caps };
  const big = bigCounts(factors);
  const empty = { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
  if (factors.allowed.some((options) => options.length === 0)) return empty;
  const knots = knotsOf(factors).map((knot) => {
    let bounds = nothing(factors);
    for (const issue of knot.issues) bounds = plus(bounds, boundsOfIssue(factors, issue));
    for (const tie of knot.ties) bounds = plus(bounds, boundsOfTie(factors, tie));
    return { bounds, kept: statesOfKnot(factors, knot, all, keeping, big) };
  });
  let done: Bounds = { low: factors.base, high: factors.base };
  let sum: Kept = { states: shifted(unit(factors, big), factors.base), error: 0 };
  for (const { bounds, kept } of knots.sort((a, b) => a.kept.states.length - b.kept.states.length)) {
    done = plus(done, bounds);
    sum = summed(sum, kept, minus(all, done), keeping);
  }
  return { states: pruned(sum.states, nothing(factors), asked), error: sum.error };
}
