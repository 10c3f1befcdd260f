import { lazy } from "./lazy.ts";
import type { Store } from "./store.ts";

const enginePart = lazy(() => import("./play-engine.ts"));

/** What it takes to play. @throws Error before it has been fetched */
export const playEngine = (): typeof import("./play-engine.ts") => enginePart.get();

/** Fetches what no start needs. */
export interface PlayLoader {
  /** The engine and the screens of a play. @throws NotFetched */
  fetchPlay(): Promise<void>;
  /** Does what needs them: at once where they are there already. */
  whenFetched(then: () => void): void;
}

/** @param screens fetches the screens of a play: no play is shown before they are there */
export function createPlayLoader({ set, failed }: Store, screens: () => Promise<unknown>): PlayLoader {
  let fetched = false;
  const fetchPlay = async (): Promise<void> => {
    await Promise.all([enginePart.load(), screens()]);
    fetched = true;
  };
  const whenFetched = (then: () => void): void => {
    if (fetched) {
      then();
      return;
    }
    set({ fetching: true });
    fetchPlay()
      .finally(() => set({ fetching: false }))
      .then(then, (problem) => failed(problem, () => whenFetched(then)));
  };
  return { fetchPlay, whenFetched };
}
