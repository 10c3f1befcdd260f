import { describe, expect, it } from "vitest";
import { addAt, at, byteAt, numberAt } from "../../src/exact/at.ts";

describe("the entry at a place", () => {
  it("is what stands there, false and nothing included", () => {
    const list = [0, "", null, false] as const;
    expect(list.map((_, place) => at(list, place))).toEqual([...list]);
    expect(at(Float64Array.of(1, 2), 1)).toBe(2);
  });

  it("is refused where the list has none: before, behind and between its places", () => {
    for (const place of [-1, 2, 0.5, Number.NaN]) expect(() => at(["a", "b"], place)).toThrow(RangeError);
    expect(() => at([], 0)).toThrow("a list of 0 has nothing at place 0");
  });

  it("compares with nothing outside of a column", () => {
    const column = Float64Array.of(1, 2);
    addAt(column, 1, 3);
    addAt(column, 7, 3);
    expect([...column]).toEqual([1, 5]);
    expect(numberAt(column, 2)).toBeNaN();
    expect(byteAt(Uint8Array.of(1), 0)).toBe(1);
    expect(byteAt(Uint8Array.of(1), 1)).toBeNaN();
  });
});
