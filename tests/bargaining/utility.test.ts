import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionsIn, spaceOf, spaceOfScenario } from "../../src/bargaining/space.ts";
import {
  optionWorth,
  redLinesCrossed,
  redTable,
  worthOf,
  worthParts,
  worthTable,
} from "../../src/bargaining/utility.ts";
import type { Party, Scenario } from "../../src/scenario/types.ts";
import { anyScenario, NO_GROUNDS, partyOf } from "../setup/scenarios.ts";

const space = spaceOf([2, 3]);
const party: Party = partyOf("us", [], {
  values: [
    { weight: 60, options: [100, 0], grounds: NO_GROUNDS },
    { weight: 30, options: [100, 40, 0], grounds: NO_GROUNDS },
  ],
  linkages: [
    {
      title: null,
      when: [
        { issue: 0, options: [0] },
        { issue: 1, options: [0, 1] },
      ],
      worth: 25,
      grounds: NO_GROUNDS,
    },
    { title: null, when: [{ issue: 1, options: [2] }], worth: -10, grounds: NO_GROUNDS },
  ],
  redLines: [
    {
      title: null,
      when: [
        { issue: 0, options: [1] },
        { issue: 1, options: [2] },
      ],
      grounds: NO_GROUNDS,
    },
    { title: null, when: [{ issue: 1, options: [0, 2] }], grounds: NO_GROUNDS },
  ],
  cap: 100,
});

describe("worth", () => {
  it("is weights times values, plus linkages whose terms are met, up to the cap", () => {
    // (60 + 30 + 25 → cap) (60 + 12 + 25) (60 − 10) (30) (12) (−10)
    expect([0, 1, 2, 3, 4, 5].map((pack) => worthOf(party, 100, optionsIn(space, pack)))).toEqual([
      100, 97, 50, 30, 12, -10,
    ]);
  });

  it("is in the file's own scale", () => {
    expect(optionWorth(party, 1000, 0, 0)).toBe(6);
    expect(worthOf({ ...party, cap: null, linkages: [] }, 1000, optionsIn(space, 0))).toBe(9);
  });

  it("comes apart into parts that say where it is from", () => {
    expect(worthParts(party, 100, space, 0)).toEqual([
      { kind: "issue", issue: 0, value: 60 },
      { kind: "issue", issue: 1, value: 30 },
      { kind: "linkage", linkage: 0, value: 25 },
      { kind: "cap", value: -15 },
    ]);
    expect(worthParts(party, 100, space, 4)).toEqual([
      { kind: "issue", issue: 0, value: 0 },
      { kind: "issue", issue: 1, value: 12 },
    ]);
  });

  it("is the same to the last bit one by one, in the table, and as the sum of its parts", () => {
    fc.assert(
      fc.property(anyScenario, (scenario: Scenario) => {
        const all = spaceOfScenario(scenario);
        for (const one of scenario.parties) {
          const table = worthTable(one, scenario.scale, all);
          for (let pack = 0; pack < all.size; pack += 7) {
            expect(table[pack]).toBe(worthOf(one, scenario.scale, optionsIn(all, pack)));
            const sum = worthParts(one, scenario.scale, all, pack).reduce((total, { value }) => total + value, 0);
            expect(sum).toBeCloseTo(table[pack] as number, 9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("red lines", () => {
  it("are crossed by every package that meets all of their terms", () => {
    expect([0, 1, 2, 3, 4, 5].map((pack) => redLinesCrossed(party, space, pack))).toEqual([
      [1],
      [],
      [1],
      [1],
      [],
      [0, 1],
    ]);
    expect([...redTable(party, space)]).toEqual([1, 0, 1, 1, 0, 1]);
  });
});
