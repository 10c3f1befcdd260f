import { HOUSE, HUES, type Hue, STAGE_GROUND } from "../charts/palette.ts";
import type { Mark } from "../scenario/types.ts";
import {
  dashedStrokes,
  dashPatternOf,
  type Geometry,
  outlineOf,
  partialLine,
  path,
  pointAlong,
  type Shape,
  type Spot,
  stroke,
} from "./geometry.ts";
import type { AnimationState, Traveller, Unfolding } from "./motion.ts";
import { between, softly } from "./motion.ts";
import type { Ground, PartyThread, Picture, Thread } from "./picture.ts";

/** Between two lines that run along together, so that both are seen. */
const LANE = 4.5;
const TOKEN = 11;
const BADGE = 8;

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
  const glow = path(points, { colour, alpha: 0.26 * thread.weight * alpha, width: 15 });
  const pattern = dashPatternOf(thread.party);
  const line = dashedStrokes(points, pattern).map(({ from, to }) => stroke(from, to, { colour, alpha, width }));
  return thread.weight > 0 ? [...glow, ...line] : line;
}

function goldLine(geometry: Geometry, thread: Thread, colour: string): Shape[] {
  const points = linePoints(geometry, thread.at);
  return [
    ...path(points, { colour, alpha: 0.16 * thread.shown, width: 13 }),
    ...path(points, { colour, alpha: thread.shown, width: 3.5 }),
  ];
}

/** Where a party's token rests above a rail; over its stop while HTML has none there. */
function restingPlace(geometry: Geometry, issue: number, party: number, at: number): Spot {
  const token = geometry.tokens[issue]?.[party];
  if (token) return token;
  const stop = pointAlong(geometry.stops[issue] ?? [{ x: 0, y: 0 }], at);
  return { x: stop.x, y: stop.y - 2 * TOKEN };
}

function travellerAt(geometry: Geometry, at: readonly number[], { party, way }: Traveller): Spot {
  const places = at.map((option, issue) => restingPlace(geometry, issue, party, option));
  const first = places[0] ?? { x: 0, y: 0 };
  if (way >= 1) return pointAlong(places, (way - 1) * (places.length - 1));
  const card = geometry.cards[party] ?? first;
  // A shallow arc: it leaves the card downwards and comes in over the rail.
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
  const card = geometry.cards[party];
  if (!options || !card) return [];
  const points = linePoints(geometry, options, laneOf(party, picture)).map(({ x, y }) => ({
    x: between(card.x, x, part),
    y: between(card.y, y, part),
  }));
  return path(points, { colour: hueOf(picture.marks[party]).line, alpha: 1 - softly(part), width: 3 });
}

function answerMarks(geometry: Geometry, { answers }: AnimationState["pose"]): Shape[] {
  return answers.flatMap(({ party, accepts, shown }): Shape[] => {
    const card = geometry.cards[party];
    if (!card || shown <= 0) return [];
    const colour = accepts ? HOUSE.plusOnInk : HOUSE.minusOnInk;
    const size = BADGE * shown;
    const at = { x: card.x, y: card.y + card.half + BADGE + 5 };
    const place = (x: number, y: number): Spot => ({ x: at.x + x * size, y: at.y + y * size });
    const look = { colour: HOUSE.ink, alpha: 1, width: 2 };
    const sign = accepts
      ? path([place(-0.45, 0.02), place(-0.12, 0.36), place(0.48, -0.34)], look)
      : [
          ...path([place(-0.36, -0.36), place(0.36, 0.36)], look),
          ...path([place(-0.36, 0.36), place(0.36, -0.36)], look),
        ];
    const ripple: Shape = { kind: "disc", at, radius: BADGE * (1 + 1.6 * shown), colour, alpha: 0.35 * (1 - shown) };
    return [ripple, { kind: "disc", at, radius: size, colour, alpha: 1 }, ...sign];
  });
}

/** Everything that is drawn of one state, from what lies at the bottom to what lies on top. */
export function shapesAt(state: AnimationState, picture: Picture, geometry: Geometry): Shape[] {
  const { pose } = state;
  const { ground } = pose;
  const area: Shape[] = ground
    ? [{ kind: "area", points: groundArea(geometry, ground), colour: STAGE_GROUND, alpha: 0.34 * ground.shown }]
    : [];
  return [
    ...area,
    ...rails(geometry, ground),
    ...pose.threads.flatMap((thread) => partyLine(geometry, picture, thread)),
    ...state.unfolding.flatMap((text) => unfolding(geometry, picture, text)),
    ...(pose.draft ? goldLine(geometry, pose.draft, HOUSE.gold) : []),
    ...(pose.signed ? goldLine(geometry, pose.signed, HOUSE.paper) : []),
    ...state.travellers.flatMap((moving) => traveller(geometry, picture, moving)),
    ...answerMarks(geometry, pose),
  ];
}
