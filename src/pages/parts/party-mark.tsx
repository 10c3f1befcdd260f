import type { Mark as PartyMark } from "../../scenario/types.ts";

/** Outlines in a box of 24, so that parties can be told apart without their colours. */
const SHAPES: Readonly<Record<PartyMark["shape"], string>> = {
  circle: "M12 1a11 11 0 1 1 0 22a11 11 0 0 1 0-22z",
  square: "M4 2h16a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
  triangle: "M12 0.5L24 22.5H0z",
  diamond: "M12 0L24 12L12 24L0 12z",
  hexagon: "M6 1.5h12L24 12l-6 10.5H6L0 12z",
  star: "M12 0l2.9 5 5.6-1.5L19 9.1l5 2.9-5 2.9 1.5 5.6-5.6-1.5L12 24l-2.9-5-5.6 1.5L5 14.9 0 12l5-2.9-1.5-5.6L9.1 5z",
};

/** A party's hue, shape and letters. Decoration: its name always stands beside it or in a label. */
export function PartyMarkIcon({ mark, size = "m" }: { mark: PartyMark; size?: "s" | "m" | "l" }) {
  return (
    <span class={`mark mark-${size} hue-${mark.colour}`} aria-hidden="true">
      <svg viewBox="0 0 24 24" focusable="false" aria-hidden="true">
        <path d={SHAPES[mark.shape]} />
      </svg>
      <span class={`mark-letters mark-${mark.shape}`}>{mark.letters.slice(0, 3)}</span>
    </span>
  );
}
