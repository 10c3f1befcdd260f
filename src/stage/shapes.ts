import type { Spot } from "./geometry.ts";

/** What is drawn, in the order in which it is laid on. Lengths in CSS pixels, `alpha` 0–1, colours 0xRRGGBB. */
export type Shape = { readonly colour: number; readonly alpha: number } & (
  | { readonly kind: "stroke"; readonly from: Spot; readonly to: Spot; readonly width: number }
  | { readonly kind: "disc"; readonly at: Spot; readonly radius: number }
  | { readonly kind: "area"; readonly points: readonly Spot[] }
);

interface Look {
  readonly colour: number;
  readonly alpha: number;
  readonly width: number;
}

export function stroke(from: Spot, to: Spot, { colour, alpha, width }: Look): Shape {
  return { kind: "stroke", from, to, width, colour, alpha };
}

/** A line through points whose corners are round. */
export function path(points: readonly Spot[], look: Look): Shape[] {
  const { colour, alpha, width } = look;
  const joints = alpha >= 1 ? points : [];
  return [
    ...points.slice(1).map((to, index) => stroke(points[index] as Spot, to, look)),
    ...joints.map((at): Shape => ({ kind: "disc", at, radius: width / 2, colour, alpha })),
  ];
}
