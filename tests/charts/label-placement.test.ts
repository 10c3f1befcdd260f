import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "../../src/charts/label-placement.ts";

const FRAME = { left: 0, right: 800, top: 0, bottom: 600 };

test("texts near points stand in the frame and cover neither each other nor the points", () => {
  const wish = fc.record({
    x: fc.integer({ min: 20, max: 780 }),
    y: fc.integer({ min: 20, max: 580 }),
    width: fc.integer({ min: 10, max: 110 }),
    height: fc.constant(17),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 4 }), (wishes) => {
      const points = wishes.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
      const boxes = placeLabels(wishes, FRAME, points).map(({ box }) => box);
      expect(boxes).toHaveLength(wishes.length);
      for (const [at, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(FRAME.left);
        expect(box.right).toBeLessThanOrEqual(FRAME.right);
        expect(box.top).toBeGreaterThanOrEqual(FRAME.top);
        expect(box.bottom).toBeLessThanOrEqual(FRAME.bottom);
        for (const other of [...boxes.slice(at + 1), ...points]) {
          const apart =
            other.left >= box.right || other.right <= box.left || other.top >= box.bottom || other.bottom <= box.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("a point alone keeps its text beside it", () => {
  const [place] = placeLabels([{ x: 100, y: 100, width: 40, height: 17 }], FRAME, []);
  expect(place?.led).toBe(false);
  expect(place?.box.left).toBeCloseTo(111);
});

test("where there is no room at all, the text still stands somewhere", () => {
  const tight = { left: 0, right: 20, top: 0, bottom: 10 };
  expect(placeLabels([{ x: 5, y: 5, width: 200, height: 17 }], tight, [])).toHaveLength(1);
});
