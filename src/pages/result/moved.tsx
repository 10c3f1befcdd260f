import { type Desk, useDesk } from "../desk.tsx";
import { Named } from "../parts/named.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { type Course, coursesOf, largestStep, standAt } from "./moves.ts";

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

function Line({ course, at, rounds, desk }: { course: Course; at: number; rounds: number; desk: Desk }) {
  const { mark } = desk.party(course.party);
  const dots = course.stands.map(({ round, worth }) => ({ x: along(round, rounds), y: up(desk.points(worth)) }));
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
  const desk = useDesk();
  const all = Array.from({ length: rounds }, (_, index) => index + 1);
  return (
    <svg class="moves" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} direction="ltr">
      {GRID.map((points) => (
        <g key={points} class="moves-grid">
          <line x1={EDGE.start} x2={WIDTH - EDGE.end} y1={up(points)} y2={up(points)} />
          <text x={EDGE.start - 8} y={up(points) + 4} text-anchor="end">
            {desk.t.number(points)}
          </text>
        </g>
      ))}
      {all.map((round) => (
        <text key={round} class="moves-round" x={along(round, rounds)} y={HEIGHT - 8} text-anchor="middle">
          {desk.t.number(round)}
        </text>
      ))}
      {courses.map((course, at) => (
        <Line key={course.party} course={course} at={at} rounds={rounds} desk={desk} />
      ))}
    </svg>
  );
}

function Legend({ courses }: { courses: readonly Course[] }) {
  const desk = useDesk();
  return (
    <ul class="legend" aria-hidden="true">
      {courses.map(({ party }, at) => (
        <li key={party} class={`hue-${desk.party(party).mark.colour}`}>
          <svg viewBox="0 0 40 8" focusable="false" aria-hidden="true">
            <path d="M0 4H40" stroke-dasharray={DASHES[at % DASHES.length]} />
          </svg>
          <Words of={desk.party(party).name} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ courses, rounds }: { courses: readonly Course[]; rounds: number }) {
  const desk = useDesk();
  return (
    <table class="moves-table">
      <caption class="hidden">
        <Say k="result.moved.figures" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Say k="result.moved.round" />
          </th>
          {courses.map(({ party }) => (
            <th key={party} scope="col">
              <Named party={desk.party(party)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rounds }, (_, index) => index + 1).map((round) => (
          <tr key={round}>
            <th scope="row">{desk.t.number(round)}</th>
            {courses.map((course) => {
              const stand = standAt(course, round);
              return (
                <td key={course.party} class="number">
                  {stand ? <bdi>{desk.t.number(desk.points(stand.worth))}</bdi> : "–"}
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
  const desk = useDesk();
  const { view, t } = desk;
  const courses = coursesOf(view).filter(({ stands }) => stands.length > 0);
  if (courses.length === 0) return null;
  const step = largestStep(view, courses);
  const values = step && {
    party: desk.name(step.party),
    round: step.round,
    points: t.number(desk.points(step.gave)),
    issues: t.list(step.issues.map(desk.issue)),
  };
  const k = values ? "result.moved.largest" : "result.moved.nobody";
  return (
    <section aria-labelledby="moved-title">
      <h2 id="moved-title">
        <Say k="result.moved" />
      </h2>
      <p class="quiet">
        <Say k="result.moved.note" />
      </p>
      <p class="finding">
        <Say k={k} v={values ?? undefined} />
      </p>
      {step && (
        <div class="futures-ask">
          <button type="button" class="button" data-what-if-not onClick={() => onWhatIf(step.party, step.round)}>
            <Say k="what_if.not" />
          </button>
        </div>
      )}
      <Legend courses={courses} />
      <Chart courses={courses} rounds={view.round} label={t.say(k, values ?? undefined)} />
      <details class="fold">
        <summary>
          <Say k="result.moved.figures" />
        </summary>
        <Figures courses={courses} rounds={view.round} />
      </details>
    </section>
  );
}
