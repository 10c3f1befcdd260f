import { useState } from "preact/hooks";
import type { Forecast } from "../../lab/forecast.ts";
import type { Key } from "../../language/speak.ts";
import type { Action } from "../../play/action.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { engine } from "../session/fetching.ts";
import { Asking, Finding, FUTURES } from "./asking.tsx";
import { Assumed } from "./assumed.tsx";
import type { ForecastJob } from "./jobs.ts";
import { ShareWords, SignatureWords } from "./shares.tsx";
import { useJobs } from "./use-jobs.ts";

/** One thing that the seat could do now, and what it is called. */
export interface Choice {
  readonly k: Key;
  readonly action: Action;
}

/**
 * What the workers need of the play. The record goes to them whole, as it must to be played again; what they make of it they
 * make from the view of this seat alone.
 */
function jobsFor({ session, view, me }: Desk, choices: readonly Choice[], asked: number): ForecastJob[] {
  const { sitting } = session.state;
  if (!sitting || !me) return [];
  const record = engine().recordOf(sitting.play);
  const seed = `aides ${view.turn}/${asked}`;
  return choices.map(({ action }) => ({
    kind: "forecast",
    record,
    turn: view.turn,
    party: me.id,
    action,
    seed,
    runs: FUTURES,
  }));
}

function Told({ of, k }: { of: Forecast; k: Key | null }) {
  const desk = useDesk();
  const points = (worth: number): string => desk.t.number(desk.points(worth));
  const { result, outcomes, atOnce, action } = of;
  const refuses = action.kind === "answer" && !action.accepts;
  return (
    <p>
      {k && (
        <>
          <strong>
            <Say k={k} />
          </strong>{" "}
        </>
      )}
      <SignatureWords of={outcomes.signed} />{" "}
      {desk.me?.role !== "mediator" && (
        <Say k="forecast.result" v={{ low: points(result.q05), high: points(result.q95), mean: points(result.mean) }} />
      )}{" "}
      {atOnce && !refuses && (
        <span class="quiet">
          <Say k="forecast.at_once" /> <ShareWords of={atOnce} />
        </span>
      )}
    </p>
  );
}

interface AidesForecastProps {
  /** What is compared; one alone needs no name. */
  readonly choices: readonly Choice[];
  /** What the button says. */
  readonly ask: Key;
  readonly level: 3 | 4;
}

/** What the aides expect of a step that the seat could take now: asked for, with its uncertainty, from what the seat may know. */
export function AidesForecast({ choices, ask, level }: AidesForecastProps) {
  const desk = useDesk();
  const { view } = desk;
  const [asked, setAsked] = useState(0);
  const jobs = useJobs<"forecast">(`${view.turn} ${view.log.length} ${JSON.stringify(choices)}`);
  const { progress } = jobs;
  const Title = `h${level}` as const;
  const onAsk = (): void => {
    setAsked(asked + 1);
    jobs.start(jobsFor(desk, choices, asked));
  };
  return (
    <section class="futures forecast" aria-labelledby="forecast-title">
      <div class="forecast-head">
        <Title id="forecast-title">
          <Say k="forecast.title" />
        </Title>
        <Asking of={jobs} onAsk={onAsk} ask={ask} again="forecast.again" />
      </div>
      <Finding progress={progress}>
        {progress.state === "done" &&
          progress.results.map((one, at) => (
            <Told key={at} of={one} k={progress.results.length > 1 ? (choices[at]?.k ?? null) : null} />
          ))}
      </Finding>
      {progress.state === "done" && progress.results[0] && <Assumed of={progress.results[0].assumptions} />}
    </section>
  );
}
