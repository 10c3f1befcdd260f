import { HOUSE, HUES, type Hue } from "../../charts/palette.ts";
import { between } from "../easing.ts";
import type { Shape, Spot } from "../geometry.ts";
import type { Note } from "../motion.ts";
import type { Picture } from "../picture.ts";
import { chair, clock, tableTop, windows } from "./furniture.ts";
import { envelope, note, sheet, signedText } from "./papers.ts";
import { type RoomPlaces, type RoomSeat, wayOver } from "./places.ts";
import type { RoomPose } from "./pose.ts";

/** How much larger a paper is in the middle of the table than before its own seat. */
const IN_THE_MIDDLE = 1.75;

const hueOf = ({ marks }: Picture, party: number): Hue => HUES[marks[party]?.colour ?? "grey"];

function wayBetween(places: RoomPlaces, from: RoomSeat, to: RoomSeat): (part: number) => Spot {
  const { middle } = places;
  const bend = {
    x: between((from.edge.x + to.edge.x) / 2, middle.x, 0.6),
    y: between((from.edge.y + to.edge.y) / 2, middle.y, 0.6),
  };
  return wayOver(from.edge, bend, to.edge);
}

/** How far warmth reaches from a seat towards the one who trusts it, and how broad it is, in pixels. */
const REACH = { along: 40, across: 24 } as const;
const STEPS = 12;

/** Trust as warmth between two seats: light on the table before the one that is trusted, towards the one that trusts; or a shadow. */
function bond(places: RoomPlaces, { from, of, trust }: RoomPose["bonds"][number]): Shape[] {
  const [one, other] = [places.seats[from], places.seats[of]];
  const warmth = 2 * trust - 1;
  if (!one || !other || warmth === 0) return [];
  const strength = Math.abs(warmth);
  const way = { x: one.edge.x - other.edge.x, y: one.edge.y - other.edge.y };
  const far = Math.hypot(way.x, way.y) || 1;
  // It bends into the table, also towards a seat at the same end.
  const aim = { x: way.x / far + other.inward.x, y: way.y / far + other.inward.y };
  const length = Math.hypot(aim.x, aim.y) || 1;
  const along = { x: aim.x / length, y: aim.y / length };
  return Array.from({ length: STEPS }, (_, step): Shape => {
    const share = ((STEPS - step) / STEPS) * between(0.55, 1, strength);
    const points = Array.from({ length: 32 }, (__, corner): Spot => {
      const angle = (corner / 32) * 2 * Math.PI;
      const ahead = (Math.cos(angle) + 0.95) * REACH.along * share;
      const aside = Math.sin(angle) * REACH.across * share;
      return {
        x: other.edge.x + along.x * ahead - along.y * aside,
        y: other.edge.y + along.y * ahead + along.x * aside,
      };
    });
    return warmth > 0
      ? { kind: "area", points, colour: HOUSE.gold, alpha: 0.045 * strength }
      : { kind: "area", points, colour: HOUSE.ink, alpha: 0.1 * strength };
  });
}

function papers(places: RoomPlaces, picture: Picture, pose: RoomPose): Shape[] {
  // What lies in the middle lies on top.
  return [...pose.sheets]
    .sort((one, other) => one.way - other.way)
    .flatMap(({ party, way, shown }) => {
      const seat = places.seats[party];
      if (!seat) return [];
      const { paper, inward } = seat;
      const at = { x: between(paper.x, places.middle.x, way), y: between(paper.y, places.middle.y, way) };
      // Before its seat it lies a little askew, as papers do.
      const turn = between(0.09 * Math.sign(inward.x || 1), 0.03, way);
      return sheet({ at, turn, scale: between(1, IN_THE_MIDDLE, way), shown, hue: hueOf(picture, party) });
    });
}

/** Options that a party has tied itself to: seals at the edge before its seat. */
function seals(seat: RoomSeat, count: number, hue: Hue): Shape[] {
  return Array.from({ length: count }, (_, index): Shape[] => {
    const at = { x: seat.paper.x + (index - (count - 1) / 2) * 8, y: seat.paper.y + 13 };
    return [
      { kind: "disc", at, radius: 3.6, colour: HOUSE.paper2, alpha: 1 },
      { kind: "disc", at, radius: 2.6, colour: hue.mark, alpha: 1 },
    ];
  }).flat();
}

/** Everything in the room, from what lies at the bottom to what lies on top. */
export function roomShapes(pose: RoomPose, notes: readonly Note[], picture: Picture, places: RoomPlaces): Shape[] {
  const { own, commitments } = picture.room;
  const signatories = picture.marks.flatMap((mark, party) =>
    pose.envelopes.some((one) => one.party === party && !one.accepts) || pose.chairs[party]?.back
      ? []
      : [HUES[mark.colour]],
  );
  const seats = places.seats.flatMap((seat, party) => (seat ? [{ seat, party, hue: hueOf(picture, party) }] : []));
  return [
    ...tableTop(places, pose.time),
    ...windows(places, pose.time),
    ...pose.bonds.flatMap((one) => bond(places, one)),
    ...clock(places, pose.time),
    ...seats.flatMap(({ seat, party, hue }) =>
      chair(seat, pose.chairs[party] ?? { lit: 0, back: 0 }, hue, party === own),
    ),
    ...seats.flatMap(({ seat, party, hue }) => seals(seat, commitments[party] ?? 0, hue)),
    ...papers(places, picture, pose),
    ...signedText(places.middle, pose.signed, signatories),
    ...pose.envelopes.flatMap((one) => {
      const seat = places.seats[one.party];
      return seat ? envelope(seat.envelope, one, hueOf(picture, one.party)) : [];
    }),
    ...notes.flatMap(({ party, to, way, shown }) => {
      const [from, until] = [places.seats[party], places.seats[to]];
      return from && until ? note(wayBetween(places, from, until)(way), shown, hueOf(picture, party)) : [];
    }),
  ];
}
