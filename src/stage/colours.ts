import type { Mark } from "../scenario/types.ts";

export const STAGE_INK = 0x0e1b2a;
export const STAGE_RAIL = 0x35516e;
export const STAGE_CONTESTED = 0x4d7299;
export const STAGE_GROUND = 0x2f5378;
export const STAGE_GOLD = 0xe8b04a;
export const STAGE_PAPER = 0xf6f1e6;
export const STAGE_ACCEPTS = 0x86cf9c;
export const STAGE_REFUSES = 0xf2948a;

/** The parties' hues for thin lines on ink: light enough for a contrast of 3 to 1 against it. */
const LINE_COLOURS: Readonly<Record<Mark["colour"], number>> = {
  blue: 0x6aa9ef,
  red: 0xe8796d,
  green: 0x6cc087,
  violet: 0xab92ea,
  orange: 0xe59a56,
  teal: 0x55bdb2,
  brown: 0xc59a74,
  grey: 0xaab6c3,
};

/** The same hues as the tokens in HTML have. */
const TOKEN_COLOURS: Readonly<Record<Mark["colour"], number>> = {
  blue: 0x2b69ae,
  red: 0xb23a2f,
  green: 0x2f7645,
  violet: 0x6a4db0,
  orange: 0xa3560f,
  teal: 0x17716a,
  brown: 0x7a5230,
  grey: 0x596571,
};

export function lineColour(mark: Mark | undefined): number {
  return LINE_COLOURS[mark?.colour ?? "grey"];
}

export function tokenColour(mark: Mark | undefined): number {
  return TOKEN_COLOURS[mark?.colour ?? "grey"];
}
