import { describe, expect, test } from "vitest";
import { draw, PURPOSE, type RunSeed, runSeed } from "../../src/exact/chance.ts";

const DRAWS = 20_000;

/** Pearson's χ² of numbers in [0, 1) against evenly filled cells. */
function chiSquare(numbers: readonly number[], cells: number): number {
  const counts = new Array<number>(cells).fill(0);
  for (const number of numbers) {
    const cell = Math.floor(number * cells);
    counts[cell] = (counts[cell] as number) + 1;
  }
  const expected = numbers.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// Of χ² with 63 degrees of freedom only one in 10,000 lies above 112.
const CELLS = 64;
const LIMIT = 112;

const seed = runSeed("parley");
const counting = Array.from({ length: DRAWS }, (_, i) => i);

/** The key varies in one place only, as it does in play. */
const series: Record<string, (i: number) => number> = {
  "over the occasions of one draw": (i) => draw(seed, PURPOSE.event, 0, i, 0),
  "over the number of one draw": (i) => draw(seed, PURPOSE.event, -1, 3, i),
  "over parties and rounds": (i) => draw(seed, PURPOSE.leak, i % 5, Math.floor(i / 5), 0),
  "over the runs of a batch": (i) => draw(runSeed(`parley/${i}`), PURPOSE.exponent, 0, 0, 0),
  "over seeds that differ in one bit": (i) => draw([i, 0], PURPOSE.exponent, 0, 0, 0),
  "over the other word of the seed": (i) => draw([0, i], PURPOSE.exponent, 0, 0, 0),
};

describe.each(Object.entries(series))("draws %s", (_, at) => {
  const numbers = counting.map(at);
  const pairs = numbers.slice(1).map((next, i) => [numbers[i] as number, next] as const);

  test("lie in [0, 1) and repeat nothing", () => {
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(new Set(numbers).size).toBe(DRAWS);
  });

  test("are even", () => {
    expect(chiSquare(numbers, CELLS)).toBeLessThan(LIMIT);
  });

  test("are even in their low bits", () => {
    expect(
      chiSquare(
        numbers.map((number) => (number * 2 ** 20) % 1),
        CELLS,
      ),
    ).toBeLessThan(LIMIT);
  });

  test("do not tell the next one", () => {
    const joint = pairs.map(([one, next]) => (Math.floor(one * 8) + next) / 8);
    expect(chiSquare(joint, CELLS)).toBeLessThan(LIMIT);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / DRAWS;
    const covariance = pairs.reduce((sum, [one, next]) => sum + (one - mean) * (next - mean), 0) / DRAWS;
    // The correlation of 20,000 independent pairs has a standard deviation of 0.007.
    expect(Math.abs(covariance * 12)).toBeLessThan(0.03);
  });
});

test("purposes, parties, occasions and numbers are universes of their own", () => {
  const one = (purpose: 1 | 2 | 3 | 4, party: number, occasion: number, n: number): number =>
    draw(seed, purpose, party, occasion, n);
  const keys: number[] = [];
  for (const purpose of Object.values(PURPOSE)) {
    for (let party = -1; party < 5; party++) {
      for (let occasion = 0; occasion < 20; occasion++) {
        for (let n = 0; n < 5; n++) keys.push(one(purpose, party, occasion, n));
      }
    }
  }
  expect(new Set(keys).size).toBe(keys.length);
  expect(chiSquare(keys, 16)).toBeLessThan(45);
});

test("a draw is fixed by its key, whatever was drawn before", () => {
  const before = draw(seed, PURPOSE.event, 1, 2, 3);
  for (let i = 0; i < 100; i++) draw(seed, PURPOSE.event, 1, 2, i);
  expect(draw(seed, PURPOSE.event, 1, 2, 3)).toBe(before);
});

test("seeds of runs spread", () => {
  const words = counting.map((i) => runSeed(`S/${i}`));
  expect(new Set(words.map(String)).size).toBe(DRAWS);
  const spread = (word: 0 | 1): number =>
    chiSquare(
      words.map((seeds) => seeds[word] / 2 ** 32),
      CELLS,
    );
  expect(spread(0)).toBeLessThan(LIMIT);
  expect(spread(1)).toBeLessThan(LIMIT);
});

test("pinned values: another engine, or a change here, would show", () => {
  const pinned: readonly (readonly [RunSeed, number])[] = [
    [runSeed(""), draw(runSeed(""), PURPOSE.exponent, 0, 0, 0)],
    [runSeed("parley"), draw(runSeed("parley"), PURPOSE.event, -1, 3, 2)],
    [runSeed("parley/999"), draw(runSeed("parley/999"), PURPOSE.leak, 2, 15, 1)],
    [runSeed("ميونيخ 🕊"), draw(runSeed("ميونيخ 🕊"), PURPOSE.test, 1, 1, 1)],
  ];
  expect(pinned).toMatchInlineSnapshot(`
    [
      [
        [
          2462723854,
          1340242545,
        ],
        0.09837452822460924,
      ],
      [
        [
          723219857,
          2218000068,
        ],
        0.7826502135240767,
      ],
      [
        [
          3300087006,
          2306195388,
        ],
        0.19554266118036456,
      ],
      [
        [
          74122236,
          4150121940,
        ],
        0.18511016823389836,
      ],
    ]
  `);
});
