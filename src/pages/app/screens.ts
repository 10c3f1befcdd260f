import { lazy } from "../store/lazy.ts";

/** The screens of a play, which no start needs. */
export const screens = lazy(() => import("./playing.tsx"));
