/** What counts as better. */
export interface Yardstick {
  /** Units up to which worths are equal. */
  readonly equal: number;
  /**
   * By party: being above this is no advantage for sure, because whatever is still to come may carry both over the cap. Infinity
   * without a cap. Once nothing is to come it is the cap itself.
   */
  readonly matters: readonly number[];
}

/** The least worth that is better for sure than this one; Infinity: there is none. */
export function betterFrom(worth: number, matters: number, equal: number): number {
  return worth + equal < matters ? worth + equal + 1 : Infinity;
}
