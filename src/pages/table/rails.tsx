import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { optionIn, withOption } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Key } from "../../language/speaker.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { standingOffers, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { useRailDrag } from "./drag.ts";
import { useTableLayout } from "./layout.ts";

/** Parties whose standing offer holds an option, as tokens. */
function Tokens({ parties }: { parties: readonly number[] }) {
  const presenter = usePresenter();
  if (parties.length === 0) return null;
  return (
    <span class="tokens">
      {parties.map((party) => (
        <span key={party} class="token" data-party={party}>
          <PartyMarkIcon mark={presenter.party(party).mark} size="s" />
        </span>
      ))}
    </span>
  );
}

/** The same in words, after the name of the option: a player who hears the page wants to hear first what the option is. */
function StandsHere({ parties }: { parties: readonly number[] }) {
  const presenter = usePresenter();
  if (parties.length === 0) return null;
  return (
    <span class="hidden">
      {" "}
      <Message k="table.stands_here" v={{ parties: presenter.t.list(parties.map(presenter.name)) }} />
    </span>
  );
}

/** One way to settle the issue, and who stands there. */
interface StopOf {
  readonly id: string;
  readonly option: number;
  readonly chosen: boolean;
  readonly removed: boolean;
  /** Its tokens, to stand first, and its name with everything that is said of it. */
  readonly tokens: ComponentChildren;
  readonly name: ComponentChildren;
}

interface RailProps {
  readonly issue: number;
  /** The option that stands out; −1: none does. */
  readonly chosen: number;
  /** Said of the option that stands out, to a player who does not see it. */
  readonly said?: Key;
  readonly held?: boolean;
  readonly children: (stops: readonly StopOf[], contested: ComponentChildren) => ComponentChildren;
}

/** Where the parties stand on an issue whose options are folded away: each option that a party offers, in the rail's order. */
function Folded({ issue, chosen, open, onOpen }: { issue: number; chosen: number; open: boolean; onOpen(): void }) {
  const presenter = usePresenter();
  const { space } = presenter.view.rules;
  const offers = standingOffers(presenter).map(({ party, pack }) => ({ party, option: optionIn(space, pack, issue) }));
  const options = presenter.facts.issues[issue]?.options ?? [];
  return (
    <button type="button" class="rail-fold" aria-expanded={open} onClick={onOpen}>
      <span class="rail-places">
        {options.map(({ id }, option) => {
          const parties = offers.flatMap((one) => (one.option === option ? [one.party] : []));
          if (option !== chosen && parties.length === 0) return null;
          return (
            <span key={id} class={option === chosen ? "rail-place rail-chosen" : "rail-place"}>
              <bdi>{presenter.option(issue, option)}</bdi>{" "}
              {parties.map((party) => (
                <PartyMarkIcon key={party} mark={presenter.party(party).mark} size="s" />
              ))}
              <StandsHere parties={parties} />
            </span>
          );
        })}
      </span>
      <span class="hidden">
        <Message k="table.rail.unfold" />
      </span>
    </button>
  );
}

/** One issue: its options in their natural order as stops, the standing offers above them; `children` lays the stops out. */
function Rail({ issue, chosen, said, held: inHand = false, children }: RailProps) {
  const presenter = usePresenter();
  const { facts, view } = presenter;
  const { space } = view.rules;
  const [open, setOpen] = useState(false);
  const found = facts.issues[issue];
  if (!found) return null;
  const offers = standingOffers(presenter).map(({ party, pack }) => ({ party, option: optionIn(space, pack, issue) }));
  const taken = offers.map(({ option }) => option);
  const low = Math.min(...taken);
  const high = Math.max(...taken);
  const firstSlot = at(space.firstSlot, issue);
  const stops = found.options.map(({ id, title }, option): StopOf => {
    const parties = offers.flatMap((one) => (one.option === option ? [one.party] : []));
    const removed = view.removed[firstSlot + option] === 1;
    return {
      id,
      option,
      removed,
      chosen: option === chosen,
      tokens: <Tokens parties={parties} />,
      name: (
        <>
          <span class="stop-name">
            <span class="stop-words">
              <Words of={title} />
            </span>
            {removed && (
              <span class="stop-removed">
                <Message k="table.removed" />
              </span>
            )}
          </span>
          {said && option === chosen && (
            <span class="hidden">
              {" "}
              <Message k={said} />
            </span>
          )}
          <StandsHere parties={parties} />
        </>
      ),
    };
  });
  const classes = ["rail", open ? "rail-open" : "", inHand ? "rail-held" : ""];
  return (
    <fieldset class={classes.join(" ").trim()} style={{ "--stops": found.options.length }}>
      <legend>
        <span class="rail-title">
          <Words of={found.title} />
        </span>
        {taken.length > 1 && (
          <span class="rail-note">
            <Message k="table.apart" v={{ steps: high - low }} />
          </span>
        )}
      </legend>
      <Folded issue={issue} chosen={chosen} open={open} onOpen={() => setOpen(!open)} />
      {children(
        stops,
        taken.length > 1 && high > low && <span class="contested" style={{ "--from": low, "--steps": high - low }} />,
      )}
    </fieldset>
  );
}

const stopClass = ({ chosen }: StopOf): string => (chosen ? "stop chosen" : "stop");

/** A rail whose chosen stop is the draft's: pressed, dragged, or moved by the arrow keys. */
function RailToSet({ issue, draft }: { issue: number; draft: number }) {
  const { facts, actions, view } = usePresenter();
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
                onChange={() => actions.draft(withOption(space, draft, issue, stop.option))}
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
  const { space } = usePresenter().view.rules;
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

/** The draft, issue by issue: gold, and named in words beside it; its heading is for a player who hears the page. */
export function Rails({ draft }: { draft: number }) {
  const { facts } = usePresenter();
  const place = useRef<HTMLElement>(null);
  useTableLayout(place, facts.protocol.order);
  return (
    <section ref={place} class="rails rails-draft" aria-labelledby="rails-title">
      <h2 id="rails-title" class="hidden">
        <Message k="table.draft" />
      </h2>
      {facts.issues.map(({ id }, issue) => (
        <RailToSet key={id} issue={issue} draft={draft} />
      ))}
    </section>
  );
}

/** The offers as they stand, to be read only; what is asked about now, or what was signed, stands out among them. */
export function RailsToRead() {
  const presenter = usePresenter();
  const { facts, view } = presenter;
  const place = useRef<HTMLElement>(null);
  useTableLayout(place, facts.protocol.order);
  const floor = view.onFloor;
  const shown: Shown & { title: Key; look: string } =
    view.signed >= 0
      ? { pack: view.signed, said: "table.signed_here", title: "table.offers.signed", look: "rails-signed" }
      : floor
        ? {
            pack: floor.package,
            said: "table.asked_here",
            title: "table.offers.asked",
            look: `rails-asked hue-${presenter.party(floor.by).mark.colour}`,
          }
        : { pack: -1, title: "table.offers", look: "" };
  return (
    <section ref={place} class={`rails ${shown.look}`} aria-labelledby="rails-title">
      <h2 id="rails-title" class="rails-title">
        <Message k={shown.title} />
      </h2>
      {facts.issues.map(({ id }, issue) => (
        <RailToRead key={id} issue={issue} pack={shown.pack} {...(shown.said ? { said: shown.said } : {})} />
      ))}
    </section>
  );
}
