import { HOUSE, HUES, type Hue, STAGE_GROUND } from "../../charts/palette.ts";
import { between } from "../easing.ts";
import { path, type Shape, type Spot, stroke } from "../geometry.ts";
import { type RoomPlaces, type RoomSeat, tableOutline } from "./places.ts";
import type { RoomPose } from "./pose.ts";

/** The evening on the clock: four hours up to midnight. */
const EVENING = 4;
const HOURS = 12;

/** A place on a face, `turn` hours after twelve. */
function onFace({ x, y }: Spot, radius: number, hours: number): Spot {
  const angle = (hours / HOURS) * 2 * Math.PI;
  return { x: x + Math.sin(angle) * radius, y: y - Math.cos(angle) * radius };
}

function arc(middle: Spot, inner: number, outer: number, from: number, to: number): Spot[] {
  const steps = 24;
  const side = (radius: number): Spot[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const angle = between(from, to, step / steps);
      return { x: middle.x + Math.cos(angle) * radius, y: middle.y + Math.sin(angle) * radius };
    });
  return [...side(inner), ...side(outer).reverse()];
}

/** The face of a clock, inlaid in the middle of the table; gold is the time that is left until midnight. */
export function clock({ middle, table }: RoomPlaces, time: number): Shape[] {
  const radius = Math.min(table.height * 0.4, 46);
  const hours = HOURS - EVENING * (1 - time);
  const minutes = (hours % 1) * HOURS;
  const left = { from: (hours / HOURS) * 2 * Math.PI - Math.PI / 2, to: 1.5 * Math.PI };
  const ticks = Array.from({ length: HOURS }, (_, hour): Shape => {
    const long = hour % 3 === 0;
    const look = { colour: HOUSE.onInkQuiet, alpha: long ? 0.55 : 0.3, width: long ? 1.5 : 1 };
    return stroke(onFace(middle, radius - (long ? 6 : 4), hour), onFace(middle, radius, hour), look);
  });
  const hand = (length: number, at: number, width: number): Shape =>
    stroke(middle, onFace(middle, radius * length, at), { colour: HOUSE.onInkQuiet, alpha: 0.85, width });
  return [
    { kind: "disc", at: middle, radius, colour: HOUSE.ink2, alpha: 0.5 },
    ...(time < 1
      ? [
          {
            kind: "area",
            points: arc(middle, 0, radius, left.from, left.to),
            colour: HOUSE.gold,
            alpha: 0.07,
          } as const,
          {
            kind: "area",
            points: arc(middle, radius, radius + 2.5, left.from, left.to),
            colour: HOUSE.gold,
            alpha: 0.9,
          } as const,
        ]
      : []),
    ...ticks,
    hand(0.5, hours, 2.5),
    hand(0.8, minutes, 1.5),
    { kind: "disc", at: middle, radius: 2, colour: HOUSE.onInkQuiet, alpha: 1 },
  ];
}

const WINDOWS = 5;
const SOFT_CORNER = 14;
/** How far above the table the wall is, in pixels, and how far light leans on its way down, by depth. */
const WALL = 9;
const LEAN = 0.22;

/** Windows in the wall above the table and the light that falls through them; both go out as the evening passes. */
export function windows({ table }: RoomPlaces, time: number): Shape[] {
  const { line, light } = HUES.blue;
  const day = (1 - time) ** 1.5;
  const wall = table.y - WALL;
  const deepest = table.height + WALL - 4;
  // The last window's light still falls on the table.
  const pitch = (table.width - 2 * SOFT_CORNER - deepest * LEAN) / WINDOWS;
  return Array.from({ length: WINDOWS }, (_, index): Shape[] => {
    const glass = { x: table.x + SOFT_CORNER + (index + 0.16) * pitch, y: wall };
    const end = { x: glass.x + 0.68 * pitch, y: wall };
    const fall = (share: number): Shape => {
      const depth = deepest * share;
      const below = ({ x, y }: Spot): Spot => ({ x: x + depth * LEAN, y: y + depth });
      return { kind: "area", points: [glass, end, below(end), below(glass)], colour: light, alpha: 0.026 * day };
    };
    return [
      ...(day > 0 ? [0.2, 0.36, 0.52, 0.68, 0.84, 1].map(fall) : []),
      stroke(glass, end, { colour: HOUSE.inkLine, alpha: 1, width: 3 }),
      stroke(glass, end, { colour: line, alpha: 0.9 * day, width: 3 }),
    ];
  }).flat();
}

/** The table itself, under a lamp that counts for more the darker it gets. */
export function tableTop({ table, outline, middle }: RoomPlaces, time: number): Shape[] {
  const shade = outline.map(({ x, y }) => ({ x, y: y + 3 }));
  const rim = (points: readonly Spot[]): Spot[] => [...points, ...points.slice(0, 1)];
  const lamp = Array.from({ length: 7 }, (_, step): Shape => {
    const share = 1 - step / 8;
    return {
      kind: "area",
      points: Array.from({ length: 40 }, (__, corner) => {
        const angle = (corner / 40) * 2 * Math.PI;
        return {
          x: middle.x + Math.cos(angle) * (table.width / 2 - 6) * share,
          y: middle.y + Math.sin(angle) * (table.height / 2 - 4) * share,
        };
      }),
      colour: HOUSE.gold,
      alpha: between(0.004, 0.022, time),
    };
  });
  return [
    { kind: "area", points: shade, colour: HOUSE.ink2, alpha: 1 },
    { kind: "area", points: outline, colour: STAGE_GROUND, alpha: 0.42 },
    ...lamp,
    ...path(rim(outline), { colour: HOUSE.inkLine, alpha: 0.9, width: 1.5 }),
    ...path(rim(tableOutline(table, 6)), { colour: HOUSE.inkLine, alpha: 0.35, width: 1 }),
  ];
}

/** How far a chair is pushed back, in pixels, and turned, in radians. */
const PUSHED = 6;
const TURNED = 0.7;

/** A chair from above: its seat under the party's mark, its back behind it. */
export function chair(seat: RoomSeat, { lit, back }: RoomPose["chairs"][number], hue: Hue, own: boolean): Shape[] {
  const { inward, half } = seat;
  const middle = { x: seat.x - inward.x * PUSHED * back, y: seat.y - inward.y * PUSHED * back };
  const outward = Math.atan2(-inward.y, -inward.x) + TURNED * back;
  const sector = (inner: number, outer: number, open: number): Spot[] =>
    arc(middle, half + inner, half + outer, outward - open, outward + open);
  const backrest = sector(4, 8, 1.25);
  return [
    { kind: "disc", at: middle, radius: half + 2, colour: STAGE_GROUND, alpha: between(0.35, 0.6, back) },
    { kind: "area", points: backrest, colour: own ? HOUSE.gold : HOUSE.inkLine, alpha: own ? 0.5 : 1 },
    { kind: "area", points: backrest, colour: own ? HOUSE.gold : hue.line, alpha: lit * (1 - back) },
  ];
}
