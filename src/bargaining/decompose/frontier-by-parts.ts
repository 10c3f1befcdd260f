import { at } from "../../exact/at.ts";
import { type States, shiftStates, statesOf } from "../pareto/states.ts";
import { eliminate, type IssueComponent, issueComponents, type OptionClass } from "./elimination.ts";
import {
  addBounds,
  type Bounds,
  boundsOfAll,
  boundsOfInteraction,
  boundsOfIssue,
  digitOf,
  type Factors,
  optionUnits,
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
  const { limb, stride } = digitOf(factors, issue);
  for (const [p, column] of states.worths.entries()) {
    const units = optionUnits(factors, issue, p);
    for (const [place, option] of options.entries()) column[place] = at(units, option);
  }
  at(states.numbers, limb).set(options.map((option) => option * stride));
  states.counts.fill(1);
  return big ? { ...states, bigCounts: options.map(() => 1n) } : states;
}

/** The states of one group of issues, with frontiers for values (several goals: Rollón & Larrosa 2006). */
function statesOfComponent(
  factors: Factors,
  component: IssueComponent,
  all: Bounds,
  pruning: PruningOptions,
  big: boolean,
): ApproximateStates {
  let done = zeroBounds(factors);
  let before = all;
  let rest = all;
  let ofClass = new Map<OptionClass, ApproximateStates>();
  const found = eliminate<ApproximateStates>(
    factors,
    component,
    { states: unit(factors, big), error: 0 },
    {
      enter({ issue, classes, finished }) {
        const own = boundsOfIssue(factors, issue);
        done = addBounds(done, own);
        before = subtractBounds(all, done);
        for (const interaction of finished) done = addBounds(done, boundsOfInteraction(factors, interaction));
        rest = subtractBounds(all, done);
        ofClass = new Map(
          classes.map((options) => {
            const states = statesOfOptions(factors, issue, options.options, big);
            return [options, { states: pruneStates(states, subtractBounds(all, own), pruning), error: 0 }];
          }),
        );
      },
      add(value, options, holding) {
        const ofOptions = ofClass.get(options);
        if (!ofOptions) throw new RangeError("these options are no class of the issue that was entered");
        const sum = sumStates(value, ofOptions, before, pruning);
        const more = factors.parties.map((_, p) =>
          holding.reduce((worth, { worths }) => worth + (worths?.[p] ?? 0), 0),
        );
        return { states: shiftStates(sum.states, more), error: sum.error };
      },
      unite: (values) => uniteStates(values, rest, pruning),
    },
  );
  return found ?? { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
}

/**
 * The states of whole packages that are on the frontier, and some that are equal to one within the equality. The frontier of a sum
 * comes from the frontiers of its parts, so no list of packages is made.
 * @throws InducedWidthExceeded when interactions hold too many issues together
 */
export function frontierByParts(factors: Factors, asked: PruningOptions): ApproximateStates {
  const all = boundsOfAll(factors);
  // A part cut down below the least it can add would leave the others short: a cap below every package waits for the end.
  const caps = asked.caps.map((cap, p) => Math.max(cap, at(all.low, p)));
  const pruning = { ...asked, caps };
  const big = bigCounts(factors);
  const empty = { states: statesOf(0, factors.parties.length, factors.limbs, big), error: 0 };
  if (factors.allowed.some((options) => options.length === 0)) return empty;
  const components = issueComponents(factors).map((component) => {
    let bounds = zeroBounds(factors);
    for (const issue of component.issues) bounds = addBounds(bounds, boundsOfIssue(factors, issue));
    for (const interaction of component.interactions)
      bounds = addBounds(bounds, boundsOfInteraction(factors, interaction));
    return { bounds, frontier: statesOfComponent(factors, component, all, pruning, big) };
  });
  let done: Bounds = { low: factors.base, high: factors.base };
  let sum: ApproximateStates = { states: shiftStates(unit(factors, big), factors.base), error: 0 };
  for (const { bounds, frontier } of components.sort((a, b) => a.frontier.states.length - b.frontier.states.length)) {
    done = addBounds(done, bounds);
    sum = sumStates(sum, frontier, subtractBounds(all, done), pruning);
  }
  return { states: pruneStates(sum.states, zeroBounds(factors), asked), error: sum.error };
}
