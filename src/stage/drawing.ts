import { HOUSE, HUES, type Hue, STAGE_GROUND } from "../charts/palette.ts";
import type { Mark } from "../scenario/types.ts";
import { between, softly } from "./easing.ts";
import {
  dashedStrokes,
  dashPatternOf,
  type Geometry,
  outlineOf,
  outsideBox,
  partialLine,
  path,
  pointAlong,
  type Segment,
  type Shape,
  type Spot,
  segmentsOf,
  stroke,
} from "./geometry.ts";
import type { AnimationState, Traveller, Unfolding } from "./motion.ts";
import type { Picture } from "./picture.ts";
import type { Ground, PartyThread, Thread } from "./pose.ts";
import { roomShapes } from "./room/drawing.ts";
import { middleOf, roomPlaces } from "./room/places.ts";

/** Between two lines that run along together, so that both are seen. */
const LANE = 4.5;
const TOKEN = 11;

function hueOf(mark: Mark | undefined): Hue {
  return HUES[mark?.colour ?? "grey"];
}

/** Where something lies across the rails; `lane` pixels beside the middle of the stops. */
function linePoints(geometry: Geometry, at: readonly number[], lane = 0): Spot[] {
  return at.flatMap((place, issue) => {
    const stops = geometry.stops[issue];
    if (!stops || stops.length === 0) return [];
    const { x, y } = pointAlong(stops, place);
    return [{ x: x + lane, y }];
  });
}

/** The ground as one area: down its one side, up its other. */
export function groundArea(geometry: Geometry, { low, high }: Ground): Spot[] {
  return [...linePoints(geometry, low), ...linePoints(geometry, high).reverse()];
}

function laneOf(party: number, { marks }: Picture): number {
  return (party - (marks.length - 1) / 2) * LANE;
}

function rails(geometry: Geometry, ground: Ground | null): Shape[] {
  return geometry.stops.flatMap((stops, issue): Shape[] => {
    const [first] = stops;
    const last = stops[stops.length - 1];
    if (!first || !last) return [];
    const base = stroke(first, last, { colour: HOUSE.inkLine, alpha: 1, width: 2 });
    if (!ground) return [base];
    const from = pointAlong(stops, ground.low[issue] ?? 0);
    const to = pointAlong(stops, ground.high[issue] ?? 0);
    const apart = Math.min((ground.high[issue] ?? 0) - (ground.low[issue] ?? 0), 1);
    const agreed: Shape = {
      kind: "disc",
      at: from,
      radius: 17,
      colour: HOUSE.paper,
      alpha: 0.1 * (1 - apart) * ground.shown,
    };
    return [
      base,
      ...(apart > 0 ? [stroke(from, to, { colour: HOUSE.contested, alpha: ground.shown, width: 4 })] : []),
      ...(apart < 1 ? [agreed] : []),
    ];
  });
}

function partyLine(geometry: Geometry, picture: Picture, thread: PartyThread): Shape[] {
  const colour = hueOf(picture.marks[thread.party]).line;
  const points = partialLine(
    linePoints(geometry, thread.at, laneOf(thread.party, picture)),
    Math.min(thread.shown * 4, 1),
  );
  const alpha = Math.min(thread.shown, 1);
  const width = between(2.25, 4.5, thread.weight);
  const glow = clearOfWords(geometry, segmentsOf(points), 4).map(({ from, to }) =>
    stroke(from, to, { colour, alpha: 0.22 * thread.weight * alpha, width: 8 }),
  );
  const strokes = dashedStrokes(points, dashPatternOf(thread.party));
  const line = clearOfWords(geometry, strokes, 2).map(({ from, to }) => stroke(from, to, { colour, alpha, width }));
  return thread.weight > 0 ? [...glow, ...line] : line;
}

/** No line crosses a word: what would lie under one, or closer to it than `margin`, is left out. */
function clearOfWords({ words }: Geometry, segments: readonly Segment[], margin: number): Segment[] {
  return words.reduce<Segment[]>(
    (left, word) => left.flatMap((segment) => outsideBox(segment, word, margin)),
    [...segments],
  );
}

function goldLine(geometry: Geometry, thread: Thread, colour: string): Shape[] {
  const points = linePoints(geometry, thread.at);
  const clear = (width: number, alpha: number): Shape[] =>
    clearOfWords(geometry, segmentsOf(points), width / 2).map(({ from, to }) =>
      stroke(from, to, { colour, alpha, width }),
    );
  const joints = thread.shown < 1 ? [] : points;
  return [
    ...clear(8, 0.18 * thread.shown),
    ...clear(3.5, thread.shown),
    ...joints.map((at): Shape => ({ kind: "disc", at, radius: 1.75, colour, alpha: thread.shown })),
  ];
}

/** Where a party's token rests above a rail; over its stop while HTML has none there. */
function restingPlace(geometry: Geometry, issue: number, party: number, at: number): Spot {
  const token = geometry.tokens[issue]?.[party];
  if (token) return token;
  const stop = pointAlong(geometry.stops[issue] ?? [{ x: 0, y: 0 }], at);
  return { x: stop.x, y: stop.y - 2 * TOKEN };
}

/** Where what a party has put forward comes from: the middle of the table, or its seat where no table is drawn. */
function tableMiddle({ table, seats }: Geometry, party: number): Spot | null {
  return table ? middleOf(table) : (seats[party] ?? null);
}

function travellerAt(geometry: Geometry, at: readonly number[], { party, way }: Traveller): Spot {
  const places = at.map((option, issue) => restingPlace(geometry, issue, party, option));
  const first = places[0] ?? { x: 0, y: 0 };
  if (way >= 1) return pointAlong(places, (way - 1) * (places.length - 1));
  const card = tableMiddle(geometry, party) ?? first;
  // A shallow arc: it leaves the table downwards and comes in over the rail.
  const bend = { x: card.x, y: between(card.y, first.y, 0.65) };
  const arc = (from: number, over: number, to: number): number =>
    between(between(from, over, way), between(over, to, way), way);
  return { x: arc(card.x, bend.x, first.x), y: arc(card.y, bend.y, first.y) };
}

function traveller(geometry: Geometry, picture: Picture, moving: Traveller): Shape[] {
  const options = picture.lines.find(({ party }) => party === moving.party)?.options;
  const mark = picture.marks[moving.party];
  if (!options || !mark) return [];
  const at = travellerAt(geometry, options, moving);
  const outline = (half: number): Spot[] => outlineOf(mark.shape, at, half);
  return [
    { kind: "area", points: outline(TOKEN + 2.5), colour: HOUSE.ink, alpha: moving.shown },
    { kind: "area", points: outline(TOKEN + 1), colour: hueOf(mark).line, alpha: moving.shown },
    { kind: "area", points: outline(TOKEN - 1), colour: hueOf(mark).mark, alpha: moving.shown },
  ];
}

function unfolding(geometry: Geometry, picture: Picture, { party, part }: Unfolding): Shape[] {
  const options = picture.lines.find((line) => line.party === party)?.options;
  const card = tableMiddle(geometry, party);
  if (!options || !card) return [];
  const points = linePoints(geometry, options, laneOf(party, picture)).map(({ x, y }) => ({
    x: between(card.x, x, part),
    y: between(card.y, y, part),
  }));
  return path(points, { colour: hueOf(picture.marks[party]).line, alpha: 1 - softly(part), width: 3 });
}

/** Everything that is drawn of one state, from what lies at the bottom to what lies on top. */
export function shapesAt(state: AnimationState, picture: Picture, geometry: Geometry): Shape[] {
  const { pose } = state;
  const { ground } = pose;
  const area: Shape[] = ground
    ? [{ kind: "area", points: groundArea(geometry, ground), colour: STAGE_GROUND, alpha: 0.34 * ground.shown }]
    : [];
  const places = roomPlaces(geometry);
  return [
    ...(places ? roomShapes(pose.room, state.notes, picture, places) : []),
    ...area,
    ...rails(geometry, ground),
    ...pose.threads.flatMap((thread) => partyLine(geometry, picture, thread)),
    ...state.unfolding.flatMap((text) => unfolding(geometry, picture, text)),
    ...(pose.draft ? goldLine(geometry, pose.draft, HOUSE.gold) : []),
    ...(pose.signed ? goldLine(geometry, pose.signed, HOUSE.paper) : []),
    ...state.travellers.flatMap((moving) => traveller(geometry, picture, moving)),
  ];
}
