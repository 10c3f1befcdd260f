import type { Assumptions } from "../../lab/futures/assumptions.ts";
import { Say, useSpeaker } from "../parts/speaker.tsx";
import { FUTURES } from "./asking.tsx";

/** What a forecast rests on, one click away from its figures. */
export function Assumed({ of: assumed }: { of: Assumptions }) {
  const t = useSpeaker();
  const tenths = (value: number): string => t.number(value, Number.isInteger(value) ? 0 : 1);
  const range = ([low, high]: readonly [number, number]) => ({ low: tenths(low), high: tenths(high) });
  const [worst, best] = assumed.walkAway;
  return (
    <>
      <p class="quiet">
        <Say k="forecast.note" v={{ runs: FUTURES }} />
      </p>
      <details class="fold">
        <summary>
          <Say k="forecast.assumed" />
        </summary>
        <ul class="assumed">
          <li>
            <Say k="forecast.assumed.known" />
          </li>
          <li>
            <Say k="forecast.assumed.weights" v={{ factor: tenths(assumed.weightFactor) }} />
          </li>
          <li>
            <Say k="forecast.assumed.steps" v={{ factor: tenths(assumed.stepFactor) }} />
          </li>
          <li>
            <Say k="forecast.assumed.unknown" />
          </li>
          <li>
            <Say k="forecast.assumed.walk_away" v={{ low: t.number(worst * 100), high: t.number(best * 100) }} />
          </li>
          <li>
            <Say k="forecast.assumed.exponent" v={range(assumed.exponent)} />
          </li>
          <li>
            <Say k="forecast.assumed.red" />
          </li>
          <li>
            <Say k="forecast.assumed.events" />
          </li>
          <li>
            <Say k="forecast.assumed.still" />
          </li>
          <li>
            <Say k="forecast.assumed.own" />
          </li>
        </ul>
        <p>
          <Say k="forecast.assumed.interval" v={{ runs: FUTURES }} />
        </p>
      </details>
    </>
  );
}
