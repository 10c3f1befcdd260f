import { messageOf, NotFetched } from "./store.ts";

/** A part of the program that is fetched when it is wanted. */
export interface Lazy<Part> {
  /** Fetches it, once. @throws NotFetched; the next call tries again */
  load(): Promise<Part>;
  /** @throws Error before it has been fetched */
  get(): Part;
}

/** @param fetchIt how to fetch it, with an `import()` */
export function lazy<Part>(fetchIt: () => Promise<Part>): Lazy<Part> {
  let part: { readonly is: Part } | null = null;
  let coming: Promise<Part> | null = null;
  return {
    load() {
      coming ??= fetchIt().then(
        (is) => {
          part = { is };
          return is;
        },
        (problem: unknown) => {
          coming = null;
          throw new NotFetched(messageOf(problem));
        },
      );
      return coming;
    },
    get() {
      if (!part) throw new Error("a part of the program was wanted before it had been fetched");
      return part.is;
    },
  };
}

/** What it takes to play. */
export const playEngine = lazy(() => import("./play-engine.ts"));
