import type { Mark } from "../scenario/types.ts";

// Every colour of Parley stands here once, as `#rrggbb`: charts and the stage read it from here, the stylesheet gets it as
// custom properties (`build/colours.ts`). No other file of `src` holds one (`tests/house/colours.test.ts`), and
// `tests/pages/app/contrast.test.ts` holds what lies on what to the contrast that it needs.

/** A party's hue in its three degrees of light. */
export interface Hue {
  /** Its mark, with white letters on it, and lines on paper. */
  readonly mark: string;
  /** Letters on ink. */
  readonly light: string;
  /** Thin lines on ink. */
  readonly line: string;
}

/** By the colour that a scenario gives a party. */
export const HUES: Readonly<Record<Mark["colour"], Hue>> = {
  blue: { mark: "#2b69ae", light: "#8cbcf2", line: "#6aa9ef" },
  red: { mark: "#b23a2f", light: "#f2948a", line: "#e8796d" },
  green: { mark: "#2f7645", light: "#86cf9c", line: "#6cc087" },
  violet: { mark: "#6a4db0", light: "#bfaaf0", line: "#ab92ea" },
  orange: { mark: "#a3560f", light: "#efb075", line: "#e59a56" },
  teal: { mark: "#17716a", light: "#74cdc4", line: "#55bdb2" },
  brown: { mark: "#7a5230", light: "#d3ac8a", line: "#c59a74" },
  grey: { mark: "#596571", light: "#b9c4cf", line: "#aab6c3" },
};

/** The colours that pages, charts and the stage share: two dark grounds, two light ones, and what stands on them. */
export const HOUSE = {
  ink: "#0e1b2a",
  ink2: "#15273a",
  inkLine: "#35516e",
  onInk: "#f2f4f7",
  onInkQuiet: "#a9bacb",
  minusOnInk: HUES.red.light,
  plusOnInk: HUES.green.light,
  /** The stretch of a rail on which offers differ. */
  contested: "#4d7299",
  paper: "#f6f1e6",
  paper2: "#fffaf0",
  paperLine: "#dcd2bd",
  text: "#1b2430",
  quiet: "#565f6b",
  gold: "#e8b04a",
  goldDeep: "#7d5407",
  minus: "#a33126",
  plus: "#1f6b3a",
} as const;

/** The area between the offers on the stage. */
export const STAGE_GROUND = "#2f5378";

/**
 * The series of a chart, apart for all common forms of colour blindness: after Okabe & Ito (2008), darkened to 3 : 1 against the
 * paper of charts.
 */
export const SERIES = ["#0b4f8a", "#b5520b", "#00785a", "#8a3f73", HOUSE.text, "#7a5c00"] as const;

/** A colour through which its ground is seen, as `#rrggbbaa`. @param opacity 0–1 */
function veil(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0")}`;
}

const BLACK = "#000000";

/** What the stylesheet needs besides. */
export const PAGE = {
  white: "#ffffff",
  black: BLACK,
  /** The ring round what has the focus, on paper; on ink it is gold. */
  focusOnPaper: "#1b5fb0",
  inkHover: "#21405f",
  goldHover: "#f3c878",
  edge: "#8b8471",
  /** The ring of a stop on a rail that is not chosen. */
  stop: "#7f9ab5",
  progressTrack: "#22384f",
  notice: "#fbe3b3",
  ownRow: "#fbeccb",
  /** The bar of worth, from the lowest to the highest. */
  scaleLow: "#e6dcc4",
  scaleHigh: "#f0cd85",
  target: "#6b4a10",
  hairline: veil("#808080", 0.25),
  noteShadow: veil(HOUSE.ink, 0.28),
  dialogShadow: veil(HOUSE.ink, 0.35),
  backdrop: veil(HOUSE.ink, 0.55),
  dropGround: veil(HOUSE.ink, 0.82),
  nameGround: veil(HOUSE.ink, 0.86),
  knobShadow: veil(BLACK, 8 / 15),
} as const;
