import type { Mark } from "../scenario/types.ts";
import type { Spot } from "./geometry.ts";

function corners(count: number, turn: number, radius: (corner: number) => number): Spot[] {
  return Array.from({ length: count }, (_, corner) => {
    const angle = ((corner / count) * 360 + turn) * (Math.PI / 180);
    return { x: Math.cos(angle) * radius(corner), y: Math.sin(angle) * radius(corner) };
  });
}

const OUTLINES: Readonly<Record<Mark["shape"], readonly Spot[]>> = {
  circle: corners(28, 0, () => 1),
  square: corners(4, 45, () => 1.2),
  triangle: [
    { x: 0, y: -1.05 },
    { x: 1.05, y: 0.95 },
    { x: -1.05, y: 0.95 },
  ],
  diamond: corners(4, 0, () => 1.1),
  hexagon: corners(6, 0, () => 1.05),
  star: corners(24, -90, (corner) => (corner % 2 === 0 ? 1.1 : 0.82)),
};

/** The outline of a party's shape round a place; `half` is half the height of its mark. */
export function outlineOf(shape: Mark["shape"], { x, y }: Spot, half: number): Spot[] {
  return OUTLINES[shape].map((corner) => ({ x: x + corner.x * half, y: y + corner.y * half }));
}
