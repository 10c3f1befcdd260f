import type { ClosedZone } from "../../bargaining/analysis.ts";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";

type Opening = ClosedZone["single"][number];

/** No party can give up a line that stands for what an event took off the table. */
function isPossible({ view }: Presenter, { changes }: Opening): boolean {
  return changes.every(
    (change) =>
      change.kind === "walk_away" || change.redLine < (view.sides[change.party]?.partyModel.party.redLines.length ?? 0),
  );
}

function Change({ change }: { change: Opening["changes"][number] }) {
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
export function WhyClosed({ closed }: { closed: ClosedZone }) {
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
                <Change change={change} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
