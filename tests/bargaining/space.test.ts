import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPackage, meets, optionIn, optionsIn, packageOf, spaceOf, withOption } from "../../src/bargaining/space.ts";

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
const pointed = sizes.chain((list) => {
  const space = spaceOf(list);
  return fc.record({ space: fc.constant(space), pack: fc.nat(space.size - 1) });
});

describe("the outcome space", () => {
  it("numbers packages with the first issue as the most significant", () => {
    const space = spaceOf([2, 3, 4]);
    expect(space).toMatchObject({ size: 24, strides: [12, 4, 1], firstSlot: [0, 2, 5], slots: 9 });
    expect(packageOf(space, [1, 2, 3])).toBe(23);
    expect(optionsIn(space, 17)).toEqual([1, 1, 1]);
  });

  it("loses nothing between a package and its options", () => {
    fc.assert(
      fc.property(pointed, ({ space, pack }) => {
        expect(packageOf(space, optionsIn(space, pack))).toBe(pack);
      }),
    );
  });

  it("changes one issue and leaves the others", () => {
    fc.assert(
      fc.property(pointed, fc.nat(), fc.nat(), ({ space, pack }, a, b) => {
        const issue = a % space.sizes.length;
        const option = b % (space.sizes[issue] as number);
        const changed = withOption(space, pack, issue, option);
        expect(optionsIn(space, changed)).toEqual(optionsIn(space, pack).with(issue, option));
      }),
    );
  });

  it("knows its packages", () => {
    const space = spaceOf([2, 3]);
    expect([0, 5].every((pack) => isPackage(space, pack))).toBe(true);
    expect([-1, 6, 0.5, Number.NaN, Infinity].some((pack) => isPackage(space, pack))).toBe(false);
  });

  it("counts 10^12 packages without building one", () => {
    expect(spaceOf(new Array(12).fill(10)).size).toBe(1e12);
  });

  it("meets terms when every issue named holds one of its options; no terms are always met", () => {
    const space = spaceOf([3, 3]);
    const terms = [
      { issue: 0, options: [0, 1] },
      { issue: 1, options: [2] },
    ];
    const met = Array.from({ length: 9 }, (_, pack) => pack).filter((pack) => meets(space, terms, pack));
    expect(met).toEqual([2, 5]);
    expect(meets(space, [], 7)).toBe(true);
    expect(optionIn(space, 7, 1)).toBe(1);
  });
});
