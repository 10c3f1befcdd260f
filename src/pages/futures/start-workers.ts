import { wrap } from "comlink";
import { WorkerBroken } from "./jobs.ts";
import { createWorkerPool, type PoolWorker, type WorkerPool } from "./worker-pool.ts";
import type { WorkerApi } from "./worker-tasks.ts";

/** One processor stays with the page, so that nothing stutters while others work. */
const MOST_WORKERS = 4;

function startWorker(): PoolWorker {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) =>
      reject(new WorkerBroken(message || "a worker could not be started")),
    );
  });
  // A job that waits for an answer hears of it; where none does, it is no news.
  broken.catch(() => {});
  return { api: wrap<WorkerApi>(worker), broken, terminate: () => worker.terminate() };
}

let pool: WorkerPool | null = null;

/** The workers of this page, one pool for all its jobs. null: this browser has none. */
export function workerPool(): WorkerPool | null {
  if (typeof Worker === "undefined") return null;
  pool ??= createWorkerPool(startWorker, Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency || 2) - 1)));
  return pool;
}
