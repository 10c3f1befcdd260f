import type { Holder } from "./holder.ts";
import { lazy } from "./lazy.ts";

const parts = lazy(() => import("./engine.ts"));

/** What it takes to play. @throws Error before it has been fetched */
export const engine = (): typeof import("./engine.ts") => parts.get();

/** Fetches what no start needs. */
export interface Fetching {
  /** The engine and the screens of a play. @throws NotFetched */
  fetchPlay(): Promise<void>;
  /** Does what needs them: at once where they are there already. */
  whenFetched(then: () => void): void;
}

/** @param screens fetches the screens of a play: no play is shown before they are there */
export function createFetching({ set, failed }: Holder, screens: () => Promise<unknown>): Fetching {
  let fetched = false;
  const fetchPlay = async (): Promise<void> => {
    await Promise.all([parts.load(), screens()]);
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
