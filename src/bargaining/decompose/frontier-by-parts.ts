import { type States, shiftStates, statesOf } from "../pareto/states.ts";
import { eliminate, type IssueComponent, issueComponents, type OptionClass } from "./elimination.ts";
import type { Factors } from "./factors.ts";
import {
  addBounds,
  type Bounds,
  boundsOfAll,
  boundsOfIssue,
  boundsOfTie,
  subtractBounds,
  zeroBounds,
} from "./factors.ts";
import { type ApproximateStates, type PruningOptions, pruneStates, sumStates, uniteStates } from "./pruning.ts";

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

/** The states of one group of issues, with frontiers for values (several goals: Rollón & Larrosa 2006). */
function statesOfComponent(
  factors: Factors,
  knot: IssueComponent,
  all: Bounds,
  keeping: PruningOptions,
  big: boolean,
): ApproximateStates {
  let done = zeroBounds(factors);
  let before = all;
  let rest = all;
  let ofClass = new Map<OptionClass, ApproximateStates>();
  const kept = eliminate<ApproximateStates>(
    factors,
    knot,
    { states: unit(factors, big), error: 0 },
    {
      enter({ issue, classes, finished }) {
        const own = boundsOfIssue(factors, issue);
        done = addBounds(done, own);
        before = subtractBounds(all, done);
        for (const tie of finished) done = addBounds(done, boundsOfTie(factors, tie));
        rest = subtractBounds(all, done);
        ofClass = new Map(
          classes.map((options) => {
            const states = statesOfOptions(factors, issue, options.options, big);
            return [options, { states: pruneStates(states, subtractBounds(all, own), keeping), error: 0 }];
          }),
        );
      },
      add(value, options, holding) {
        const sum = sumStates(value, ofClass.get(options) as ApproximateStates, before, keeping);
        const more = factors.parties.map((_, p) =>
          holding.reduce((worth, { worths }) => worth + (worths?.[p] ?? 0), 0),
        );
        return { states: shiftStates(sum.states, more), error: sum.error };
      },
      unite: (values) => uniteStates(values, rest, keeping),
    },
  );
  return kept ?? { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
}

/**
 * The states of whole packages that are on the frontier, and some that are equal to one within the equality. The frontier of a sum
 * comes from the frontiers of its parts, so no list of packages is made.
 * @throws Entangled when ties hold too many issues together
 */
export function frontierByParts(factors: Factors, asked: PruningOptions): ApproximateStates {
  const all = boundsOfAll(factors);
  // A part cut down below the least it can add would leave the others short: a cap below every package waits for the end.
  const caps = asked.caps.map((cap, p) => Math.max(cap, all.low[p] as number));
  const keeping = { ...asked, caps };
  const big = bigCounts(factors);
  const empty = { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
  if (factors.allowed.some((options) => options.length === 0)) return empty;
  const knots = issueComponents(factors).map((knot) => {
    let bounds = zeroBounds(factors);
    for (const issue of knot.issues) bounds = addBounds(bounds, boundsOfIssue(factors, issue));
    for (const tie of knot.ties) bounds = addBounds(bounds, boundsOfTie(factors, tie));
    return { bounds, kept: statesOfComponent(factors, knot, all, keeping, big) };
  });
  let done: Bounds = { low: factors.base, high: factors.base };
  let sum: ApproximateStates = { states: shiftStates(unit(factors, big), factors.base), error: 0 };
  for (const { bounds, kept } of knots.sort((a, b) => a.kept.states.length - b.kept.states.length)) {
    done = addBounds(done, bounds);
    sum = sumStates(sum, kept, subtractBounds(all, done), keeping);
  }
  return { states: pruneStates(sum.states, zeroBounds(factors), asked), error: sum.error };
}
