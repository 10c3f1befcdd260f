import type { ComponentChildren } from "preact";
import type { Key } from "../../language/speak.ts";
import { Say, useSpeaker } from "../parts/speaker.tsx";
import type { Results } from "./jobs.ts";
import type { Jobs, Progress } from "./use-jobs.ts";

/** How many futures are played when somebody asks. */
export const FUTURES = 1000;

interface AskingProps<Kind extends keyof Results> {
  readonly of: Jobs<Kind>;
  readonly onAsk: () => void;
  /** What the button says before anything was asked, and once there is an answer. */
  readonly ask: Key;
  readonly again: Key;
}

/** A bar that fills with what is finished; nobody is told of every step aloud. */
function Bar({ done, of }: { done: number; of: number }) {
  const t = useSpeaker();
  return (
    <span class="futures-bar">
      <progress max={of} value={done} aria-label={t.say("futures.under_way")} />
      <span class="quiet" aria-hidden="true">
        <Say k="futures.progress" v={{ done, of }} />
      </span>
    </span>
  );
}

/**
 * Asks for what is worked out beside the page. One button in one place: it asks, stops, and asks again, so that the focus stays
 * where it was.
 */
export function Asking<Kind extends keyof Results>({ of: jobs, onAsk, ask, again }: AskingProps<Kind>) {
  const { progress, stop } = jobs;
  const running = progress.state === "running";
  const k = running ? "futures.stop" : progress.state === "done" ? again : ask;
  return (
    <div class="futures-ask">
      <button type="button" class="button" data-futures={progress.state} onClick={running ? stop : onAsk}>
        <Say k={k} />
      </button>
      {running && <Bar done={progress.done} of={progress.of} />}
    </div>
  );
}

function Trouble({ name, message }: { name: string; message: string | null }) {
  if (message === null) return <Say k="futures.not_fetched" />;
  return name === "IllegalAction" ? <Say k="futures.illegal" /> : <Say k="futures.failed" v={{ message }} />;
}

/** Says politely, once, what came of it: the finding, or what went wrong. Always there, so that a screen reader hears the change. */
export function Finding({ progress, children }: { progress: Progress<keyof Results>; children: ComponentChildren }) {
  return (
    <div class="futures-finding" role="status">
      {progress.state === "failed" && (
        <p class="futures-trouble">
          <Trouble name={progress.name} message={progress.message} />
        </p>
      )}
      {progress.state === "impossible" && (
        <p class="futures-trouble">
          <Say k="futures.impossible" />
        </p>
      )}
      {progress.state === "done" && children}
    </div>
  );
}

/** A drawing made elsewhere in this program, from data that it has escaped itself. */
export function Drawing({ svg }: { svg: string }) {
  return <div class="drawing" dangerouslySetInnerHTML={{ __html: svg }} />;
}
