import { optionIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import type { View } from "../../table/view/view.ts";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { NamedParty } from "../parts/tables.tsx";

/** One package that a party stood for, and what it was worth to that party itself, in the scenario's scale. */
interface Stand {
  readonly round: number;
  readonly package: number;
  readonly worth: number;
}

/** What one voter stood for, round by round. */
interface Course {
  readonly party: number;
  readonly stands: readonly Stand[];
}

/** The largest single step that anyone made towards the others. */
interface LargestStep {
  readonly party: number;
  readonly round: number;
  /** Of its own worth, in the scenario's scale; > 0. */
  readonly gave: number;
  readonly issues: readonly number[];
}

/** What each voter's own offers, and the offers it took up, were worth to itself. Needs a view with all sides open. */
export function coursesOf(view: View): Course[] {
  return view.rules.voters.flatMap((party) => {
    const side = view.sides[party];
    if (!side) return [];
    const stands = view.log.flatMap((line): Stand[] =>
      line.kind === "statement" && line.party === party && line.package >= 0
        ? [{ round: line.round, package: line.package, worth: at(side.partyModel.worth, line.package) }]
        : [],
    );
    return [{ party, stands }];
  });
}

/** The largest step down in a party's own worth, in the scenario's scale; null where no party gave anything. */
export function largestStep(view: View, courses: readonly Course[], scale: number): LargestStep | null {
  const { space } = view.rules;
  let largest: LargestStep | null = null;
  for (const { party, stands } of courses) {
    for (const [at, stand] of stands.entries()) {
      const before = stands[at - 1];
      const gave = before ? before.worth - stand.worth : 0;
      if (!before || gave <= equalWithin(scale) || (largest && gave <= largest.gave)) continue;
      const issues = [...space.sizes.keys()].filter(
        (issue) => optionIn(space, stand.package, issue) !== optionIn(space, before.package, issue),
      );
      largest = { party, round: stand.round, gave, issues };
    }
  }
  return largest;
}

/** What a party stood for in a round: its last offer up to then; null before its first. */
export function standAt({ stands }: Course, round: number): Stand | null {
  return stands.findLast((stand) => stand.round <= round) ?? null;
}

/** The drawing, in its own units. */
const WIDTH = 640;
const HEIGHT = 250;
const EDGE = { start: 34, end: 30, top: 12, bottom: 28 };
const GRID = [0, 25, 50, 75, 100];
/** So that lines can be told apart without their colours. */
const DASHES = ["none", "7 4", "2 4", "12 4 2 4"];

const up = (points: number): number =>
  HEIGHT - EDGE.bottom - (Math.min(100, Math.max(0, points)) / 100) * (HEIGHT - EDGE.top - EDGE.bottom);

function along(round: number, rounds: number): number {
  return EDGE.start + ((round - 1) / Math.max(1, rounds - 1)) * (WIDTH - EDGE.start - EDGE.end);
}

function Line({ course, at, rounds, presenter }: { course: Course; at: number; rounds: number; presenter: Presenter }) {
  const { mark } = presenter.party(course.party);
  const dots = course.stands.map(({ round, worth }) => ({ x: along(round, rounds), y: up(presenter.points(worth)) }));
  // A standing offer stands until the next: the line goes on level to it, and to the end after the last.
  const path = dots.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
  return (
    <g class={`course hue-${mark.colour}`}>
      <path d={`${path}H${along(rounds, rounds)}`} stroke-dasharray={DASHES[at % DASHES.length]} />
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="4" />
      ))}
    </g>
  );
}

function Chart({ courses, rounds, label }: { courses: readonly Course[]; rounds: number; label: string }) {
  const presenter = usePresenter();
  const all = Array.from({ length: rounds }, (_, index) => index + 1);
  return (
    <svg class="moves" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} direction="ltr">
      {GRID.map((points) => (
        <g key={points} class="moves-grid">
          <line x1={EDGE.start} x2={WIDTH - EDGE.end} y1={up(points)} y2={up(points)} />
          <text x={EDGE.start - 8} y={up(points) + 4} text-anchor="end">
            {presenter.t.number(points)}
          </text>
        </g>
      ))}
      {all.map((round) => (
        <text key={round} class="moves-round" x={along(round, rounds)} y={HEIGHT - 8} text-anchor="middle">
          {presenter.t.number(round)}
        </text>
      ))}
      {courses.map((course, at) => (
        <Line key={course.party} course={course} at={at} rounds={rounds} presenter={presenter} />
      ))}
    </svg>
  );
}

function Legend({ courses }: { courses: readonly Course[] }) {
  const presenter = usePresenter();
  return (
    <ul class="legend" aria-hidden="true">
      {courses.map(({ party }, at) => (
        <li key={party} class={`hue-${presenter.party(party).mark.colour}`}>
          <svg viewBox="0 0 40 8" focusable="false" aria-hidden="true">
            <path d="M0 4H40" stroke-dasharray={DASHES[at % DASHES.length]} />
          </svg>
          <Words of={presenter.party(party).name} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ courses, rounds }: { courses: readonly Course[]; rounds: number }) {
  const presenter = usePresenter();
  return (
    <table class="moves-table">
      <caption class="hidden">
        <Message k="result.moved.figures" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Message k="result.moved.round" />
          </th>
          {courses.map(({ party }) => (
            <th key={party} scope="col">
              <NamedParty party={presenter.party(party)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rounds }, (_, index) => index + 1).map((round) => (
          <tr key={round}>
            <th scope="row">{presenter.t.number(round)}</th>
            {courses.map((course) => {
              const stand = standAt(course, round);
              return (
                <td key={course.party} class="number">
                  {stand ? <bdi>{presenter.t.number(presenter.points(stand.worth))}</bdi> : "–"}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WhoMovedProps {
  /** Asks what would have come of another step than the one of this party in this round. */
  readonly onWhatIf: (party: number, round: number) => void;
}

/** Who moved, and when: what each side's own offers were worth to itself, as a finding, a drawing and a table. */
export function WhoMoved({ onWhatIf }: WhoMovedProps) {
  const presenter = usePresenter();
  const { view, t } = presenter;
  const courses = coursesOf(view).filter(({ stands }) => stands.length > 0);
  if (courses.length === 0) return null;
  const step = largestStep(view, courses, presenter.facts.scale);
  const values = step && {
    party: presenter.name(step.party),
    round: step.round,
    points: t.number(presenter.points(step.gave)),
    issues: t.list(step.issues.map(presenter.issue)),
  };
  const k = values ? "result.moved.largest" : "result.moved.nobody";
  return (
    <section aria-labelledby="moved-title">
      <h2 id="moved-title">
        <Message k="result.moved" />
      </h2>
      <p class="quiet">
        <Message k="result.moved.note" />
      </p>
      <p class="finding">
        <Message k={k} v={values ?? undefined} />
      </p>
      {step && (
        <div class="futures-ask">
          <button type="button" class="button" data-what-if-not onClick={() => onWhatIf(step.party, step.round)}>
            <Message k="what_if.not" />
          </button>
        </div>
      )}
      <Legend courses={courses} />
      <Chart courses={courses} rounds={view.round} label={t.say(k, values ?? undefined)} />
      <details class="fold">
        <summary>
          <Message k="result.moved.figures" />
        </summary>
        <Figures courses={courses} rounds={view.round} />
      </details>
    </section>
  );
}
