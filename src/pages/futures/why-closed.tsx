import type { ClosedZone } from "../../bargaining/analysis.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";

type Opening = ClosedZone["single"][number];

/** Lines that stand for what an event took off the table are nobody's to give up. */
function isPossible({ view }: Desk, { changes }: Opening): boolean {
  return changes.every(
    (change) =>
      change.kind === "walk_away" || change.redLine < (view.sides[change.party]?.mandate.party.redLines.length ?? 0),
  );
}

function Change({ change }: { change: Opening["changes"][number] }) {
  const desk = useDesk();
  const text = useText();
  const party = desk.name(change.party);
  const points = (worth: number): string => desk.t.number(desk.points(worth), 1);
  if (change.kind === "walk_away") {
    return <Say k="possible.walk_away" v={{ party, from: points(change.from), to: points(change.to) }} />;
  }
  const title = desk.view.sides[change.party]?.mandate.party.redLines[change.redLine]?.title;
  return <Say k="possible.red_line" v={{ party, line: title ? text(title) : "" }} />;
}

/** Why no package suited all: each smallest change that would have opened the zone. */
export function WhyClosed({ closed }: { closed: ClosedZone }) {
  const desk = useDesk();
  const single = closed.single.filter((opening) => isPossible(desk, opening));
  const joint = [closed.jointWalkAways, closed.jointRedLines, closed.mixed].flatMap((opening) =>
    opening && isPossible(desk, opening) ? [opening] : [],
  );
  if (single.length === 0 && joint.length === 0) return null;
  return (
    <div>
      <p>
        <Say k="possible.closed" />
      </p>
      <ul class="assumed">
        {[...single, ...joint].map(({ changes }, at) => (
          <li key={at}>
            {changes.map((change, index) => (
              <span key={index}>
                {index > 0 && desk.t.say("record.between")}
                <Change change={change} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
