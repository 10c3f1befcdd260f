import { browserTextStorage } from "./storage.ts";

/** How fast others act; `at_once` is the page's own switch for less motion. */
export const SPEEDS = ["slow", "normal", "fast", "at_once"] as const;
export type Speed = (typeof SPEEDS)[number];

/** The pace at which others act on the screen. */
export interface Pace {
  /** As chosen here; remembered from one visit to the next. */
  readonly speed: Speed;
  choose(speed: Speed): void;
  /** Everything at once: reduced motion. */
  instant(): boolean;
  /** Calls back after a step has had time to be read; returns how to call it off. */
  afterAStep(then: () => void): () => void;
}

/** Milliseconds. Normal is long enough to read a line of the log, and short enough for three of them in a row. */
const STEPS: Readonly<Record<Exclude<Speed, "at_once">, number>> = { slow: 2600, normal: 1300, fast: 500 };

/** Whether a word of the address or of the storage is a speed. */
export function isSpeed(word: string | null): word is Speed {
  return SPEEDS.some((one) => one === word);
}

/** The address with another pace, where it asks for one: what was chosen last is meant, also after a reload. */
function correct(place: Window, speed: Speed): void {
  const url = new URL(place.location.href);
  if (!url.searchParams.has("pace")) return;
  url.searchParams.set("pace", speed);
  try {
    place.history.replaceState(place.history.state, "", url.href);
  } catch {
    // Asked too often: a reload takes the pace of the address.
  }
}

/** Steps at a pace that can be followed, unless the system or the player asks for less motion. */
export function browserPace(place: Window): Pace {
  const reduced = place.matchMedia("(prefers-reduced-motion: reduce)");
  const asked = new URLSearchParams(place.location.search).get("pace");
  const stored = browserTextStorage(() => place.localStorage, "parley.pace");
  let speed = [asked, stored.read()].find(isSpeed) ?? "normal";
  return {
    get speed() {
      return speed;
    },
    choose(chosen) {
      speed = chosen;
      correct(place, chosen);
      stored.write(chosen);
    },
    instant: () => speed === "at_once" || reduced.matches,
    afterAStep(then) {
      const timer = place.setTimeout(then, STEPS[speed === "at_once" ? "fast" : speed]);
      return () => place.clearTimeout(timer);
    },
  };
}

/** Nothing waits: for the practice and for tests. */
export const AT_ONCE: Pace = { speed: "at_once", choose: () => {}, instant: () => true, afterAStep: () => () => {} };
