import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, log, pow } from "../../src/exact/math.ts";

// Math.* is within one unit in the last place in every engine that these tests run in: near enough to check 1e-14 against.

function relative(found: number, right: number): number {
  return found === right ? 0 : Math.abs(found - right) / Math.abs(right);
}

/** Away from the numbers too small to have all their digits. */
const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
const within01 = fc.double({ min: 1e-12, max: 1, noNaN: true });

describe("to 1e-14 of the true value", () => {
  test("log", () => {
    fc.assert(fc.property(positive, (x) => relative(log(x), Math.log(x)) < 1e-14 || Math.abs(Math.log(x)) < 1e-12));
    for (const x of [Math.E, 2, 10, 0.5, 1.0001, 0.9999, 1e-300, 1e300]) {
      expect(relative(log(x), Math.log(x))).toBeLessThan(1e-14);
    }
  });

  test("exp", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => relative(exp(x), Math.exp(x)) < 1e-14),
    );
  });

  test("pow, for all that a target needs: fractions of time and the inverse of an exponent", () => {
    const inverse = fc.double({ min: 0.1, max: 20, noNaN: true });
    fc.assert(
      fc.property(within01, inverse, (x, y) => {
        const right = x ** y;
        // The error of the logarithm grows with the power's size.
        return relative(pow(x, y), right) < 1e-14 * Math.max(1, Math.abs(y * Math.log(x)));
      }),
    );
  });
});

describe("at the edges", () => {
  test("log", () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    expect(relative(log(Number.MIN_VALUE), Math.log(Number.MIN_VALUE))).toBeLessThan(1e-14);
    expect(relative(log(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThan(1e-14);
  });

  test("exp", () => {
    expect(exp(0)).toBe(1);
    expect(exp(710)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });

  test("pow", () => {
    expect(pow(0, 0)).toBe(1);
    expect(pow(0, 2.5)).toBe(0);
    expect(pow(0, -1)).toBe(Infinity);
    expect(pow(1, 1e9)).toBe(1);
    expect(pow(7, 0)).toBe(1);
    expect(pow(0.3, 1)).toBe(0.3);
  });
});

test("both rise with their argument, so that a target never rises with time", () => {
  fc.assert(
    fc.property(within01, within01, fc.double({ min: 0.2, max: 10, noNaN: true }), (a, b, y) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      // Neighbours may be told apart by less than the last digit.
      return high - low < 1e-9 || pow(low, y) <= pow(high, y);
    }),
  );
});

test("pinned bits: every engine must come to these", () => {
  const bits = (x: number): string => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, x);
    return view.getBigUint64(0).toString(16).padStart(16, "0");
  };
  const values = [
    log(2),
    log(0.3),
    log(1e-7),
    exp(1),
    exp(-3.7),
    exp(100.25),
    pow(0.35, 1 / 0.15),
    pow(0.9, 4),
    pow(0.5, 0.25),
  ];
  expect(values.map(bits)).toMatchInlineSnapshot(`
    [
      "3fe62e42fefa39ef",
      "bff34378fcbda721",
      "c0301e3b843eaa73",
      "4005bf0a8b14576a",
      "3f99511fc6871044",
      "48f8c39b9134bac4",
      "3f4dea7f2766d52d",
      "3fe4fec56d5cfaad",
      "3feae89f995ad3ae",
    ]
  `);
});
