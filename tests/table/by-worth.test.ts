import fc from "fast-check";
import { expect, test } from "vitest";
import { byWorth } from "../../src/table/by-worth.ts";

const worths = fc.oneof(
  // Many ties, then any numbers, then all in one step but for one far out.
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 300 }),
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 300 }),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 300 }).map((list) => [...list, 1e300]),
  fc.array(fc.constantFrom(0, Number.MIN_VALUE, -Number.MIN_VALUE), { maxLength: 100 }),
);

test("packages come by rising worth, equal worths by index, whatever the worths", () => {
  fc.assert(
    fc.property(worths, fc.integer({ min: 1, max: 3 }), (list, every) => {
      const table = Float64Array.from(list);
      const listed = Int32Array.from(list.keys()).filter((pack) => pack % every === 0);
      const wanted = [...listed].sort((a, b) => (table[a] as number) - (table[b] as number) || a - b);
      expect([...byWorth(listed, table)]).toEqual(wanted);
    }),
  );
});
