import { HOUSE, type Hue } from "../../charts/palette.ts";
import { between } from "../easing.ts";
import { path, type Shape, type Spot, stroke } from "../geometry.ts";
import type { SealedAnswer } from "./pose.ts";

/** Puts what is drawn round a place of its own where it belongs: turned by radians, and larger. */
function placedAt(at: Spot, turn: number, scale: number): (x: number, y: number) => Spot {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return (x, y) => ({ x: at.x + x * cos - y * sin, y: at.y + x * sin + y * cos });
}

interface PaperLook {
  readonly at: Spot;
  /** In radians. */
  readonly turn: number;
  readonly scale: number;
  readonly shown: number;
  readonly hue: Hue;
}

/** Half the breadth and half the height of a sheet. */
const SHEET = { x: 7.5, y: 9.5 } as const;

function corners(place: (x: number, y: number) => Spot, x: number, y: number): Spot[] {
  return [place(-x, -y), place(x, -y), place(x, y), place(-x, y)];
}

/** A sheet of paper with a few lines on it; the strip at its head is the hue of whose it is. */
export function sheet({ at, turn, scale, shown, hue }: PaperLook): Shape[] {
  if (shown <= 0) return [];
  const place = placedAt(at, turn, scale);
  const shade = placedAt({ x: at.x + 0.8 * scale, y: at.y + 1.6 * scale }, turn, scale);
  const { x, y } = SHEET;
  const ink = { colour: HOUSE.quiet, alpha: 0.6 * shown, width: 0.9 * scale };
  const line = (row: number, share: number): Shape =>
    stroke(place(-x + 2.5, row), place(between(-x + 2.5, x - 2.5, share), row), ink);
  return [
    { kind: "area", points: corners(shade, x, y), colour: HOUSE.ink, alpha: 0.45 * shown },
    { kind: "area", points: corners(place, x, y), colour: HOUSE.paper, alpha: shown },
    {
      kind: "area",
      points: [place(-x, -y), place(x, -y), place(x, -y + 3), place(-x, -y + 3)],
      colour: hue.mark,
      alpha: shown,
    },
    line(-3, 1),
    line(0, 0.85),
    line(3, 1),
    line(6, 0.5),
  ];
}

/** Half the breadth and half the height of an envelope. */
const COVER = { x: 11, y: 7.5 } as const;
const BADGE = 6.5;

function sign(place: (x: number, y: number) => Spot, accepts: boolean, size: number): Shape[] {
  const look = { colour: HOUSE.ink, alpha: 1, width: 1.8 };
  const on = (x: number, y: number): Spot => place(x * size, y * size);
  if (accepts) return path([on(-0.45, 0.02), on(-0.12, 0.36), on(0.48, -0.34)], look);
  return [...path([on(-0.36, -0.36), on(0.36, 0.36)], look), ...path([on(-0.36, 0.36), on(0.36, -0.36)], look)];
}

/** An answer in its envelope: sealed in the hue of whose it is; opened, it shows what is in it. */
export function envelope(at: Spot, { shown, open, told, accepts }: SealedAnswer, hue: Hue): Shape[] {
  if (shown <= 0) return [];
  const place = placedAt(at, 0, between(0.7, 1, shown));
  const { x, y } = COVER;
  const flap = between(0.35, -2.1, open) * y;
  const edge = { colour: HOUSE.paperLine, alpha: shown, width: 1 };
  const verdict = accepts ? HOUSE.plusOnInk : HOUSE.minusOnInk;
  const opened: Shape[] = [
    { kind: "area", points: [place(-x, -y), place(x, -y), place(0, flap)], colour: HOUSE.paperLine, alpha: shown },
  ];
  const closed: Shape[] = [
    ...path([place(-x, -y), place(0, flap), place(x, -y)], edge),
    { kind: "disc", at: place(0, flap), radius: 3.2, colour: hue.mark, alpha: shown * (1 - open) },
  ];
  const ripple: Shape = {
    kind: "disc",
    at,
    radius: BADGE * (1 + 1.6 * told),
    colour: verdict,
    alpha: 0.35 * (1 - told) * shown,
  };
  return [
    {
      kind: "area",
      points: corners(placedAt({ x: at.x + 0.8, y: at.y + 1.6 }, 0, 1), x, y),
      colour: HOUSE.ink,
      alpha: 0.4 * shown,
    },
    ...(open > 0.5 ? opened : []),
    { kind: "area", points: corners(place, x, y), colour: HOUSE.paper2, alpha: shown },
    ...(open > 0.5 ? path([place(-x, y), place(0, 0.5), place(x, y)], edge) : closed),
    ...(told > 0
      ? [
          ripple,
          { kind: "disc", at, radius: BADGE * told, colour: verdict, alpha: shown } as const,
          ...sign(place, accepts, BADGE * told),
        ]
      : []),
  ];
}

/** A folded note that is passed on in private. */
export function note(at: Spot, shown: number, hue: Hue): Shape[] {
  const place = placedAt(at, 0.2, 1);
  return [
    { kind: "area", points: corners(place, 6, 4), colour: HOUSE.paper2, alpha: shown },
    stroke(place(-6, 0), place(6, 0), { colour: HOUSE.paperLine, alpha: shown, width: 1 }),
    { kind: "disc", at: place(0, 0), radius: 1.8, colour: hue.mark, alpha: shown },
  ];
}

/** The text that was signed, in the middle, with a stroke for each party that stands for it. */
export function signedText(at: Spot, shown: number, hues: readonly Hue[]): Shape[] {
  if (shown <= 0) return [];
  const place = placedAt(at, 0, between(1.4, 2.1, shown));
  const { x, y } = SHEET;
  const row = (index: number): number => y - 2 - (hues.length - 1 - index) * 2.2;
  const rim = corners(place, x, y);
  return [
    { kind: "disc", at, radius: 34 * shown, colour: HOUSE.gold, alpha: 0.14 * shown },
    ...sheetless(rim, shown),
    ...[-6, -3.5, -1].map((line) =>
      stroke(place(-x + 2.5, line), place(x - 2.5, line), { colour: HOUSE.quiet, alpha: 0.5 * shown, width: 1.2 }),
    ),
    ...hues.flatMap((hue, index) =>
      path(
        [-4.5, -2.5, -0.5, 1.5, 3.5].map((along, step) =>
          place(along * shown, row(index) + (step % 2 === 0 ? 0.5 : -0.5)),
        ),
        { colour: hue.mark, alpha: shown, width: 1.6 },
      ),
    ),
  ];
}

function sheetless(rim: readonly Spot[], shown: number): Shape[] {
  return [
    { kind: "area", points: rim, colour: HOUSE.paper2, alpha: shown },
    ...path([...rim, ...rim.slice(0, 1)], { colour: HOUSE.gold, alpha: shown, width: 1.5 }),
  ];
}
