import { between } from "../easing.ts";
import type { Geometry, Rectangle, SeatPlace, Spot } from "../geometry.ts";

/** A seat as the room is drawn from it. */
export interface RoomSeat extends SeatPlace {
  /** From the seat to the table, of length 1. */
  readonly inward: Spot;
  /** Where the table begins before it. */
  readonly edge: Spot;
  /** Where its paper lies, and where its envelope. */
  readonly paper: Spot;
  readonly envelope: Spot;
}

/** Where everything in the room is. Lengths in CSS pixels. */
export interface RoomPlaces {
  readonly table: Rectangle;
  readonly middle: Spot;
  readonly outline: readonly Spot[];
  /** By party; null where a party has no seat on the screen. */
  readonly seats: readonly (RoomSeat | null)[];
}

/** How far papers and envelopes lie from the edge, on a table that has room for them. */
const PAPER = 21;
const ENVELOPE = 50;
const COMFORTABLE = 250;
/** How square the table is: 2 would be an ellipse. */
const SQUARENESS = 5;

/** The middle of a box. */
export function middleOf({ x, y, width, height }: Rectangle): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A long table with soft corners and sides that bend out a little, as one is seen from above. `inset` pixels within its box. */
export function tableOutline(table: Rectangle, inset: number): Spot[] {
  const { x, y } = middleOf(table);
  const power = 2 / SQUARENESS;
  const along = (part: number, half: number): number => Math.sign(part) * Math.abs(part) ** power * (half - inset);
  return Array.from({ length: 72 }, (_, step) => {
    const angle = (step / 72) * 2 * Math.PI;
    return { x: x + along(Math.cos(angle), table.width / 2), y: y + along(Math.sin(angle), table.height / 2) };
  });
}

function roomSeat(seat: SeatPlace, table: Rectangle): RoomSeat {
  const held = (value: number, from: number, length: number): number => Math.min(Math.max(value, from), from + length);
  const edge = { x: held(seat.x, table.x, table.width), y: held(seat.y, table.y, table.height) };
  const far = Math.hypot(edge.x - seat.x, edge.y - seat.y) || 1;
  const inward = { x: (edge.x - seat.x) / far, y: (edge.y - seat.y) / far };
  const scale = Math.min(table.width / COMFORTABLE, 1);
  const inside = (depth: number): Spot => ({
    x: edge.x + inward.x * depth * scale,
    y: edge.y + inward.y * depth * scale,
  });
  return { ...seat, inward, edge, paper: inside(PAPER), envelope: inside(ENVELOPE) };
}

/** The room as the page has laid it out; null where there is no place for it. */
export function roomPlaces({ table, seats }: Geometry): RoomPlaces | null {
  if (!table || table.width <= 0 || table.height <= 0) return null;
  return {
    table,
    middle: middleOf(table),
    outline: tableOutline(table, 0),
    seats: seats.map((seat) => seat && roomSeat(seat, table)),
  };
}

/** A way over the table from one place to another, bent towards a third: places on it by how much of it is behind, 0–1. */
export function wayOver(from: Spot, bend: Spot, to: Spot): (part: number) => Spot {
  const mixed = (one: number, two: number, three: number, part: number): number =>
    between(between(one, two, part), between(two, three, part), part);
  return (part) => ({ x: mixed(from.x, bend.x, to.x, part), y: mixed(from.y, bend.y, to.y, part) });
}
