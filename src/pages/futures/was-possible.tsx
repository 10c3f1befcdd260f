import { useEffect } from "preact/hooks";
import type { Analysis, ClosedZone, Point } from "../../bargaining/analysis.ts";
import { optionsIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Key } from "../../language/speaker.ts";
import type { View } from "../../table/view/view.ts";
import { ownResult } from "../../tactics/appraise.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import { TermList } from "../parts/term-list.tsx";
import type { EndedPlay } from "../store/shown-play.ts";
import type { Possible } from "./jobs.ts";
import { JobButton, JobFinding, SvgDrawing, useDrawingWidth } from "./parts.tsx";
import { prepareJob } from "./prepare-job.ts";
import { type JobRun, useJobs } from "./use-jobs.ts";

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

/** How many steps a package lies from another, over all issues. */
export function stepsBetween({ rules }: View, pack: number, options: readonly number[]): number {
  return optionsIn(rules.space, pack).reduce((sum, option, issue) => sum + Math.abs(option - (options[issue] ?? 0)), 0);
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
          const [first] = points;
          return (
            first && (
              <Row
                key={kind}
                k={`possible.point.${kind}`}
                tied={points.length}
                worths={first.utilities}
                steps={stepsTo(first.options)}
              />
            )
          );
        })}
        <Row k="possible.no_deal" worths={analysis.reservations} steps={null} />
      </tbody>
    </table>
  );
}

/** The table compares packages; where a result differs from its package, a sentence says why. */
function PackagesAlone({ of: { analysis, signed } }: { of: Possible }) {
  const { view } = usePresenter();
  const differs = analysis.voters.some((party) => {
    const side = view.sides[party];
    return side && signed && Math.abs(ownResult(view, side) - at(signed, party)) > analysis.equalWithin;
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
            <TermList
              of={presenter.facts.issues.map(({ id }, issue) => ({
                id,
                issue: <bdi>{presenter.issue(issue)}</bdi>,
                option: <bdi>{presenter.option(issue, first?.options[issue] ?? 0)}</bdi>,
              }))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function InWords({ of: { analysis, zoneSize, better, signed } }: { of: Possible }) {
  return (
    <p class="finding">
      <Message k="possible.zone" v={{ count: zoneSize, all: Number(analysis.outcomes) }} />{" "}
      {signed && <Message k={better === 0 ? "possible.efficient" : "possible.beaten"} />}
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

type Opening = ClosedZone["single"][number];

/** No party can give up a line that stands for what an event took off the table. */
function isPossible({ view }: Presenter, { changes }: Opening): boolean {
  return changes.every(
    (change) =>
      change.kind === "walk_away" || change.redLine < (view.sides[change.party]?.partyModel.party.redLines.length ?? 0),
  );
}

function OpeningChangeWords({ change }: { change: Opening["changes"][number] }) {
  const presenter = usePresenter();
  const text = useText();
  const party = presenter.name(change.party);
  const points = (worth: number): string => presenter.t.number(presenter.points(worth), 1);
  if (change.kind === "walk_away") {
    return <Message k="possible.walk_away" v={{ party, from: points(change.from), to: points(change.to) }} />;
  }
  const title = presenter.view.sides[change.party]?.partyModel.party.redLines[change.redLine]?.title;
  return <Message k="possible.red_line" v={{ party, line: title ? text(title) : "" }} />;
}

/** Why no package suited all: each smallest change that would have opened the zone. */
function WhyClosed({ closed }: { closed: ClosedZone }) {
  const presenter = usePresenter();
  const single = closed.single.filter((opening) => isPossible(presenter, opening));
  const joint = [closed.jointWalkAways, closed.jointRedLines, closed.mixed].flatMap((opening) =>
    opening && isPossible(presenter, opening) ? [opening] : [],
  );
  if (single.length === 0 && joint.length === 0) return null;
  return (
    <div>
      <p>
        <Message k="possible.closed" />
      </p>
      <ul class="assumed">
        {[...single, ...joint].map(({ changes }, at) => (
          <li key={at}>
            {changes.map((change, index) => (
              <span key={index}>
                {index > 0 && presenter.t.say("record.between")}
                <OpeningChangeWords change={change} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the result asks of a worker: everything that hangs on all packages. */
export interface PossibleRun extends JobRun<"possible"> {
  /** Asks once more, where it failed. */
  again(): void;
  /** null while the worker is at work, and where it failed. */
  readonly found: Possible | null;
  /** The worker is at work, or about to be. */
  readonly waiting: boolean;
}

/** Asks a worker once, when the result is first seen, for what the table could have signed and how good what it did sign is. */
export function usePossible({ scenario, seal, end }: EndedPlay): PossibleRun {
  const { view, t } = usePresenter();
  const width = useDrawingWidth();
  // Not about the width: paper is narrow, and what is being printed must not begin anew.
  const jobs = useJobs<"possible">(`${seal} ${t.language}`);
  const { progress, start } = jobs;
  const again = (): void => {
    const { round } = view;
    const { language } = t;
    start([prepareJob<"possible">({ kind: "possible", scenario, end, round, language, width, runs: 1 })]);
  };
  useEffect(again, [start]);
  const found = (progress.state === "done" && progress.results[0]) || null;
  return { ...jobs, again, found, waiting: progress.state === "idle" || progress.state === "running" };
}

/** What the table could have signed, and where what it did sign lies among it. */
export function WasPossible({ of: run }: { of: PossibleRun }) {
  const { progress, again, found } = run;
  return (
    <section class="futures possible" aria-labelledby="possible-title">
      <h2 id="possible-title">
        <Message k="possible.title" />
      </h2>
      {progress.state === "failed" && <JobButton of={run} onAsk={again} ask="frame.retry" again="frame.retry" />}
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
