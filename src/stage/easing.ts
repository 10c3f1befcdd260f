/** The share of a stretch of time that has passed, held to 0–1. A stretch of no length is over. */
export function passed(now: number, from: number, length: number): number {
  if (length <= 0) return 1;
  return Math.min(Math.max((now - from) / length, 0), 1);
}

/** Leaves and arrives softly (cubic). */
export function softly(part: number): number {
  return part < 0.5 ? 4 * part * part * part : 1 - (2 - 2 * part) ** 3 / 2;
}

/** Starts at once and arrives softly (cubic). */
export function arriving(part: number): number {
  return 1 - (1 - part) ** 3;
}

/** From one number to another. */
export function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
