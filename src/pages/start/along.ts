const FIRST = Date.UTC(2016, 1, 1);
const LAST = Date.UTC(2016, 11, 31);

/** How far into the line of the year a day is, 0–100: the line goes from 1 February to 31 December 2016. @param day ISO date */
export function along(day: string): number {
  return ((Date.parse(`${day}T00:00:00Z`) - FIRST) / (LAST - FIRST)) * 100;
}

/**
 * Places on a line with at least this much room from each to the next: whatever comes too close moves on, away from the one before it.
 * On a line of eleven months a day is three pixels wide, so that two days side by side would be one mark.
 * @param places ascending, 0–100
 */
export function apart(places: readonly number[], room: number): number[] {
  const spread: number[] = [];
  for (const place of places) spread.push(Math.max(place, (spread.at(-1) ?? Number.NEGATIVE_INFINITY) + room));
  return spread;
}
