import { describe, expect, it } from "vitest";
import { equalWithin } from "../../src/exact/tolerance.ts";

describe("equal within the convention", () => {
  it("is relative to the scale, from the smallest to the largest that a file may have", () => {
    for (const scale of [1, 100, 1e9]) {
      const worth = 0.7 * scale;
      expect(Math.abs(worth + scale * 5e-10 - worth)).toBeLessThan(equalWithin(scale));
      expect(Math.abs(worth + scale * 2e-9 - worth)).toBeGreaterThan(equalWithin(scale));
    }
  });
});
