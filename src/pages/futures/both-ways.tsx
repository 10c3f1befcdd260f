import { useEffect, useState } from "preact/hooks";
import type { WhatIf } from "../../lab/futures/what-if.ts";
import type { Key } from "../../language/speaker.ts";
import { OUTCOMES } from "../../scenario/codes.ts";
import { hundredths } from "../parts/figures.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { ColumnHeads } from "../parts/tables.tsx";
import type { WhatIfSamples } from "./jobs.ts";
import { ShareWords, SvgDrawing, useDrawingWidth } from "./parts.tsx";

function keyOf({ difference: { low, high, mean }, pairs, runs }: WhatIf, own: boolean): Key {
  if (pairs.same === runs) return "what_if.same";
  if (low <= 0 && high >= 0) return own ? "what_if.none.you" : "what_if.none";
  if (mean > 0) return own ? "what_if.more.you" : "what_if.more";
  return own ? "what_if.less.you" : "what_if.less";
}

/** The finding in one sentence: what the change would have brought, and how sure that is. */
export function WhatIfFinding({ of: whatIf }: { of: WhatIf }) {
  const presenter = usePresenter();
  const { t, me } = presenter;
  const { difference, signing, runs, party } = whatIf;
  const k = keyOf(whatIf, party === me?.id);
  const less = difference.high < 0;
  const figure = (worth: number): string => t.number(Math.abs(presenter.points(worth)), 1);
  const signed = (worth: number): string => t.signed(presenter.points(worth), 1);
  const none = k === "what_if.none" || k === "what_if.none.you";
  const [low, high] = less ? [difference.high, difference.low] : [difference.low, difference.high];
  const index = presenter.facts.parties.findIndex(({ id }) => id === party);
  const v = {
    runs,
    party: presenter.name(index),
    points: figure(difference.mean),
    low: none ? signed(low) : figure(low),
    high: none ? signed(high) : figure(high),
  };
  const moved = signing.low > 0 || signing.high < 0;
  return (
    <p class="finding">
      <strong>
        <Message k={k} v={v} />
      </strong>{" "}
      {k !== "what_if.same" && moved && (
        <Message
          k={signing.mean > 0 ? "what_if.signs.more" : "what_if.signs.less"}
          v={{
            points: Math.round(Math.abs(signing.mean) * 100),
            low: hundredths(t, Math.abs(signing.mean > 0 ? signing.low : signing.high)),
            high: hundredths(t, Math.abs(signing.mean > 0 ? signing.high : signing.low)),
          }}
        />
      )}
    </p>
  );
}

function Outcomes({ of: { asItWas, changed } }: { of: WhatIf }) {
  return (
    <table class="futures-table">
      <caption>
        <Message k="machines.outcomes" />
      </caption>
      <thead>
        <tr>
          <td />
          <ColumnHeads keys={["what_if.as_it_was", "what_if.changed"]} />
        </tr>
      </thead>
      <tbody>
        {OUTCOMES.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">
              <Message k={`floor.${outcome}`} />
            </th>
            <td class="number">
              <ShareWords of={asItWas.outcomes[outcome]} />
            </td>
            <td class="number">
              <ShareWords of={changed.outcomes[outcome]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both distributions over one axis. The drawing is fetched when there is first something to draw. */
function Spreads({ whatIf, asItWas, changed }: WhatIfSamples) {
  const presenter = usePresenter();
  const { t, facts } = presenter;
  const width = useDrawingWidth();
  const [svg, setSvg] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const shown = (worths: Float64Array): Float64Array => worths.map(presenter.points);
    const note = (mean: number): string => t.say("what_if.mean", { mean: t.number(presenter.points(mean)) });
    const party = presenter.name(facts.parties.findIndex(({ id }) => id === whatIf.party));
    const title = t.say("what_if.chart", { party });
    const draw = async (): Promise<void> => {
      const { distributionChart } = await import("../../charts/distribution-chart.ts");
      const drawn = distributionChart(
        {
          title,
          description: title,
          measure: t.say("what_if.measure"),
          samples: [
            { name: t.say("what_if.as_it_was"), values: shown(asItWas), note: note(whatIf.asItWas.result.mean) },
            { name: t.say("what_if.changed"), values: shown(changed), note: note(whatIf.changed.result.mean) },
          ],
          words: { median: t.say("what_if.median"), middle: t.say("what_if.middle") },
        },
        { width, language: t.language, id: "what-if" },
      );
      if (wanted) setSvg(drawn);
    };
    // Without the drawing the figures say the same.
    draw().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [whatIf, asItWas, changed, t, width]);
  return svg && <SvgDrawing svg={svg} />;
}

/** What came of it both ways: outcomes, pairs that end differently, results. */
export function WhatIfOutcome({ of }: { of: WhatIfSamples }) {
  const { whatIf } = of;
  const { onlyAsItWas, onlyChanged, same } = whatIf.pairs;
  return (
    <>
      <Outcomes of={whatIf} />
      <p>
        <Message k="what_if.pairs" v={{ was: onlyAsItWas, would: onlyChanged, same, runs: whatIf.runs }} />
      </p>
      <Spreads {...of} />
      <p class="quiet">
        <Message k="futures.interval" />
      </p>
    </>
  );
}
