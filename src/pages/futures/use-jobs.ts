import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../store/store.ts";
import { type JobResults, NoWorkers, WorkerBroken } from "./jobs.ts";
import type { PreparedJob } from "./prepare-job.ts";

interface FailedJob {
  readonly state: "failed";
  readonly name: string;
  /** null: the workers could not be fetched. */
  readonly message: string | null;
}

/** How far something that is worked out beside the page has come. */
export type JobProgress<Kind extends keyof JobResults> =
  | { readonly state: "idle" }
  | { readonly state: "running"; readonly done: number; readonly of: number }
  /** Results in the order of the jobs. */
  | { readonly state: "done"; readonly results: readonly JobResults[Kind][] }
  | FailedJob
  /** This browser cannot work beside the page. */
  | { readonly state: "impossible" };

export interface JobRun<Kind extends keyof JobResults> {
  readonly progress: JobProgress<Kind>;
  start(jobs: readonly PreparedJob<Kind>[]): void;
  /** What was under way is given up; nothing is left of it. */
  stop(): void;
}

const IDLE = { state: "idle" } as const;

/** Draws no more often than the screen: progress may come in hundreds of pieces a second. */
function oncePerFrame<Value>(show: (value: Value) => void): (value: Value) => void {
  let last: { readonly value: Value } | null = null;
  let asked = false;
  return (value) => {
    last = { value };
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (last) show(last.value);
    });
  };
}

/**
 * Has jobs worked out beside the page, one after the other, and tells how far they have come.
 * @param about what they are about, in a word: when it changes, or the component goes, they are cancelled and forgotten
 */
export function useJobs<Kind extends keyof JobResults>(about: string): JobRun<Kind> {
  const [known, setKnown] = useState<{ readonly about: string; readonly progress: JobProgress<Kind> }>({
    about,
    progress: IDLE,
  });
  const underWay = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    underWay.current?.abort();
    underWay.current = null;
    setKnown({ about, progress: IDLE });
  }, [about]);

  const start = useCallback(
    (jobs: readonly PreparedJob<Kind>[]) => {
      underWay.current?.abort();
      const control = new AbortController();
      const { signal } = control;
      underWay.current = control;
      const show = (progress: JobProgress<Kind>): void => {
        if (!signal.aborted && underWay.current === control) setKnown({ about, progress });
      };
      const of = jobs.reduce((sum, { runs }) => sum + runs, 0);
      show({ state: "running", done: 0, of });
      const onTheWay = oncePerFrame((done: number) =>
        setKnown((now) =>
          underWay.current === control && now.progress.state === "running"
            ? { about, progress: { state: "running", done, of } }
            : now,
        ),
      );
      const work = async (): Promise<JobProgress<Kind>> => {
        const results: JobResults[Kind][] = [];
        let before = 0;
        for (const job of jobs) {
          results.push(await job.run({ signal, onProgress: (done) => onTheWay(before + done) }));
          before += job.runs;
        }
        return { state: "done", results };
      };
      work().then(show, (problem: unknown) => show(failure(problem)));
    },
    [about],
  );

  // At once, not when the page has time: by then something new may be under way, and it would be given up instead.
  useLayoutEffect(
    () => () => {
      underWay.current?.abort();
      underWay.current = null;
    },
    [about],
  );

  // What was about something else is not shown for a moment either.
  return { progress: known.about === about ? known.progress : IDLE, start, stop };
}

function failure(problem: unknown): { readonly state: "impossible" } | FailedJob {
  if (problem instanceof NoWorkers) return { state: "impossible" };
  const name = problem instanceof Error ? problem.name : "";
  // An import that fails is a TypeError: the file could not be fetched.
  const lacking = problem instanceof WorkerBroken || problem instanceof TypeError;
  return { state: "failed", name, message: lacking ? null : messageOf(problem) };
}
