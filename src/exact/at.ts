/**
 * Entries of lists at places that the caller knows to be there. The compiler takes `list[place]` for perhaps undefined; what
 * stands here says why it is not, instead of a cast at every reading.
 */

/**
 * The entry at a place of a list.
 * @throws RangeError when the list has no such place: the caller has counted wrongly
 */
export function at<T>(list: ArrayLike<T>, place: number): T {
  const entry = list[place];
  if (entry === undefined) throw new RangeError(`a list of ${list.length} has nothing at place ${place}`);
  return entry;
}

// The functions below are for the innermost loops. Each takes one kind of array only, so that the engine reads the array as
// directly as `column[place]` does; they check nothing.

/** The number at a place of a column; outside of it NaN, which is neither above nor below nor equal to anything. */
export function numberAt(column: Float64Array, place: number): number {
  return column[place] ?? Number.NaN;
}

/** Adds to the number at a place of a column; outside of it nothing happens. */
export function addAt(column: Float64Array, place: number, more: number): void {
  column[place] = numberAt(column, place) + more;
}

/** The mark at a place of a column of bytes; outside of it NaN. */
export function byteAt(column: Uint8Array, place: number): number {
  return column[place] ?? Number.NaN;
}
