import { useRef } from "preact/hooks";
import { optionIn, withOption } from "../../bargaining/space.ts";
import type { Key } from "../../language/speak.ts";
import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { useRailDrag } from "./drag.ts";
import { usePlaces } from "./places.ts";
import { Rail, type StopOf } from "./rail.tsx";

const stopClass = ({ chosen }: StopOf): string => (chosen ? "stop chosen" : "stop");

/** A rail whose chosen stop is the draft's: pressed, dragged, or moved by the arrow keys. */
function RailToSet({ issue, draft }: { issue: number; draft: number }) {
  const { facts, session, view } = useDesk();
  const { space } = view.rules;
  const drag = useRailDrag(issue);
  return (
    <Rail issue={issue} chosen={optionIn(space, draft, issue)} held={drag.at !== null}>
      {(stops, contested) => (
        <div class="stops movable" {...drag.handlers}>
          {contested}
          {stops.map((stop) => (
            <label key={stop.id} class={stopClass(stop)} style={{ gridColumn: stop.option + 1 }}>
              {stop.tokens}
              <input
                class="dot"
                type="radio"
                name={`draft-${facts.issues[issue]?.id}`}
                value={stop.id}
                checked={stop.chosen}
                disabled={stop.removed}
                onChange={() => session.draft(withOption(space, draft, issue, stop.option))}
              />
              {stop.name}
            </label>
          ))}
          {drag.at !== null && <span class="knob" style={{ "--at": drag.at }} />}
        </div>
      )}
    </Rail>
  );
}

interface Shown {
  /** −1: no package stands out. */
  readonly pack: number;
  readonly said?: Key;
}

function RailToRead({ issue, pack, said }: Shown & { issue: number }) {
  const { space } = useDesk().view.rules;
  return (
    <Rail issue={issue} chosen={pack < 0 ? -1 : optionIn(space, pack, issue)} {...(said ? { said } : {})}>
      {(stops, contested) => (
        <div class="stops">
          {contested}
          <ul class="stop-list">
            {stops.map((stop) => (
              <li key={stop.id} class={stopClass(stop)} style={{ gridColumn: stop.option + 1 }}>
                {stop.tokens}
                <span class="dot" />
                {stop.name}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Rail>
  );
}

/** The draft, issue by issue: gold, and named in words beside it; its heading is for whoever hears the page. */
export function Rails({ draft }: { draft: number }) {
  const { facts } = useDesk();
  const place = useRef<HTMLElement>(null);
  usePlaces(place, facts.protocol.order);
  return (
    <section ref={place} class="rails rails-draft" aria-labelledby="rails-title">
      <h2 id="rails-title" class="hidden">
        <Say k="table.draft" />
      </h2>
      {facts.issues.map(({ id }, issue) => (
        <RailToSet key={id} issue={issue} draft={draft} />
      ))}
    </section>
  );
}

/** The offers as they stand, to be read only; what is asked about now, or what was signed, stands out among them. */
export function RailsToRead() {
  const desk = useDesk();
  const { facts, view } = desk;
  const place = useRef<HTMLElement>(null);
  usePlaces(place, facts.protocol.order);
  const floor = view.onFloor;
  const shown: Shown & { title: Key; look: string } =
    view.signed >= 0
      ? { pack: view.signed, said: "table.signed_here", title: "table.offers.signed", look: "rails-signed" }
      : floor
        ? {
            pack: floor.package,
            said: "table.asked_here",
            title: "table.offers.asked",
            look: `rails-asked hue-${desk.party(floor.by).mark.colour}`,
          }
        : { pack: -1, title: "table.offers", look: "" };
  return (
    <section ref={place} class={`rails ${shown.look}`} aria-labelledby="rails-title">
      <h2 id="rails-title" class="rails-title">
        <Say k={shown.title} />
      </h2>
      {facts.issues.map(({ id }, issue) => (
        <RailToRead key={id} issue={issue} pack={shown.pack} {...(shown.said ? { said: shown.said } : {})} />
      ))}
    </section>
  );
}
