import type { JobOf, Results } from "./jobs.ts";
import type { Work } from "./work.ts";

/** Steps that a worker is given at once: few enough that progress is seen and a cancelled job ends within a tenth of a second. */
const STRETCH = 50;

/** A worker as the page knows it: it answers later. */
export interface Worked {
  readonly work: {
    readonly [Name in keyof Work]: (...given: Parameters<Work[Name]>) => Promise<ReturnType<Work[Name]>>;
  };
  /** Rejects when the worker could not be fetched or has broken down; never resolves. */
  readonly broken: Promise<never>;
  dismiss(): void;
}

export interface Watching {
  readonly signal: AbortSignal;
  /** Steps that are finished, of all. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Works out jobs beside the page, by several workers at once. */
export interface Crew {
  /**
   * The same job has the same result, however many work on it.
   * @throws the signal's reason once it is aborted; Error when the job is wrong or a worker breaks down
   */
  run<Kind extends keyof Results>(job: JobOf<Kind>, watching: Watching): Promise<Results[Kind]>;
}

/** @param hire makes one worker; asked when there is first something to do @param most how many at once, ≥ 1 */
export function createCrew(hire: () => Worked, most: number): Crew {
  let hired: Worked[] = [];
  let jobs = 0;

  return {
    async run<Kind extends keyof Results>(job: JobOf<Kind>, { signal, onProgress }: Watching): Promise<Results[Kind]> {
      signal.throwIfAborted();
      const id = ++jobs;
      const stretches = Math.ceil(job.runs / STRETCH);
      while (hired.length < Math.min(most, stretches)) hired.push(hire());
      const team = hired.slice(0, stretches);
      const parts: unknown[] = new Array(stretches);
      let next = 0;
      let done = 0;
      let stopped = false;

      const take = async ({ work, broken }: Worked): Promise<void> => {
        const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, broken]);
        await answered(work.begin(id, job));
        while (next < stretches && !stopped) {
          signal.throwIfAborted();
          const at = next++;
          const from = at * STRETCH;
          const to = Math.min(job.runs, from + STRETCH);
          parts[at] = await answered(work.part(id, from, to));
          done += to - from;
          if (!stopped && !signal.aborted) onProgress(done, job.runs);
        }
      };

      try {
        await Promise.all(team.map(take));
        signal.throwIfAborted();
        const [first] = team as [Worked];
        return (await Promise.race([first.work.whole(id, parts), first.broken])) as Results[Kind];
      } catch (problem) {
        if (problem instanceof Broken) {
          for (const one of hired) one.dismiss();
          hired = [];
        }
        throw problem;
      } finally {
        stopped = true;
        for (const { work } of team) void work.forget(id).catch(() => {});
      }
    },
  };
}

/** A worker could not be fetched, or has broken down. The next job hires new ones. */
export class Broken extends Error {}
