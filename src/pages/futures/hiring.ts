import { wrap } from "comlink";
import { Broken, type Crew, createCrew, type Worked } from "./crew.ts";
import type { Work } from "./work.ts";

/** One processor stays with the page, so that nothing stutters while others work. */
const MOST = 4;

function hire(): Worked {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => reject(new Broken(message || "a worker could not be started")));
  });
  // Whoever waits for an answer hears of it; where nobody does, it is no news.
  broken.catch(() => {});
  return { work: wrap<Work>(worker), broken, dismiss: () => worker.terminate() };
}

let crew: Crew | null = null;

/** The workers of this page; they are fetched with the first job. null: this browser has none. */
export function theCrew(): Crew | null {
  if (typeof Worker === "undefined") return null;
  crew ??= createCrew(hire, Math.max(1, Math.min(MOST, (navigator.hardwareConcurrency || 2) - 1)));
  return crew;
}
