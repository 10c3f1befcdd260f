/** How fast others act before the eyes of those who watch. */
export interface Pace {
  /** Everything at once: reduced motion. */
  instant(): boolean;
  /** Calls back after a step has had time to be read; returns how to call it off. */
  afterAStep(then: () => void): () => void;
}

/** Long enough to read a line of the record, short enough for three of them in a row. */
const STEP = 1100;

/** Steps at a pace that can be followed, unless the system asks for less motion. */
export function browserPace(place: Window): Pace {
  const reduced = place.matchMedia("(prefers-reduced-motion: reduce)");
  return {
    instant: () => reduced.matches,
    afterAStep(then) {
      const timer = place.setTimeout(then, STEP);
      return () => place.clearTimeout(timer);
    },
  };
}

/** For tests. */
export const AT_ONCE: Pace = { instant: () => true, afterAStep: () => () => {} };
