import fc from "fast-check";
import { expect, test } from "vitest";
import { spaceOf } from "../../../src/bargaining/space.ts";
import { runSeed } from "../../../src/exact/chance.ts";
import { type Guess, genericParty, USUAL_ASSUMPTIONS } from "../../../src/lab/futures/generic-party.ts";
import type { Party } from "../../../src/scenario/types.ts";
import { diceOf } from "../../setup/dice.ts";
import { partyOf } from "../../setup/scenarios.ts";

const SIZES = [4, 1, 5, 3];
const SPACE = spaceOf(SIZES);
const BLANK = partyOf("russia", [[0]]);

/** A guess as an estimate makes one: shares are weight times closeness; the last issue is flat. */
function someGuess(seed: string): Guess {
  const dice = diceOf(seed);
  const raw = SIZES.map(() => 1 + dice.below(9));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / total);
  const shares = SIZES.flatMap((size, issue) => {
    if (issue === 3) return new Array<number>(size).fill((weights[issue] as number) / 2);
    const liked = dice.below(size);
    const span = Math.max(1, size - 1);
    return Array.from(
      { length: size },
      (_, option) => (weights[issue] as number) * (1 - Math.abs(option - liked) / span),
    );
  });
  return { weights, shares, redLines: [] };
}

function drawn(guess: Guess, seed: string): Party {
  return genericParty(BLANK, 1, guess, SPACE, 80, USUAL_ASSUMPTIONS, runSeed(seed));
}

test("the best package of a generic party is worth the scale, and options lie between nothing and that", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (estimate, seed) => {
      const { values } = drawn(someGuess(estimate), seed);
      const best = values.reduce((sum, { weight, options }) => sum + (weight * Math.max(...options)) / 80, 0);
      expect(best).toBeCloseTo(80, 9);
      for (const { options } of values) for (const worth of options) expect(worth).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("it likes the options of an issue in the order of the estimate; weights stay within the stated factor", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (estimate, seed) => {
      const guess = someGuess(estimate);
      const { values } = drawn(guess, seed);
      for (const issue of [0, 2]) {
        const first = SPACE.firstSlot[issue] as number;
        const options = values[issue]?.options ?? [];
        for (let option = 1; option < options.length; option++) {
          const believed = Math.sign(
            (guess.shares[first + option] as number) - (guess.shares[first + option - 1] as number),
          );
          expect(Math.sign((options[option] as number) - (options[option - 1] as number))).toBe(believed);
        }
      }
      // Two weights may each be off by the factor, the one up and the other down.
      const off = (issue: number): number => (values[issue]?.weight ?? 0) / (guess.weights[issue] as number);
      for (const a of SIZES.keys()) for (const b of SIZES.keys()) expect(off(a) / off(b)).toBeLessThanOrEqual(4 + 1e-9);
    }),
  );
});

test("where it has shown nothing it wants one end or the other, each about half the time", () => {
  let rising = 0;
  for (let world = 0; world < 1000; world++) {
    const [low, middle, high] = drawn(someGuess("flat"), `world ${world}`).values[3]?.options ?? [];
    expect([low, high].sort()).toEqual([0, 80]);
    expect(middle).toBeGreaterThan(0);
    expect(middle).toBeLessThan(80);
    if (high === 80) rising++;
  }
  // 99.9 % of binomial(1000, ½).
  expect(rising).toBeGreaterThan(448);
  expect(rising).toBeLessThan(552);
});
