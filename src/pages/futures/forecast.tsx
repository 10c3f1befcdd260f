import { useState } from "preact/hooks";
import type { Forecast } from "../../lab/futures/forecast.ts";
import type { Assumptions } from "../../lab/futures/generic-party.ts";
import type { Key } from "../../language/speaker.ts";
import type { Action } from "../../play/action.ts";
import { hundredths, wholeOrTenths } from "../parts/figures.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { FUTURES, JobButton, JobFinding, ShareWords, SignatureWords } from "./parts.tsx";
import { useJobs } from "./use-jobs.ts";

/** What a forecast rests on, one click away from its figures. */
function AssumptionsNote({ of: assumed }: { of: Assumptions }) {
  const t = useSpeaker();
  const range = ([low, high]: readonly [number, number]) => ({
    low: wholeOrTenths(t, low),
    high: wholeOrTenths(t, high),
  });
  const [worst, best] = assumed.walkAway;
  return (
    <>
      <p class="quiet">
        <Message k="forecast.note" v={{ runs: FUTURES }} />
      </p>
      <details class="fold">
        <summary>
          <Message k="forecast.assumed" />
        </summary>
        <ul class="assumed">
          <li>
            <Message k="forecast.assumed.known" />
          </li>
          <li>
            <Message k="forecast.assumed.weights" v={{ factor: wholeOrTenths(t, assumed.weightFactor) }} />
          </li>
          <li>
            <Message k="forecast.assumed.steps" v={{ factor: wholeOrTenths(t, assumed.stepFactor) }} />
          </li>
          <li>
            <Message k="forecast.assumed.unknown" />
          </li>
          <li>
            <Message k="forecast.assumed.walk_away" v={{ low: hundredths(t, worst), high: hundredths(t, best) }} />
          </li>
          <li>
            <Message k="forecast.assumed.exponent" v={range(assumed.exponent)} />
          </li>
          <li>
            <Message k="forecast.assumed.red" />
          </li>
          <li>
            <Message k="forecast.assumed.events" />
          </li>
          <li>
            <Message k="forecast.assumed.still" />
          </li>
          <li>
            <Message k="forecast.assumed.own" />
          </li>
        </ul>
        <p>
          <Message k="forecast.assumed.interval" v={{ runs: FUTURES }} />
        </p>
      </details>
    </>
  );
}

/** One thing that the seat could do now, and what it is called. */
export interface ForecastChoice {
  readonly k: Key;
  readonly action: Action;
}

function ForecastWords({ of, k }: { of: Forecast; k: Key | null }) {
  const presenter = usePresenter();
  const points = (worth: number): string => presenter.t.number(presenter.points(worth));
  const { result, outcomes, atOnce, action } = of;
  const refuses = action.kind === "answer" && !action.accepts;
  return (
    <p>
      {k && (
        <>
          <strong>
            <Message k={k} />
          </strong>{" "}
        </>
      )}
      <SignatureWords of={outcomes.signed} />{" "}
      {presenter.me?.role !== "mediator" && (
        <Message
          k="forecast.result"
          v={{ low: points(result.q05), high: points(result.q95), mean: points(result.mean) }}
        />
      )}{" "}
      {atOnce && !refuses && (
        <span class="quiet">
          <Message k="forecast.at_once" /> <ShareWords of={atOnce} />
        </span>
      )}
    </p>
  );
}

interface AidesForecastProps {
  /** What is compared; one alone needs no name. */
  readonly choices: readonly ForecastChoice[];
  /** What the button says. */
  readonly ask: Key;
  readonly level: 3 | 4;
}

/** What the aides expect of a step that the seat could take now: asked for, with its uncertainty, from what the seat may know. */
export function AidesForecast({ choices, ask, level }: AidesForecastProps) {
  const presenter = usePresenter();
  const { view } = presenter;
  const [asked, setAsked] = useState(0);
  const jobs = useJobs<"forecast">(`${view.turn} ${view.log.length} ${JSON.stringify(choices)}`);
  const { progress } = jobs;
  const Title = `h${level}` as const;
  const onAsk = (): void => {
    setAsked(asked + 1);
    const seed = `aides ${view.turn}/${asked}`;
    jobs.start(choices.flatMap(({ action }) => presenter.actions.forecast(action, seed, FUTURES) ?? []));
  };
  return (
    <section class="futures forecast" aria-labelledby="forecast-title">
      <div class="forecast-head">
        <Title id="forecast-title">
          <Message k="forecast.title" />
        </Title>
        <JobButton of={jobs} onAsk={onAsk} ask={ask} again="forecast.again" />
      </div>
      <JobFinding progress={progress}>
        {progress.state === "done" &&
          progress.results.map((one, at) => (
            <ForecastWords key={at} of={one} k={progress.results.length > 1 ? (choices[at]?.k ?? null) : null} />
          ))}
      </JobFinding>
      {progress.state === "done" && progress.results[0] && <AssumptionsNote of={progress.results[0].assumptions} />}
    </section>
  );
}
