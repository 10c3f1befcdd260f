import fc from "fast-check";
import { expect, test } from "vitest";
import type { Geometry, Rectangle, Spot } from "../../../src/stage/geometry.ts";
import { roomPlaces, tableOutline } from "../../../src/stage/room/places.ts";

const onTable = ({ x, y }: Spot, { x: left, y: top, width, height }: Rectangle): boolean =>
  x > left && x < left + width && y > top && y < top + height;

/** Delegations at the two ends of a table, as the page seats them. */
function laidOut(parties: number, table: Rectangle, mirrored: boolean): Geometry {
  const rows = Math.ceil(parties / 2);
  const seats = Array.from({ length: parties }, (_, turn) => {
    const right = (turn % 2 === 1) !== mirrored;
    const y = table.y + ((Math.floor(turn / 2) + 0.5) / rows) * table.height;
    return { x: right ? table.x + table.width + 28 : table.x - 28, y, half: 16 };
  });
  return { width: 900, height: 900, stops: [], tokens: [], words: [], table, seats };
}

test("for two to eight parties, either way round, papers and envelopes lie on the table, apart from one another", () => {
  const size = fc.record({ rows: fc.integer({ min: 36, max: 60 }), width: fc.integer({ min: 180, max: 400 }) });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), size, fc.boolean(), (parties, { rows, width }, mirrored) => {
      const table = { x: 250, y: 30, width, height: rows * Math.ceil(parties / 2) };
      const places = roomPlaces(laidOut(parties, table, mirrored));
      const spots = (places?.seats ?? []).flatMap((seat) => (seat ? [seat.paper, seat.envelope] : []));
      expect(spots).toHaveLength(2 * parties);
      for (const [index, spot] of spots.entries()) {
        expect(onTable(spot, table)).toBe(true);
        for (const other of spots.slice(index + 1)) {
          expect(Math.hypot(spot.x - other.x, spot.y - other.y)).toBeGreaterThan(18);
        }
      }
    }),
  );
});

test("seats look at the table, and a table that nobody has laid out is no room", () => {
  const places = roomPlaces(laidOut(4, { x: 250, y: 30, width: 300, height: 100 }, false));
  expect(places?.seats.map((seat) => seat?.inward.x)).toEqual([1, -1, 1, -1]);
  expect(roomPlaces({ ...laidOut(4, { x: 0, y: 0, width: 0, height: 0 }, false) })).toBeNull();
});

test("the outline of the table stays in its box and touches its sides", () => {
  const table = { x: 10, y: 20, width: 300, height: 90 };
  const outline = tableOutline(table, 0);
  expect(Math.min(...outline.map(({ x }) => x))).toBeCloseTo(10);
  expect(Math.max(...outline.map(({ y }) => y))).toBeCloseTo(110);
});
