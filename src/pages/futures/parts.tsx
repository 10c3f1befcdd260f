import type { ComponentChildren } from "preact";
import type { Key } from "../../language/speaker.ts";
import { hundredths } from "../parts/figures.ts";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import type { JobResults } from "./jobs.ts";
import type { JobProgress, JobRun } from "./use-jobs.ts";

/** A share of all futures with its 90 % interval; all 0–1. */
export interface ShareRange {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** "61 of 100 (58–64)". */
export function ShareWords({ of: { share, low, high } }: { of: ShareRange }) {
  const t = useSpeaker();
  return (
    <Message
      k="futures.share"
      v={{ share: hundredths(t, share), low: hundredths(t, low), high: hundredths(t, high) }}
    />
  );
}

/** "About 6 in 10 futures end in a signature (58–64 of 100)." */
export function SignatureWords({ of: { share, low, high } }: { of: ShareRange }) {
  const t = useSpeaker();
  const values = { tenths: Math.round(share * 10), low: hundredths(t, low), high: hundredths(t, high) };
  return <Message k="futures.signature" v={values} />;
}

/** How many futures are played when the player asks. */
export const FUTURES = 1000;

interface JobButtonProps<Kind extends keyof JobResults> {
  readonly of: JobRun<Kind>;
  readonly onAsk: () => void;
  /** What the button says before anything was asked, and once there is an answer. */
  readonly ask: Key;
  readonly again: Key;
}

/** A bar that fills with what is finished; a screen reader does not read every step aloud. */
function Bar({ done, of }: { done: number; of: number }) {
  const t = useSpeaker();
  return (
    <span class="futures-bar">
      <progress max={of} value={done} aria-label={t.say("futures.under_way")} />
      <span class="quiet" aria-hidden="true">
        <Message k="futures.progress" v={{ done, of }} />
      </span>
    </span>
  );
}

/**
 * Asks for what is worked out beside the page. One button in one place: it asks, stops, and asks again, so that the focus stays
 * where it was.
 */
export function JobButton<Kind extends keyof JobResults>({ of: jobs, onAsk, ask, again }: JobButtonProps<Kind>) {
  const { progress, stop } = jobs;
  const running = progress.state === "running";
  const k = running ? "futures.stop" : progress.state === "done" ? again : ask;
  return (
    <div class="futures-ask">
      <button type="button" class="button" data-futures={progress.state} onClick={running ? stop : onAsk}>
        <Message k={k} />
      </button>
      {running && <Bar done={progress.done} of={progress.of} />}
    </div>
  );
}

function Trouble({ name, message }: { name: string; message: string | null }) {
  if (message === null) return <Message k="futures.not_fetched" />;
  return name === "IllegalAction" ? <Message k="futures.illegal" /> : <Message k="futures.failed" v={{ message }} />;
}

/** Says politely, once, what came of it: the finding, or what went wrong. Always there, so that a screen reader hears the change. */
export function JobFinding({
  progress,
  children,
}: {
  progress: JobProgress<keyof JobResults>;
  children: ComponentChildren;
}) {
  return (
    <div class="futures-finding" role="status">
      {progress.state === "failed" && (
        <p class="futures-trouble">
          <Trouble name={progress.name} message={progress.message} />
        </p>
      )}
      {progress.state === "impossible" && (
        <p class="futures-trouble">
          <Message k="futures.impossible" />
        </p>
      )}
      {progress.state === "done" && children}
    </div>
  );
}

/** How wide a drawing is to be, in pixels: as wide as the page lets it be, and as a phone does. */
export function useDrawingWidth(): number {
  return useNarrow() ? 350 : 720;
}

/** A drawing made elsewhere in this program, from data that it has escaped itself. */
export function SvgDrawing({ svg }: { svg: string }) {
  return <div class="drawing" dangerouslySetInnerHTML={{ __html: svg }} />;
}
