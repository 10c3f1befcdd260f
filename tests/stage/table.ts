import type { Mark } from "../../src/scenario/types.ts";
import type { Geometry } from "../../src/stage/geometry.ts";
import type { Picture } from "../../src/stage/picture.ts";

export const MARKS: readonly Mark[] = [
  { colour: "blue", shape: "circle", letters: "US" },
  { colour: "red", shape: "square", letters: "RU" },
  { colour: "violet", shape: "diamond", letters: "UN" },
];

/** A table of three issues with four options each. */
export function picture(more: Partial<Picture> = {}): Picture {
  return {
    scene: "play",
    stops: [4, 4, 4],
    marks: MARKS,
    lines: [],
    draft: null,
    signed: null,
    answers: [],
    story: [],
    ...more,
  };
}

/** Rails 100 pixels below one another with a stop every 100 pixels; `mirrored` as Arabic lays them out. */
export function geometry(mirrored = false): Geometry {
  const issues = [0, 1, 2];
  const x = (option: number): number => (mirrored ? 400 - option * 100 : 50 + option * 100);
  return {
    width: 450,
    height: 450,
    stops: issues.map((issue) => [0, 1, 2, 3].map((option) => ({ x: x(option), y: 150 + issue * 100 }))),
    tokens: issues.map(() => MARKS.map(() => null)),
    cards: MARKS.map((_, party) => ({ x: 50 + party * 150, y: 40, half: 18 })),
  };
}
