import { useEffect } from "preact/hooks";
import type { Analysis, Point } from "../../bargaining/analysis.ts";
import type { Key } from "../../language/speaker.ts";
import { ownResult } from "../../tactics/appraise.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { asItEnded, stepsBetween } from "../result/outcome.ts";
import type { EndedPlay } from "../store/shown-play.ts";
import type { Possible } from "./jobs.ts";
import { JobButton, JobFinding, SvgDrawing, useDrawingWidth } from "./parts.tsx";
import { prepareJob } from "./prepare-job.ts";
import { useJobs } from "./use-jobs.ts";
import { WhyClosed } from "./why-closed.tsx";

/** More are told by the drawing alone. */
const MOST_DEAD = 12;

interface Solution {
  readonly kind: "nash" | "kalai" | "egalitarian" | "utilitarian";
  readonly points: readonly Point[];
}

function solutionsOf({ nash, kalaiSmorodinsky, egalitarian, utilitarian }: Analysis): Solution[] {
  const all: Solution[] = [
    { kind: "nash", points: nash },
    { kind: "kalai", points: kalaiSmorodinsky },
    { kind: "egalitarian", points: egalitarian },
    { kind: "utilitarian", points: utilitarian },
  ];
  return all.filter(({ points }) => points.length > 0);
}

function Row({
  k,
  tied = 1,
  worths,
  steps,
}: {
  k: Key;
  tied?: number;
  worths: readonly number[];
  steps: number | null;
}) {
  const presenter = usePresenter();
  const { view, t } = presenter;
  return (
    <tr>
      <th scope="row">
        <Message k={k} />
        {tied > 1 && (
          <span class="quiet">
            {" "}
            <Message k="possible.tied" v={{ count: tied }} />
          </span>
        )}
      </th>
      {view.rules.voters.map((party) => (
        <td key={party} class="number">
          <bdi>{t.number(presenter.points(worths[party] ?? 0))}</bdi>
        </td>
      ))}
      {view.signed >= 0 && <td class="number">{steps === null ? "–" : <bdi>{t.number(steps)}</bdi>}</td>}
    </tr>
  );
}

function Points({ of: { analysis, signed } }: { of: Possible }) {
  const presenter = usePresenter();
  const { view } = presenter;
  const stepsTo = (options: readonly number[]) => (view.signed < 0 ? null : stepsBetween(view, view.signed, options));
  return (
    <table class="futures-table">
      <caption>
        <Message k="possible.points" />
      </caption>
      <thead>
        <tr>
          <td />
          {view.rules.voters.map((party) => (
            <th key={party} scope="col">
              <span class="with-mark">
                <PartyMarkIcon mark={presenter.party(party).mark} size="s" />
                <span class="possible-name">
                  <Words of={presenter.party(party).name} />
                </span>
              </span>
            </th>
          ))}
          {view.signed >= 0 && (
            <th scope="col">
              <Message k="possible.steps" />
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {signed && <Row k="result.yours" worths={signed} steps={null} />}
        {solutionsOf(analysis).map(({ kind, points }) => {
          const [first] = points as [Point];
          return (
            <Row
              key={kind}
              k={`possible.point.${kind}`}
              tied={points.length}
              worths={first.utilities}
              steps={stepsTo(first.options)}
            />
          );
        })}
        <Row k="possible.no_deal" worths={analysis.reservations} steps={null} />
      </tbody>
    </table>
  );
}

/** The table compares packages; where a result differs from its package, somebody would wonder why. */
function PackagesAlone({ of: { analysis, signed } }: { of: Possible }) {
  const { view } = usePresenter();
  const differs = analysis.voters.some((party) => {
    const side = view.sides[party];
    return side && signed && Math.abs(ownResult(view, side) - (signed[party] as number)) > analysis.equalWithin;
  });
  if (!differs) return null;
  return (
    <p class="quiet">
      <Message k="possible.alone" />
    </p>
  );
}

/** What each solution point would have said, and what it is. */
function Terms({ analysis }: { analysis: Analysis }) {
  const presenter = usePresenter();
  const solutions = solutionsOf(analysis);
  if (solutions.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <Message k="possible.terms" />
      </summary>
      <ul class="possible-terms">
        {solutions.map(({ kind, points: [first] }) => (
          <li key={kind}>
            <p>
              <strong>
                <Message k={`possible.point.${kind}`} />
              </strong>
              <br />
              <span class="quiet">
                <Message k={`possible.means.${kind}`} />
              </span>
            </p>
            <ul class="log-terms">
              {presenter.facts.issues.map(({ id }, issue) => (
                <li key={id}>
                  <span class="quiet">
                    <bdi>{presenter.issue(issue)}</bdi>
                  </span>{" "}
                  <bdi>{presenter.option(issue, first?.options[issue] ?? 0)}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whether no package of the frontier is better for somebody and worse for nobody; null: cannot be told from a sample. */
function isEfficient({ frontier, voters, equalWithin }: Analysis, signed: readonly number[]): boolean | null {
  const beaten = frontier.points.some(({ utilities }) => {
    const gains = voters.map((party) => (utilities[party] as number) - (signed[party] as number));
    return gains.every((gain) => gain >= -equalWithin) && gains.some((gain) => gain > equalWithin);
  });
  return beaten ? false : frontier.exact ? true : null;
}

function InWords({ of: { analysis, signed } }: { of: Possible }) {
  const { low, high } = analysis.zone.size;
  const efficient = signed && isEfficient(analysis, signed);
  return (
    <p class="finding">
      {low === high && <Message k="possible.zone" v={{ count: Number(low), all: Number(analysis.outcomes) }} />}{" "}
      {efficient === true && <Message k="possible.efficient" />}
      {efficient === false && <Message k="possible.beaten" />}
    </p>
  );
}

function Dead({ analysis: { deadOptions, closed } }: { analysis: Analysis }) {
  const presenter = usePresenter();
  if (!deadOptions || deadOptions.length === 0 || closed) return null;
  const words = deadOptions.map(({ issue, option }) => `${presenter.issue(issue)}: ${presenter.option(issue, option)}`);
  const shown = words.slice(0, MOST_DEAD).join(presenter.t.say("record.between"));
  return (
    <p>
      <Message k="possible.dead" v={{ options: shown, more: Math.max(0, words.length - MOST_DEAD) }} />
    </p>
  );
}

/** What the table could have signed, and where what it did sign lies among it: exact, worked out when the result is first seen. */
export function WasPossible({ ended }: { ended: EndedPlay }) {
  const { view, t } = usePresenter();
  const width = useDrawingWidth();
  // Not about the width: paper is narrow, and what is being printed must not begin anew.
  const jobs = useJobs<"possible">(`${ended.seal} ${t.language}`);
  const { progress, start } = jobs;
  const work = (): void => {
    const scenario = asItEnded(ended.scenario, view);
    const { signed, round } = view;
    const { language } = t;
    start([prepareJob<"possible">({ kind: "possible", scenario, round, signed, language, width, runs: 1 })]);
  };
  useEffect(work, [start]);
  const found = progress.state === "done" ? progress.results[0] : undefined;
  return (
    <section class="futures possible" aria-labelledby="possible-title">
      <h2 id="possible-title">
        <Message k="possible.title" />
      </h2>
      {progress.state === "failed" && <JobButton of={jobs} onAsk={work} ask="frame.retry" again="frame.retry" />}
      <JobFinding progress={progress}>{found && <InWords of={found} />}</JobFinding>
      {progress.state === "running" && (
        <p class="quiet">
          <Message k="frame.loading" />
        </p>
      )}
      {found && (
        <>
          {found.analysis.closed && <WhyClosed closed={found.analysis.closed} />}
          <Points of={found} />
          <PackagesAlone of={found} />
          <Terms analysis={found.analysis} />
          <Dead analysis={found.analysis} />
          <SvgDrawing svg={found.plot} />
        </>
      )}
    </section>
  );
}
