import { draw, PURPOSE, runSeed } from "../../src/exact/chance.ts";

/** Chance for tests that is the same in every run and every engine. */
export interface Dice {
  /** A whole number from 0 to `end` − 1. */
  below(end: number): number;
  /** True with this probability, 0–1. */
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
}

/** Dice that fall in one order fixed by the seed. */
export function diceOf(seed: string): Dice {
  const words = runSeed(seed);
  let thrown = 0;
  const next = (): number => draw(words, PURPOSE.test, 0, 0, thrown++);
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError("there is nothing to pick");
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
