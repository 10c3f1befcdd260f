import type { Space } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import { draw, PURPOSE, type RunSeed } from "../../exact/chance.ts";
import { pow } from "../../exact/math.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import { type IssueValues, NO_GROUNDS, type Party, type Terms } from "../../scenario/types.ts";

/**
 * What a forecast takes for granted of the others, as data, so that screens can say it. Beside these figures: their walk-aways
 * do not drift, no commitment binds them beyond what it tells of them, and they neither use asides nor ask for a text.
 */
export interface Assumptions {
  /** Each issue's weight lies between the estimate divided by this and times this, evenly in its logarithm. */
  readonly weightFactor: number;
  /** So does each step in worth between two neighbouring options; their order of preference stays. */
  readonly stepFactor: number;
  /** An issue on which a party has shown nothing: it prefers one end or the other, with even chances. */
  readonly unknownIssues: "either_end";
  /** Walk-away as a share of what its best package is worth to it, drawn evenly in each run. */
  readonly walkAway: readonly [number, number];
  /** Exponent of its time-dependent tactic, drawn evenly in each run: 0.2 Boulware, 1 linear. */
  readonly exponent: readonly [number, number];
  /** Only what was called a red line in a refusal counts as one. */
  readonly redLines: "called";
  /** No party at the table knows what may still happen: nothing more does. */
  readonly events: "none_to_come";
  /** Runs that share one drawing of the others' values; the intervals allow for it. */
  readonly runsAWorld: number;
}

/** The assumptions that a forecast makes unless others are given. */
export const USUAL_ASSUMPTIONS: Assumptions = {
  weightFactor: 2,
  stepFactor: 2,
  unknownIssues: "either_end",
  walkAway: [0.4, 0.8],
  exponent: [0.2, 1],
  redLines: "called",
  events: "none_to_come",
  runsAWorld: 25,
};

/** What a seat makes of another party: the weight of each issue (they sum to 1), and the worth of each option by slot. */
export interface Guess {
  readonly weights: readonly number[];
  /** Shares of the party's whole, as in the seat's view. */
  readonly shares: ArrayLike<number>;
  readonly redLines: readonly Terms[];
}

/** From a factor down to its inverse, evenly in the logarithm. */
function about(factor: number, chance: number): number {
  return pow(factor, 2 * chance - 1);
}

/** Shares of an issue's options, brought to a highest of 1; flat where the party has shown nothing. */
function shapeOf({ shares }: Guess, first: number, size: number): { readonly shape: number[]; readonly flat: boolean } {
  const shape = Array.from({ length: size }, (_, option) => at(shares, first + option));
  const [low, high] = [Math.min(...shape), Math.max(...shape)];
  return high - low <= equalWithin(1)
    ? { shape, flat: true }
    : { shape: shape.map((share) => share / high), flat: false };
}

/** Worths of options from 0 to 1, the best at 1, whose steps are those of the shape, each a little larger or smaller. */
function stepped(shape: readonly number[], factor: number, chance: (n: number) => number): number[] {
  let worth = at(shape, 0);
  const worths = shape.map((share, option) => {
    if (option > 0) worth += (share - at(shape, option - 1)) * about(factor, chance(option));
    return worth;
  });
  const high = Math.max(...worths);
  const raised = worths.map((worth) => 1 + (worth - high));
  const low = Math.min(...raised);
  return low < 0 ? raised.map((worth) => (worth - low) / (1 - low)) : raised;
}

function optionWorths(
  guess: Guess,
  first: number,
  size: number,
  factor: number,
  chance: (n: number) => number,
): number[] {
  if (size === 1) return [1];
  const { shape, flat } = shapeOf(guess, first, size);
  if (!flat) return stepped(shape, factor, chance);
  const rising = chance(0) < 0.5;
  const straight = shape.map((_, option) => (rising ? option : size - 1 - option) / (size - 1));
  const worths = stepped(straight, factor, chance);
  const low = Math.min(...worths);
  return worths.map((worth) => (worth - low) / (1 - low));
}

/**
 * A generic party whose values are drawn around what a seat makes of it: the order in which it likes the options of an issue is
 * that of the estimate, weights and steps are drawn about it. Its best package is worth the scale.
 * @param party its public side
 * @param words fix the drawing
 */
export function genericParty(
  party: Party,
  index: number,
  guess: Guess,
  space: Space,
  scale: number,
  assumptions: Assumptions,
  words: RunSeed,
): Party {
  // The seed is one for drawing values alone, so that no other use of the purpose can meet it.
  const chance = (issue: number, n: number): number => draw(words, PURPOSE.exponent, index, issue, n);
  const weights = guess.weights.map((weight, issue) => weight * about(assumptions.weightFactor, chance(issue, 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const values = space.sizes.map((size, issue): IssueValues => {
    const worths = optionWorths(guess, at(space.firstSlot, issue), size, assumptions.stepFactor, (n) =>
      chance(issue, n + 1),
    );
    const weight = (at(weights, issue) / total) * scale;
    return { weight, options: worths.map((worth) => worth * scale), grounds: NO_GROUNDS };
  });
  return {
    ...party,
    values,
    redLines: guess.redLines.map((when) => ({ title: null, when, grounds: NO_GROUNDS })),
    tactic: { kind: "linear", exponent: assumptions.exponent },
  };
}
