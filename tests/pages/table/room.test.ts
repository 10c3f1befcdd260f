import { expect, test } from "vitest";
import { placesRound } from "../../../src/pages/table/room.tsx";

test("delegations sit at the two ends in the order of turns, so that the first two face each other", () => {
  expect(placesRound(4)).toEqual([
    { end: "start", halfRow: 0 },
    { end: "end", halfRow: 0 },
    { end: "start", halfRow: 2 },
    { end: "end", halfRow: 2 },
  ]);
});

test("with an odd number the shorter end is set half a row in, and nobody sits on anybody's lap", () => {
  expect(placesRound(3).map(({ halfRow }) => halfRow)).toEqual([0, 1, 2]);
  for (let parties = 2; parties <= 8; parties++) {
    const places = placesRound(parties);
    for (const end of ["start", "end"]) {
      const rows = places.flatMap((place) => (place.end === end ? [place.halfRow] : []));
      for (const [index, row] of rows.entries()) if (index > 0) expect(row - (rows[index - 1] ?? row)).toBe(2);
      expect(Math.max(...rows)).toBeLessThanOrEqual(2 * Math.ceil(parties / 2) - 2 + (parties % 2));
    }
  }
});
