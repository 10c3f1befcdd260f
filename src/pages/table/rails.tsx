import { useRef, useState } from "preact/hooks";
import { optionIn, withOption } from "../../bargaining/space.ts";
import { useDesk } from "../desk.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { useRailDrag } from "./drag.ts";
import { standingOffers } from "./packages.ts";
import { usePlaces } from "./places.ts";

/** Parties whose standing offer holds an option, as tokens. */
function Tokens({ parties }: { parties: readonly number[] }) {
  const desk = useDesk();
  if (parties.length === 0) return null;
  return (
    <span class="tokens">
      {parties.map((party) => (
        <span key={party} class="token" data-party={party}>
          <Mark mark={desk.party(party).mark} size="s" />
        </span>
      ))}
    </span>
  );
}

/** The same in words, after the name of the option: whoever hears the name wants to hear first what it is. */
function StandsHere({ parties }: { parties: readonly number[] }) {
  const desk = useDesk();
  if (parties.length === 0) return null;
  return (
    <span class="hidden">
      {" "}
      <Say k="table.stands_here" v={{ parties: desk.t.list(parties.map(desk.name)) }} />
    </span>
  );
}

interface RailProps {
  readonly issue: number;
  readonly draft: number | null;
  readonly onDraft: (pack: number) => void;
}

/** One issue: its options in their natural order as stops, the standing offers above them, the draft as the chosen one. */
function Rail({ issue, draft, onDraft }: RailProps) {
  const desk = useDesk();
  const { facts, view } = desk;
  const { space } = view.rules;
  const [open, setOpen] = useState(false);
  const drag = useRailDrag(issue, draft !== null);
  const found = facts.issues[issue];
  if (!found) return null;
  const offers = standingOffers(desk).map(({ party, pack }) => ({ party, option: optionIn(space, pack, issue) }));
  const held = offers.map(({ option }) => option);
  const low = Math.min(...held);
  const high = Math.max(...held);
  const chosen = draft === null ? -1 : optionIn(space, draft, issue);
  const firstSlot = space.firstSlot[issue] as number;
  const at = (option: number): number[] => offers.flatMap((one) => (one.option === option ? [one.party] : []));
  const classes = ["rail", open ? "rail-open" : "", drag.at === null ? "" : "rail-held"];
  return (
    <fieldset class={classes.join(" ").trim()} style={{ "--stops": found.options.length }}>
      <legend>
        <span class="rail-title">
          <Words of={found.title} />
        </span>
        {held.length > 1 && (
          <span class="rail-note">
            <Say k="table.apart" v={{ steps: high - low }} />
          </span>
        )}
      </legend>
      <button type="button" class="rail-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="rail-chosen">{chosen >= 0 && <bdi>{desk.option(issue, chosen)}</bdi>}</span>
        <span class="rail-others">
          {offers.map(({ party, option }) => (
            <span key={party} class={option === chosen ? "agrees" : ""}>
              <Mark mark={desk.party(party).mark} size="s" />
            </span>
          ))}
        </span>
        <span class="hidden">
          <Say k="table.rail.unfold" />
        </span>
      </button>
      <div class={draft === null ? "stops" : "stops movable"} {...drag.handlers}>
        {held.length > 1 && high > low && <span class="contested" style={{ "--from": low, "--steps": high - low }} />}
        {found.options.map(({ id, title }, option) => {
          const removed = view.removed[firstSlot + option] === 1;
          return (
            <label key={id} class={option === chosen ? "stop chosen" : "stop"} style={{ gridColumn: option + 1 }}>
              <Tokens parties={at(option)} />
              <input
                type="radio"
                name={`draft-${found.id}`}
                value={id}
                checked={option === chosen}
                disabled={removed || draft === null}
                onChange={() => draft !== null && onDraft(withOption(space, draft, issue, option))}
              />
              <span class="stop-name">
                <Words of={title} />
                {removed && (
                  <span class="stop-removed">
                    <Say k="table.removed" />
                  </span>
                )}
              </span>
              <StandsHere parties={at(option)} />
            </label>
          );
        })}
        {drag.at !== null && <span class="knob" style={{ "--at": drag.at }} />}
      </div>
    </fieldset>
  );
}

/** The draft, issue by issue; for an onlooker the standing offers alone. `quiet`: a heading above it says already what it is. */
export function Rails({ draft, quiet = false }: { draft: number | null; quiet?: boolean }) {
  const { facts, session } = useDesk();
  const place = useRef<HTMLElement>(null);
  usePlaces(place, facts.protocol.order);
  return (
    <section ref={place} class="rails" aria-labelledby="rails-title">
      <h2 id="rails-title" class={quiet ? "hidden" : "rails-title"}>
        <Say k={draft === null ? "table.offers" : "table.draft"} />
      </h2>
      {facts.issues.map(({ id }, issue) => (
        <Rail key={id} issue={issue} draft={draft} onDraft={session.draft} />
      ))}
    </section>
  );
}
