import { describe, expect, test } from "vitest";
import { HOUSE, STAGE_GROUND } from "../../src/charts/palette.ts";
import { groundArea, shapesAt } from "../../src/stage/drawing.ts";
import type { Geometry, Shape } from "../../src/stage/geometry.ts";
import { LONGEST_MOTION, motionTo, stillMotion } from "../../src/stage/motion.ts";
import type { Picture } from "../../src/stage/picture.ts";
import { restOf } from "../../src/stage/picture.ts";
import { geometry, picture } from "./table.ts";

const TABLE = picture({
  lines: [
    { party: 0, options: [0, 1, 1], onFloor: false },
    { party: 1, options: [3, 1, 2], onFloor: true },
  ],
  draft: [1, 2, 0],
});

const drawn = (shown: Picture, places: Geometry): Shape[] => shapesAt(stillMotion(shown).at(0), shown, places);

function corners(shapes: readonly Shape[], colour: string): Set<string> {
  return new Set(
    shapes.flatMap((shape) =>
      shape.kind === "stroke" && shape.colour === colour
        ? [shape.from, shape.to].map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)
        : [],
    ),
  );
}

describe.each([
  ["from left to right", false],
  ["from right to left", true],
])("%s", (_, mirrored) => {
  const places = geometry(mirrored);

  test("the draft goes through its stops", () => {
    const stops = [1, 2, 0].map((option, issue) => places.stops[issue]?.[option]);
    expect(corners(drawn(TABLE, places), HOUSE.gold)).toEqual(new Set(stops.map((stop) => `${stop?.x},${stop?.y}`)));
  });

  test("the ground lies between the outermost offers", () => {
    const area = groundArea(places, { low: [0, 1, 1], high: [3, 1, 2], shown: 1 });
    const at = (issue: number, option: number) => places.stops[issue]?.[option];
    expect(area).toEqual([at(0, 0), at(1, 1), at(2, 1), at(2, 2), at(1, 1), at(0, 3)]);
  });
});

test("there is no ground before two offers stand", () => {
  const alone = { ...TABLE, lines: TABLE.lines.slice(0, 1) };
  expect(drawn(TABLE, geometry()).some(({ colour }) => colour === STAGE_GROUND)).toBe(true);
  expect(drawn(alone, geometry()).some(({ colour }) => colour === STAGE_GROUND)).toBe(false);
});

test("the draft lies over the offers, and the rails below everything but the ground", () => {
  const colours = drawn(TABLE, geometry()).map(({ colour }) => colour);
  expect(colours.lastIndexOf(HOUSE.gold)).toBe(colours.length - 1);
  expect(colours.indexOf(HOUSE.inkLine)).toBe(1);
});

test("what no HTML has laid out is not drawn, and does no harm", () => {
  const nowhere: Geometry = { width: 0, height: 0, stops: [], tokens: [], cards: [] };
  const moves = [{ kind: "offer", party: 1 }, { kind: "text", party: 0 }, { kind: "answers" }] as const;
  const motion = motionTo(restOf(picture()), { ...TABLE, answers: [{ party: 0, accepts: true }] }, moves);
  for (const elapsed of [0, 100, 300, LONGEST_MOTION]) {
    for (const shape of shapesAt(motion.at(elapsed), TABLE, nowhere)) expect(shape.kind).not.toBe("stroke");
  }
});

test("every number that is drawn is a number", () => {
  const after = { ...TABLE, answers: [{ party: 0, accepts: true }], signed: [0, 0, 0] };
  const moves = [{ kind: "offer", party: 1 }, { kind: "text", party: 0 }, { kind: "answers" }] as const;
  const motion = motionTo(restOf(picture()), after, moves);
  for (let elapsed = 0; elapsed <= LONGEST_MOTION; elapsed += 25) {
    const text = JSON.stringify(shapesAt(motion.at(elapsed), after, geometry()));
    expect(text).not.toContain("null");
  }
});
